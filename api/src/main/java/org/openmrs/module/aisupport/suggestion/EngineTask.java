/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.consent.Permit;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/**
 * One engine's work in a run: everything it needs, so that its thread needs nothing of the platform.
 *
 * @param permits one for each purpose that it serves; the snapshot was built on the first
 */
record EngineTask(String runUuid, List<Permit> permits, Actor requester, SuggestionEngine engine, Snapshot snapshot) {

    EngineTask {
        permits = List.copyOf(permits);
    }

    /** What it is named by in the audit, and on the suggestion. */
    Purpose purpose() {
        return permits.get(permits.size() - 1).purpose();
    }

    PatientRef patient() {
        return permits.get(0).patient();
    }

    /** All that must hold. */
    Set<Purpose> needed() {
        return permits.stream()
                .flatMap(permit -> permit.purpose().needed().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Purpose.class)));
    }
}
