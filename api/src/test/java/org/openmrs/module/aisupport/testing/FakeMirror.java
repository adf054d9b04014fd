/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.testing;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;

/** The person attribute in memory, which others may change and which may refuse to be changed. */
public final class FakeMirror implements ConsentMirror {

    private final Map<String, Value> values = new ConcurrentHashMap<>();
    private final Set<String> refusing = ConcurrentHashMap.newKeySet();

    /** As another module, a form or a client would. */
    public void changeFromOutside(PatientRef patient, Value value) {
        values.put(patient.uuid(), value);
    }

    /** As when the person no longer validates. */
    public void refuseWritingOf(PatientRef patient) {
        refusing.add(patient.uuid());
    }

    @Override
    public Value read(PatientRef patient) {
        return values.getOrDefault(patient.uuid(), Value.ABSENT);
    }

    @Override
    public void write(PatientRef patient, Value value) {
        if (refusing.contains(patient.uuid())) {
            throw new IllegalStateException("the person does not validate");
        }
        values.put(patient.uuid(), value);
    }
}
