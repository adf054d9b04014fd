/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.testing;

import java.util.List;
import org.openmrs.module.aisupport.consent.Leaflets;
import org.openmrs.module.aisupport.platform.PatientRef;

/**
 * The patients of a town: two states and ten events each, most of them a yes. Of those for quality some have ended and some end soon, so
 * that there is somebody to ask again; and one merge of strangers to a hundred patients. Written straight into the tables, and taken out again; the events are a ledger
 * of their own, which stands in for the other for as long, since from a ledger nothing can be deleted.
 */
public final class Crowd {

    public static final int FIRST = 10_000_000;

    private static final long DAY = 86_400_000_000L;

    private Crowd() {}

    public static List<PatientRef> fill(int count) {
        String many = " from seq_0_to_" + (count - 1);
        long now = System.currentTimeMillis() * 1_000 - DAY;
        insert("person (person_id, uuid, birthdate)", FIRST + " + seq, uuid(), '1960-01-01'" + many);
        insert("patient (patient_id)", FIRST + " + seq" + many);
        insert("person_attribute (person_id, value, person_attribute_type_id)", FIRST + " + seq, '1', 1" + many);
        String leaflet = "'" + Leaflets.load().currentVersion() + "'";
        String people = " from person p join seq_1_to_2 k where p.person_id >= " + FIRST;
        String purpose = "if(k.seq = 1, 'own-care', 'quality')";
        insert(
                "aisupport_consent_state (patient_id, patient_uuid, purpose, status, reason, includes_sensitive,"
                        + " since_micros, recorded_micros, expires_micros, leaflet_version, giver_role, event_uuid, mirrored,"
                        + " mirror_due)",
                "p.person_id, p.uuid, " + purpose
                        + ", if(k.seq = 2 and p.person_id % 10 = 0, 'EXPIRED', 'GRANTED'), null, false, " + now + ", "
                        + now + ", " + now + " + (10 + if(k.seq = 1, 600, p.person_id % 700)) * " + DAY
                        + ", " + leaflet + ", 'PATIENT', uuid(), if(k.seq = 1, '1', null), false" + people);
        Database.execute("create table crowd_event like aisupport_consent_event");
        insert(
                "crowd_event (uuid, patient_id, patient_uuid, purpose, decision, includes_sensitive,"
                        + " giver_role, method, leaflet_version, leaflet_language, recorder_id, recorder_uuid, recorder_name,"
                        + " recorded_micros, effective_micros)",
                // in the order of the key, which is much faster to fill than at random
                "p.person_id * 100 + k.seq * 10 + e.seq, p.person_id, p.uuid, " + purpose
                        + ", if(e.seq % 2 = 1, 'GRANT', 'WITHDRAW'), false, 'PATIENT',"
                        + " 'SPOKEN', " + leaflet + ", 'en', 1, 'made-up', 'Made Up', " + now + ", " + now
                        + " from person p join seq_1_to_2 k join seq_1_to_5 e where p.person_id >= " + FIRST);
        Database.execute(
                "rename table aisupport_consent_event to ledger_event," + " crowd_event to aisupport_consent_event");
        insert(
                "person_merge_log (winner_person_id, loser_person_id, date_created)",
                (FIRST + 2 * count) + " + seq, " + (FIRST + 3 * count) + " + seq, now() from seq_0_to_" + count / 100);
        analyze();
        return Database.texts("select concat(person_id, ' ', uuid) from person where person_id >= " + FIRST
                        + " order by person_id")
                .stream()
                .map(row -> row.split(" "))
                .map(row -> new PatientRef(Integer.parseInt(row[0]), row[1]))
                .toList();
    }

    public static void clear() {
        Database.execute(
                "rename table aisupport_consent_event to crowd_event," + " ledger_event to aisupport_consent_event");
        Database.execute("drop table crowd_event");
        Database.execute("delete from person_merge_log where winner_person_id >= " + FIRST);
        Database.execute("delete from aisupport_consent_state where patient_id >= " + FIRST);
        Database.execute("delete from person_attribute where person_id >= " + FIRST);
        Database.execute("delete from patient where patient_id >= " + FIRST);
        Database.execute("delete from person where person_id >= " + FIRST);
        analyze();
    }

    private static void insert(String into, String select) {
        Database.execute("insert into " + into + " select " + select);
    }

    private static void analyze() {
        Database.texts("analyze table person, patient, person_attribute, person_merge_log, aisupport_consent_state,"
                + " aisupport_consent_event");
    }
}
