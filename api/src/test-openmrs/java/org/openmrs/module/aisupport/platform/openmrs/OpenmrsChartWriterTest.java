/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.Concept;
import org.openmrs.Condition;
import org.openmrs.ConditionClinicalStatus;
import org.openmrs.ConditionVerificationStatus;
import org.openmrs.Diagnosis;
import org.openmrs.Obs;
import org.openmrs.api.context.Context;
import org.openmrs.module.aisupport.platform.ChartWriter.EntryKind;
import org.openmrs.module.aisupport.platform.ChartWriter.NewEntry;
import org.openmrs.module.aisupport.platform.ChartWriter.StandingEntry;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.RefusedEntryException;
import org.openmrs.test.jupiter.BaseContextSensitiveTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What accepting writes, through the platform's own services, on its standard test data. */
@Tag("S6")
class OpenmrsChartWriterTest extends BaseContextSensitiveTest {

    private static final int HORATIO = 7;
    private static final String SUGGESTION = "5f0e1c52-8f1b-4c53-9c33-0d9f2a6f7a11";

    @Autowired
    private SessionFactory sessions;

    private OpenmrsChartWriter writer;
    private PatientRef horatio;
    private String encounter;

    @BeforeEach
    void adapter() {
        writer = new OpenmrsChartWriter(sessions);
        horatio = new PatientRef(
                HORATIO, Context.getPatientService().getPatient(HORATIO).getUuid());
        encounter = Context.getEncounterService()
                .getEncountersByPatientId(HORATIO)
                .get(0)
                .getUuid();
    }

    @Test
    void a_condition_is_on_the_problem_list_as_provisional_by_the_user_and_names_its_suggestion() {
        Concept concept = Context.getConceptService().getConcept(3);

        String uuid = writer.write(entry(EntryKind.CONDITION, Optional.of(concept.getUuid()), "as coded"));

        Condition condition = Context.getConditionService().getConditionByUuid(uuid);
        assertThat(condition.getPatient().getPatientId()).isEqualTo(HORATIO);
        assertThat(condition.getEncounter().getUuid()).isEqualTo(encounter);
        assertThat(condition.getCondition().getCoded()).isEqualTo(concept);
        assertThat(condition.getCondition().getNonCoded()).isNull();
        assertThat(condition.getClinicalStatus()).isEqualTo(ConditionClinicalStatus.ACTIVE);
        assertThat(condition.getVerificationStatus()).isEqualTo(ConditionVerificationStatus.PROVISIONAL);
        assertThat(condition.getCreator()).isEqualTo(Context.getAuthenticatedUser());
        assertThat(condition.getFormFieldNamespace()).isEqualTo("aisupport");
        assertThat(condition.getFormFieldPath()).isEqualTo(SUGGESTION);
        assertThat(Context.getConditionService().getActiveConditions(condition.getPatient()))
                .contains(condition);
    }

    @Test
    void a_condition_in_words_is_free_text() {
        String uuid = writer.write(entry(EntryKind.CONDITION, Optional.empty(), "Steroid diabetes"));

        Condition condition = Context.getConditionService().getConditionByUuid(uuid);
        assertThat(condition.getCondition().getCoded()).isNull();
        assertThat(condition.getCondition().getNonCoded()).isEqualTo("Steroid diabetes");
    }

    @Test
    void a_diagnosis_is_in_its_encounter_as_provisional_and_not_primary() {
        String uuid = writer.write(entry(EntryKind.DIAGNOSIS, Optional.empty(), "Diabetes mellitus"));

        Diagnosis diagnosis = Context.getDiagnosisService().getDiagnosisByUuid(uuid);
        assertThat(diagnosis.getEncounter().getUuid()).isEqualTo(encounter);
        assertThat(diagnosis.getPatient().getPatientId()).isEqualTo(HORATIO);
        assertThat(diagnosis.getCertainty()).isEqualTo(ConditionVerificationStatus.PROVISIONAL);
        assertThat(diagnosis.getRank()).isEqualTo(2);
        assertThat(diagnosis.getFormFieldPath()).isEqualTo(SUGGESTION);
    }

