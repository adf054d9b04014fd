/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.testing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.openmrs.module.aisupport.platform.PatientRecord;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Patients;
import org.openmrs.module.aisupport.platform.Sex;

/** Patients in memory. */
public final class FakePatients implements Patients {

    private static final AtomicInteger NEXT_ID = new AtomicInteger(1);

    private final Map<String, PatientRecord> byUuid = new ConcurrentHashMap<>();
    private final Map<String, String> patientOfEncounter = new ConcurrentHashMap<>();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();

    public PatientRef add() {
        PatientRef ref =
                new PatientRef(NEXT_ID.getAndIncrement(), UUID.randomUUID().toString());
        put(ref, false);
        return ref;
    }

    public void die(PatientRef patient) {
        put(patient, true);
    }

    public void vanish(PatientRef patient) {
        byUuid.remove(patient.uuid());
    }

    public void breakReadingOf(PatientRef patient) {
        broken.add(patient.uuid());
    }

    public String addEncounter(PatientRef patient) {
        String encounter = UUID.randomUUID().toString();
        patientOfEncounter.put(encounter, patient.uuid());
        return encounter;
    }

    private void put(PatientRef ref, boolean dead) {
        byUuid.put(
                ref.uuid(), new PatientRecord(ref, "Made Up", Sex.FEMALE, Optional.of(LocalDate.of(1960, 1, 1)), dead));
    }

    @Override
    public Optional<PatientRecord> byUuid(String uuid) {
        if (broken.contains(uuid)) {
            throw new IllegalStateException("the database does not answer");
        }
        return Optional.ofNullable(byUuid.get(uuid));
    }

    @Override
    public Optional<PatientRecord> byId(int id) {
        return byUuid.values().stream()
                .filter(patient -> patient.ref().id() == id)
                .findFirst()
                .flatMap(patient -> byUuid(patient.ref().uuid()));
    }

    @Override
    public boolean hasEncounter(PatientRef patient, String encounterUuid) {
        return patient.uuid().equals(patientOfEncounter.get(encounterUuid));
    }

    @Override
    public boolean hasVisit(PatientRef patient, String visitUuid) {
        return false;
    }
}
