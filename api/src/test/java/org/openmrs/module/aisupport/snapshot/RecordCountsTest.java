/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.consent.PermittedPatients;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.Denials;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.validation.MisconfiguredException;

/** For how many patients inputs are recorded: among those who permit it and no others, and never a small number. */
@Tag("C2")
class RecordCountsTest {

    private static final int CREATININE = 900_001;
    private static final int CREATININE_TOO = 900_002;
    private static final int METFORMIN = 900_003;
    private static final int HYPERTENSION = 900_004;
    private static final int PREGNANT = 900_005;
    private static final int DRUG = 900_006;

    private final House house = new House();
    private final Denials denials = new Denials(house);
    private final FakeChart dictionary = new FakeChart()
            .concept(CREATININE, "CIEL", "790", "umol/L")
            .concept(CREATININE_TOO, "CIEL", "164364", "umol/L")
            .concept(METFORMIN, "CIEL", "79651")
            .concept(HYPERTENSION, "CIEL", "117399")
            .concept(PREGNANT, "CIEL", "5272")
            .concept(900_007, "CIEL", "1065");
    private final RecordCounts counts = new RecordCounts(
            House.sessions(),
            new PermittedPatients(house.leaflets, house.settings, house.clock),
            new ConceptMappings(house.settings, () -> Path.of("none")),
            new SensitiveTopics(house.settings, dictionary),
            dictionary);

    @AfterEach
    void noRecordsAreLeft() {
        for (String table : List.of("obs", "conditions", "encounter_diagnosis", "orders", "drug_order", "drug")) {
            Database.execute("delete from " + table);
        }
    }

    private RecordCounts.Counted count(String... inputs) {
        return house.inTransaction(() -> counts.count(Set.of(inputs)));
    }

    private OptionalLong creatinines() {
        return count("creatinine").byInput().get("creatinine").told();
    }

    private List<PatientRef> permitting(int many) {
        List<PatientRef> patients = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            patients.add(denials.permitted());
        }
        return patients;
    }

    private static void observe(PatientRef patient, int concept) {
        Database.execute(
                "insert into obs (person_id, concept_id, value_numeric) values (?, ?, 90)", patient.id(), concept);
    }

    private static void order(PatientRef patient, int concept, String action, Integer drug) {
        Database.execute(
                "insert into orders (patient_id, concept_id, order_action) values (?, ?, ?)",
                patient.id(),
                concept,
                action);
        Database.execute("insert into drug_order select max(order_id), ? from orders", drug);
    }

    @Test
    void five_patients_are_told_and_four_are_not() {
        List<PatientRef> patients = permitting(5);
        patients.subList(0, 4).forEach(patient -> observe(patient, CREATININE));

        assertThat(creatinines()).isEmpty();
        observe(patients.get(4), CREATININE);

        assertThat(creatinines()).hasValue(5);
    }

    /** A narrowed yes is still a yes: sensitive topics are counted for nobody anyway. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NARROWED")
    void trust02_whoever_does_not_permit_it_is_not_counted_whatever_the_reason(DenialReason reason) {
        List<PatientRef> patients = permitting(6);
        patients.forEach(patient -> observe(patient, CREATININE));
        assertThat(creatinines()).hasValue(6);

        denials.bringAbout(reason, patients.get(0));

        assertThat(creatinines()).hasValue(5);
    }

    @Test
    void trust01_whoever_was_never_asked_is_not_counted() {
        permitting(5).forEach(patient -> observe(patient, CREATININE));
        observe(house.patients.add(), CREATININE);

        assertThat(creatinines()).hasValue(5);
    }

    @Test
    void who_permits_it_is_counted_although_sensitive_topics_are_left_out() {
        List<PatientRef> patients = permitting(5);
        patients.forEach(patient -> observe(patient, CREATININE));

        denials.bringAbout(DenialReason.NARROWED, patients.get(0));

        assertThat(creatinines()).hasValue(5);
    }

    @Test
    void two_records_of_a_patient_are_one_patient_and_a_deleted_record_is_none() {
        List<PatientRef> patients = permitting(6);
        patients.forEach(patient -> observe(patient, CREATININE));
        observe(patients.get(0), CREATININE);
        observe(patients.get(1), CREATININE_TOO);
        Database.execute(
                "update obs set voided = true where person_id = ?",
                patients.get(5).id());

        assertThat(creatinines()).hasValue(5);
    }

    @Test
    void each_kind_of_input_is_counted_in_its_own_records() {
        List<PatientRef> patients = permitting(8);
        Database.execute("insert into drug values (1, ?)", METFORMIN);
        patients.subList(0, 5).forEach(patient -> order(patient, METFORMIN, "NEW", null));
        order(patients.get(5), DRUG, "NEW", 1);
        order(patients.get(6), METFORMIN, "DISCONTINUE", null);
        patients.subList(0, 5)
                .forEach(patient -> Database.execute(
                        "insert into conditions (patient_id, condition_coded) values (?, ?)",
                        patient.id(),
                        HYPERTENSION));
        patients.subList(3, 8)
                .forEach(patient -> Database.execute(
                        "insert into encounter_diagnosis (patient_id, diagnosis_coded) values (?, ?)",
                        patient.id(),
                        HYPERTENSION));
        patients.subList(0, 7)
                .forEach(patient -> Database.execute(
                        "insert into obs (person_id, concept_id, value_coded) values (?, ?, 900007)",
                        patient.id(),
                        PREGNANT));
        observe(patients.get(7), HYPERTENSION); // a mention in an observation is no problem

        assertThat(count("creatinine", "metformin", "hypertension", "pregnancy-status")
                        .byInput())
                .isEqualTo(Map.of(
                        "creatinine", PatientCount.of(0),
                        "metformin", PatientCount.of(6),
                        "hypertension", PatientCount.of(8),
                        "pregnancy-status", PatientCount.of(7)));
    }

    @Test
    void what_no_concept_stands_for_is_not_counted_which_is_another_thing_than_none() {
        assertThat(count("creatinine", "lithium").byInput()).containsOnlyKeys("creatinine");
    }

    @Test
    @Tag("C10")
    void trust11_a_sensitive_topic_is_counted_for_nobody() {
        permitting(5).forEach(patient -> observe(patient, CREATININE));
        house.settings.set(Setting.CONSENT_SENSITIVE_CONCEPTS, FakeChart.uuidOf(CREATININE_TOO));

        RecordCounts.Counted counted = count("creatinine", "metformin");

        assertThat(counted.byInput()).containsOnlyKeys("metformin");
        assertThat(counted.sensitive()).containsExactly("creatinine");
    }

    @Test
    @Tag("C10")
    void where_it_can_not_be_told_what_is_sensitive_nothing_is_counted() {
        house.settings.set(Setting.CONSENT_SENSITIVE_CONCEPTS, "no-such-concept");

        assertThatThrownBy(() -> count("creatinine")).isInstanceOf(MisconfiguredException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void it_takes_four_counting_statements_however_many_patients_there_are(int many) {
        permitting(many).forEach(patient -> observe(patient, CREATININE));
        Statistics statistics = House.sessions().getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            statistics.clear();
            count("creatinine", "metformin", "hypertension", "pregnancy-status");

            assertThat(statistics.getPrepareStatementCount()).isEqualTo(4);
            assertThat(statistics.getEntityLoadCount()).isZero();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }
}
