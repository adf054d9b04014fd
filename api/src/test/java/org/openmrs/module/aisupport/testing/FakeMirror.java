/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.testing;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;

/** The person attribute in the platform's table, which others may change and which may refuse to be changed. */
public final class FakeMirror implements ConsentMirror {

    private static final List<Value> ANSWERS = List.of(Value.YES, Value.NO, Value.UNDECIDED);

    private final Set<String> refusing = ConcurrentHashMap.newKeySet();

    /** As another module, a form, a client or an administrator would. */
    public void changeFromOutside(PatientRef patient, Value value) {
        changeFromOutside(
                patient,
                switch (value) {
                    case YES, NO, UNDECIDED -> stored(value);
                    case ABSENT -> "";
                    case UNREADABLE -> "perhaps";
                });
    }

    /** Empty text takes the attribute away. */
    public void changeFromOutside(PatientRef patient, String stored) {
        Database.execute("update person_attribute set voided = true where person_id = ?", patient.id());
        if (!stored.isEmpty()) {
            addFromOutside(patient, stored);
        }
    }

    /** Beside what is there. */
    public void addFromOutside(PatientRef patient, String stored) {
        Database.execute(
                "insert into person_attribute (person_id, value, person_attribute_type_id) values (?, ?, 1)",
                patient.id(),
                stored);
    }

    /** As when the person no longer validates. */
    public void refuseWritingOf(PatientRef patient) {
        refusing.add(patient.uuid());
    }

    public void letWrite(PatientRef patient) {
        refusing.remove(patient.uuid());
    }

    @Override
    public Reading read(PatientRef patient) {
        List<String> stored = Database.texts(
                "select value from person_attribute where person_id = ? and voided = false order by 1", patient.id());
        Value value = stored.isEmpty()
                ? Value.ABSENT
                : ANSWERS.stream()
                        .filter(answer -> stored.equals(List.of(stored(answer))))
                        .findFirst()
                        .orElse(Value.UNREADABLE);
        return new Reading(value, String.join("|", stored));
    }

    @Override
    public Reading write(PatientRef patient, Value value) {
        if (refusing.contains(patient.uuid())) {
            throw new IllegalStateException("the person does not validate");
        }
        changeFromOutside(patient, stored(value));
        return new Reading(value, stored(value));
    }

    /** The id of the concept that stands for the answer. */
    private static String stored(Value value) {
        return String.valueOf(ANSWERS.indexOf(value) + 1);
    }
}
