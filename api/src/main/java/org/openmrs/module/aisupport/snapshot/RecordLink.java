/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import java.util.Optional;

/**
 * The record that something was read from, so that a GP can open it.
 *
 * @param conceptUuid what the record is about: screens show a blood pressure elsewhere than a creatinine
 */
public record RecordLink(Type type, String uuid, Optional<String> encounterUuid, Optional<String> conceptUuid) {

    public enum Type {
        OBS,
        CONDITION,
        DIAGNOSIS,
        ORDER,
        PATIENT
    }

    public RecordLink(Type type, String uuid, Optional<String> encounterUuid) {
        this(type, uuid, encounterUuid, Optional.empty());
    }
}
