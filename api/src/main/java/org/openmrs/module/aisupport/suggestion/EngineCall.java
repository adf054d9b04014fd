/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.util.Optional;
import java.util.function.Supplier;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.OutsideEngine;
import org.openmrs.module.aisupport.persistence.Sha256;

/**
 * One call of an engine, ready and not yet made: what goes to it is known before it goes.
 *
 * @param payload the bytes that the engine gets to see; for an engine outside, those that leave
 * @param recipient who receives them; empty where nothing leaves this server
 */
record EngineCall(byte[] payload, Optional<String> recipient, Supplier<EngineAnswer> answer) {

    static EngineCall of(EngineTask task) {
        if (task.engine() instanceof OutsideEngine outside) {
            OutsideEngine.Parcel parcel = outside.pack(task.snapshot());
            return new EngineCall(
                    parcel.payload(),
                    Optional.of(outside.outside().recipient()),
                    () -> parcel.send(task.requester().uuid()));
        }
        return new EngineCall(task.snapshot().canonical(), Optional.empty(), () -> task.engine()
                .suggest(task.snapshot()));
    }

    String payloadHash() {
        return Sha256.hex(payload);
    }
}
