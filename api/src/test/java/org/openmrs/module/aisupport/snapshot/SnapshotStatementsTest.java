/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.consent.GateAnswer;
import org.openmrs.module.aisupport.consent.Permit;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.engine.guidelines.GuidelineEngine;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.openmrs.OpenmrsChartReader;
import org.openmrs.module.aisupport.testing.Denials;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.testing.StandInChart;
import org.springframework.orm.hibernate5.HibernateTransactionManager;

/** Harm: with a long record a snapshot asks the database once for each item, and the GP waits. */
@Tag("P3")
class SnapshotStatementsTest {

    private static final StandInChart CHART = new StandInChart();

    private final House house = new House();
    private final SessionFactory sessions = CHART.sessionFactory();
    private final Transactions transactions = new Transactions(new HibernateTransactionManager(sessions));
    private final OpenmrsChartReader chart = new OpenmrsChartReader(sessions);
    private final SnapshotBuilder builder = new SnapshotBuilder(
            house.patients,
            chart,
            new ConceptMappings(house.settings, () -> Path.of("none")),
            new SensitiveTopics(house.settings, chart),
            house.clock);

    @Test
    void a_snapshot_takes_the_same_statements_for_ten_records_and_for_ten_thousand() {
        dictionary();
        Permit permit = permit();
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        Map<Integer, Long> statements = new HashMap<>();
        for (int records : new int[] {10, 100, 1_000, 10_000}) {
            record(permit.patient(), records);
            statistics.clear();

            Snapshot snapshot = transactions.alone(
                    () -> builder.build(permit, GuidelineEngine.create().card().inputs()));

            assertThat(snapshot.all("creatinine")).hasSize(records / 2);
            assertThat(snapshot.problems("hypertension")).hasSize(records / 10);
            assertThat(snapshot.medications("metformin")).hasSize(records / 10);
            assertThat(snapshot.unreadOrders()).isEqualTo(records / 10);
            assertThat(statistics.getEntityLoadCount()).isZero();
            statements.put(records, statistics.getPrepareStatementCount());
        }

        assertThat(statements.values()).as(statements.toString()).containsOnly(statements.get(10));
        assertThat(statements.get(10)).isBetween(5L, 12L);
    }

    private Permit permit() {
        PatientRef patient = new Denials(house).permitted();
        return ((GateAnswer.Granted) house.gate.ask(patient, Purpose.OWN_CARE)).permit();
    }

    /** Three concepts, by the codes of the module's own mapping, and the question of a group. */
    private static void dictionary() {
        CHART.executeFreely(
                "insert into concept (concept_id, datatype_id, class_id, uuid)"
                        + " select seq, 1, 1, uuid() from seq_8001_to_8004",
                "insert into concept_name (concept_id, name, locale, uuid)"
                        + " select seq, concat('Concept ', seq), 'en', uuid() from seq_8001_to_8004",
                "insert into concept_numeric (concept_id, units) values (8001, 'umol/L')",
                "insert into concept_reference_source (concept_source_id, name, description, uuid)"
                        + " values (8001, 'CIEL', 'for tests', uuid())",
                "insert into concept_map_type (concept_map_type_id, name, uuid) values (8001, 'SAME-AS', uuid())",
                "insert into concept_reference_term (concept_reference_term_id, concept_source_id, code, uuid)"
                        + " values (8001, 8001, '790', uuid()), (8002, 8001, '117399', uuid()),"
                        + " (8003, 8001, '79651', uuid())",
                "insert into concept_reference_map (concept_reference_term_id, concept_map_type_id, concept_id, uuid)"
                        + " select seq, 8001, seq, uuid() from seq_8001_to_8003");
    }

    /** Half of them creatinines, of which every second stands in a group of its own; a tenth each are problems, orders, and orders of no code. */
    private static void record(PatientRef patient, int records) {
        String person = String.valueOf(patient.id());
        CHART.executeFreely(
                "delete from obs",
                "delete from conditions",
                "delete from drug_order",
                "delete from orders",
                "delete from encounter",
                "insert ignore into person (person_id, uuid) values (" + person + ", uuid())",
                "insert ignore into patient (patient_id) values (" + person + ")",
                "insert into encounter (encounter_id, encounter_type, patient_id, encounter_datetime, uuid)"
                        + " values (8001, 1, " + person + ", now(), uuid())",
                "insert into obs (obs_id, person_id, concept_id, encounter_id, obs_datetime, uuid) select 100000 + seq, "
                        + person + ", 8004, 8001, now() - interval seq hour, uuid() from seq_1_to_" + records / 2,
                "insert into obs (obs_id, person_id, concept_id, encounter_id, obs_datetime, obs_group_id, value_numeric,"
                        + " uuid) select 200000 + seq, " + person + ", 8001, 8001, now() - interval seq hour,"
                        + " if(seq % 2 = 0, 100000 + seq, null), 80 + seq % 20, uuid() from seq_1_to_" + records / 2,
                "insert into conditions (condition_coded, clinical_status, patient_id, uuid) select 8002, 'ACTIVE', "
                        + person + ", uuid() from seq_1_to_" + records / 10,
                "insert into orders (order_id, order_type_id, concept_id, orderer, encounter_id, date_activated, patient_id,"
                        + " uuid, order_number, order_action, care_setting) select 8000 + seq, 1, 8003, 1, 8001,"
                        + " now() - interval seq day, " + person + ", uuid(), concat('T-', seq), 'NEW', 1"
                        + " from seq_1_to_" + records / 10,
                "insert into orders (order_id, order_type_id, concept_id, orderer, encounter_id, date_activated, patient_id,"
                        + " uuid, order_number, order_action, care_setting) select 80000 + seq, 1, 8004, 1, 8001,"
                        + " '2000-01-01', " + person + ", uuid(), concat('U-', seq), 'NEW', 1"
                        + " from seq_1_to_" + records / 10,
                "insert into drug_order (order_id) select order_id from orders");
    }
}
