/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.testing;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.openmrs.module.aisupport.consent.Leaflets;
import org.openmrs.module.aisupport.platform.PatientRecord;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Patients;
import org.openmrs.module.aisupport.platform.Sex;

/** Patients in the platform's tables, to whom things happen. */
public final class FakePatients implements Patients {

    private static final AtomicInteger NEXT_ID = new AtomicInteger(1);

    public final FakeVisits visits = new FakeVisits();

    private final Map<String, String> patientOfEncounter = new ConcurrentHashMap<>();

    public PatientRef add() {
        return add(LocalDate.of(1960, 1, 1));
    }

    public PatientRef add(LocalDate birthdate) {
        return addWithId(NEXT_ID.getAndIncrement(), birthdate);
    }

    /** As when the database gives the id of a purged patient to a new one. */
    public PatientRef addWithId(int id, LocalDate birthdate) {
        PatientRef ref = new PatientRef(id, UUID.randomUUID().toString());
        Database.execute("insert into person (person_id, uuid, birthdate) values (?, ?, ?)", id, ref.uuid(), birthdate);
        Database.execute("insert into patient (patient_id) values (?)", id);
        return ref;
    }

    /** Many at once, each of whom has said yes to own care, as the recorder would have written it. */
    public List<PatientRef> addManyWhoSaidYes(int count) {
        int first = NEXT_ID.getAndAdd(count);
        String many = " from seq_0_to_" + (count - 1);
        String leaflet = "'" + Leaflets.load().currentVersion() + "'";
        String now = String.valueOf(System.currentTimeMillis() * 1000);
        Database.execute("insert into person (person_id, uuid, birthdate) select " + first
                + " + seq, uuid(), '1960-01-01'" + many);
        Database.execute("insert into patient (patient_id) select " + first + " + seq" + many);
        Database.execute("insert into person_attribute (person_id, value, person_attribute_type_id) select " + first
                + " + seq, '1', 1" + many);
        String these = " from person p where p.person_id between " + first + " and " + (first + count - 1);
        // One by one: MariaDB refuses "insert … select" into a table that has triggers, for want of values that it has.
        for (int id = first; id < first + count; id++) {
            Database.execute("insert into aisupport_consent_event (uuid, patient_id, patient_uuid, purpose, decision,"
                    + " includes_sensitive, giver_role, method, leaflet_version, leaflet_language, recorder_id,"
                    + " recorder_uuid, recorder_name, recorded_micros, effective_micros, expires_micros)"
                    + " values (uuid(), " + id + ", (select p.uuid from person p where p.person_id = " + id + "),"
                    + " 'own-care', 'GRANT', false, 'PATIENT', 'SPOKEN', " + leaflet + ", 'en', 1, 'made-up',"
                    + " 'Made Up', " + now + ", " + now + ", " + now + " + 60000000000000)");
        }
        Database.execute("insert into aisupport_consent_state (patient_id, patient_uuid, purpose, status,"
                + " includes_sensitive, since_micros, recorded_micros, expires_micros, leaflet_version, giver_role,"
                + " event_uuid, mirrored, mirror_due) select e.patient_id, e.patient_uuid, e.purpose, 'GRANTED', false,"
                + " e.effective_micros, e.recorded_micros, e.expires_micros, " + leaflet
                + ", 'PATIENT', e.uuid, '1', false"
                + " from aisupport_consent_event e where e.patient_id between " + first + " and "
                + (first + count - 1));
        return Database.texts("select concat(p.person_id, ' ', p.uuid)" + these + " order by p.person_id").stream()
                .map(row -> row.split(" "))
                .map(row -> new PatientRef(Integer.parseInt(row[0]), row[1]))
                .toList();
    }

    public void setBirthdate(PatientRef patient, LocalDate birthdate) {
        Database.execute("update person set birthdate = ? where person_id = ?", birthdate, patient.id());
    }

    public void die(PatientRef patient) {
        Database.execute("update person set dead = true where person_id = ?", patient.id());
    }

    public void close(PatientRef patient) {
        Database.execute("update patient set voided = true where patient_id = ?", patient.id());
    }

    public void purge(PatientRef patient) {
        Database.execute("delete from person_attribute where person_id = ?", patient.id());
        Database.execute("delete from patient where patient_id = ?", patient.id());
        Database.execute("delete from person where person_id = ?", patient.id());
    }

    /** As the platform merges: the loser is closed, and the log says into whom it went. */
    public void merge(PatientRef loser, PatientRef winner, Instant at) {
        Database.execute(
                "insert into person_merge_log (winner_person_id, loser_person_id, date_created) values (?, ?, ?)",
                winner.id(),
                loser.id(),
                Timestamp.from(at));
        close(loser);
    }

    public String addEncounter(PatientRef patient) {
        String encounter = UUID.randomUUID().toString();
        patientOfEncounter.put(encounter, patient.uuid());
        return encounter;
    }

    @Override
    public Optional<PatientRecord> byUuid(String uuid) {
        return findEvenVoided(uuid).flatMap(ref -> record(ref, "pt.voided = false"));
    }

    @Override
    public Optional<PatientRecord> byUuidEvenVoided(String uuid) {
        return findEvenVoided(uuid).flatMap(ref -> record(ref, "true"));
    }

    @Override
    public Optional<PatientRecord> byId(int id) {
        return Database.texts("select uuid from person where person_id = ?", id).stream()
                .findFirst()
                .flatMap(this::byUuid);
    }

    private Optional<PatientRecord> record(PatientRef ref, String condition) {
        return Database.texts(
                        "select concat(p.dead, ' ', coalesce(p.birthdate, '')) from person p join patient pt"
                                + " on pt.patient_id = p.person_id and " + condition + " where p.uuid = ?",
                        ref.uuid())
                .stream()
                .map(row -> row.split(" ", 2))
                .map(row -> new PatientRecord(
                        ref,
                        "Made Up",
                        Sex.FEMALE,
                        Optional.of(row[1]).filter(born -> !born.isEmpty()).map(LocalDate::parse),
                        row[0].equals("1")))
                .findFirst();
    }

    @Override
    public Optional<PatientRef> findEvenVoided(String uuid) {
        return Database.texts("select concat(person_id, ' ', uuid) from person where uuid = ?", uuid).stream()
                .findFirst()
                .map(row -> row.split(" "))
                .map(row -> new PatientRef(Integer.parseInt(row[0]), row[1]));
    }

    @Override
    public boolean isMergedAway(PatientRef patient) {
        return !Database.texts(
                        "select m.loser_person_id from person_merge_log m join patient pt"
                                + " on pt.patient_id = m.loser_person_id and pt.voided = true"
                                + " where m.loser_person_id = ? and m.voided = false",
                        patient.id())
                .isEmpty();
    }

    @Override
    public Map<Integer, String> names(Collection<Integer> ids) {
        Map<Integer, String> names = new HashMap<>();
        ids.forEach(id -> names.put(id, "Made Up"));
        return names;
    }

    @Override
    public boolean hasEncounter(PatientRef patient, String encounterUuid) {
        return patient.uuid().equals(patientOfEncounter.get(encounterUuid));
    }

    @Override
    public boolean hasVisit(PatientRef patient, String visitUuid) {
        return visits.isOf(patient, visitUuid);
    }
}