    @Test
    void a_plan_note_is_an_observation_in_words() {
        String uuid = writer.write(entry(EntryKind.PLAN_NOTE, Optional.of(textConcept()), "See again in a week"));

        Obs note = Context.getObsService().getObsByUuid(uuid);
        assertThat(note.getValueText()).isEqualTo("See again in a week");
        assertThat(note.getEncounter().getUuid()).isEqualTo(encounter);
        assertThat(note.getPersonId()).isEqualTo(HORATIO);
        assertThat(note.getFormFieldPath()).isEqualTo(SUGGESTION);
    }

    @Test
    void what_stands_is_the_same_until_somebody_changes_it() {
        String uuid = writer.write(entry(EntryKind.DIAGNOSIS, Optional.empty(), "Diabetes mellitus"));
        StandingEntry asWritten = writer.lock(EntryKind.DIAGNOSIS, uuid).orElseThrow();
        assertThat(writer.lock(EntryKind.DIAGNOSIS, uuid)).contains(asWritten);

        Diagnosis diagnosis = Context.getDiagnosisService().getDiagnosisByUuid(uuid);
        diagnosis.setCertainty(ConditionVerificationStatus.CONFIRMED);
        Context.getDiagnosisService().save(diagnosis);

        assertThat(writer.lock(EntryKind.DIAGNOSIS, uuid).orElseThrow().content())
                .isNotEqualTo(asWritten.content());
    }

    @Test
    void a_condition_that_somebody_edits_counts_as_replaced() {
        String uuid = writer.write(entry(EntryKind.CONDITION, Optional.empty(), "Diabetes mellitus"));
        Context.flushSession();

        Condition condition = Context.getConditionService().getConditionByUuid(uuid);
        condition.setAdditionalDetail("since spring");
        Context.getConditionService().saveCondition(condition);

        assertThat(writer.lock(EntryKind.CONDITION, uuid).orElseThrow().voided())
                .isTrue();
    }

    @Test
    void each_kind_can_be_voided_with_a_reason_and_then_says_so() {
        for (EntryKind kind : EntryKind.values()) {
            Optional<String> concept = kind == EntryKind.PLAN_NOTE ? Optional.of(textConcept()) : Optional.empty();
            String uuid = writer.write(entry(kind, concept, "Diabetes mellitus"));
            assertThat(writer.lock(kind, uuid).orElseThrow().voided()).isFalse();

            writer.voidRecord(kind, uuid, "the decision was undone");

            assertThat(writer.lock(kind, uuid).orElseThrow().voided())
                    .as(kind.name())
                    .isTrue();
        }
        assertThat(writer.lock(EntryKind.CONDITION, "nothing")).isEmpty();
    }

    @Test
    void what_the_platform_will_not_have_is_refused_in_its_own_words() {
        String weight = Context.getConceptService().getConcept(5089).getUuid();

        assertThatThrownBy(() -> writer.write(entry(EntryKind.PLAN_NOTE, Optional.of(weight), "in words")))
                .isInstanceOf(RefusedEntryException.class);
    }

    @Test
    void who_may_do_nothing_may_write_and_void_nothing() {
        for (EntryKind kind : EntryKind.values()) {
            assertThat(writer.mayWrite(kind)).isTrue();
            assertThat(writer.mayVoid(kind)).isTrue();
        }
        Context.logout();

        for (EntryKind kind : EntryKind.values()) {
            assertThat(writer.mayWrite(kind)).as(kind.name()).isFalse();
            assertThat(writer.mayVoid(kind)).as(kind.name()).isFalse();
        }
    }

    private NewEntry entry(EntryKind kind, Optional<String> concept, String text) {
        return new NewEntry(kind, horatio, Optional.of(encounter), concept, text, SUGGESTION);
    }

    private static String textConcept() {
        return Context.getConceptService().getAllConcepts().stream()
                .filter(concept -> concept.getDatatype().isText())
                .findFirst()
                .orElseThrow()
                .getUuid();
    }
}
