/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.Measurement;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** Total and HDL cholesterol of the same blood, in mmol/L. */
record Lipids(Measurement total, Measurement hdl) {

    static final String TOTAL = "total-cholesterol";
    static final String HDL = "hdl-cholesterol";

    /** The newest that are not too old. Of one day: else they may be of different blood. */
    static Optional<Lipids> latest(Snapshot snapshot) {
        return snapshot.recent(TOTAL).stream()
                .flatMap(total -> snapshot.recent(HDL).stream()
                        .filter(hdl -> snapshot.dayOf(hdl.at()).equals(snapshot.dayOf(total.at())))
                        // A part that is not below the whole is a slip of the keyboard.
                        .filter(hdl -> hdl.value() < total.value())
                        .limit(1)
                        .map(hdl -> new Lipids(total, hdl)))
                .findFirst();
    }

    List<Evidence> cite(Stance stance) {
        return List.of(Evidence.of(stance, total), Evidence.of(stance, hdl));
    }
}
