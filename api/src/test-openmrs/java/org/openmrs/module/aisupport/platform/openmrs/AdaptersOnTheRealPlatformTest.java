/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.CodedOrFreeText;
import org.openmrs.Concept;
import org.openmrs.Condition;
import org.openmrs.ConditionClinicalStatus;
import org.openmrs.ConditionVerificationStatus;
import org.openmrs.Diagnosis;
import org.openmrs.Encounter;
import org.openmrs.Obs;
import org.openmrs.Privilege;
import org.openmrs.api.ConceptService;
import org.openmrs.api.context.Context;
import org.openmrs.module.aisupport.platform.ChartReader;
import org.openmrs.module.aisupport.platform.ChartReader.CodePattern;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRecord;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.PlatformSetup;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;
import org.openmrs.module.aisupport.snapshot.SensitiveTopics;
import org.openmrs.test.jupiter.BaseContextSensitiveTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Every query and every call of the adapters, on the platform's own mappings and its standard test data. */
class AdaptersOnTheRealPlatformTest extends BaseContextSensitiveTest {

    private static final int HORATIO = 7;

    @Autowired
    private SessionFactory sessions;

    private OpenmrsPatients patients;
    private OpenmrsChartReader chart;
    private Settings settings;
    private ConsentConcepts concepts;
    private OpenmrsConsentMirror mirror;
    private PatientRef horatio;

    @BeforeEach
    void adapters() {
        PersonNames names = new PersonNames(sessions);
        patients = new OpenmrsPatients(sessions, names);
        chart = new OpenmrsChartReader(sessions);
        settings = new OpenmrsSettings(sessions);
        concepts = new ConsentConcepts(sessions, settings);
        mirror = new OpenmrsConsentMirror(sessions, concepts, new Elevation());
        horatio = patients.byId(HORATIO).orElseThrow().ref();
    }

    @Test
    void a_patient_is_found_by_id_and_uuid_with_name_sex_and_birth_date() {
        PatientRecord record = patients.byUuid(horatio.uuid()).orElseThrow();

        assertThat(record.ref().id()).isEqualTo(HORATIO);
        assertThat(record.name()).isEqualTo(
                Context.getPatientService().getPatient(HORATIO).getPersonName().getFullName());
        assertThat(record.birthdate()).isPresent();
        assertThat(record.dead()).isFalse();
        assertThat(patients.byUuid("nobody")).isEmpty();
    }

    @Test
    void a_closed_patient_is_found_only_by_who_asks_for_closed_ones_too() {
        Context.getPatientService().voidPatient(Context.getPatientService().getPatient(HORATIO), "a test");
        Context.flushSession();

        assertThat(patients.byUuid(horatio.uuid())).isEmpty();
        assertThat(patients.findEvenVoided(horatio.uuid())).contains(horatio);
        assertThat(patients.isMergedAway(horatio)).isFalse();
        assertThat(patients.names(List.of(8))).containsKey(8);
    }

    @Test
    void a_merged_patient_is_known_as_merged() throws Exception {
        PatientRef loser = patients.byId(8).orElseThrow().ref();

        Context.getPatientService()
                .mergePatients(
                        Context.getPatientService().getPatient(HORATIO),
                        List.of(Context.getPatientService().getPatient(8)));
        Context.flushSession();

        assertThat(patients.isMergedAway(loser)).isTrue();
        assertThat(patients.isMergedAway(horatio)).isFalse();
    }

    @Test
    void an_encounter_and_a_visit_belong_to_their_patient_only() {
        String encounter = Context.getEncounterService()
                .getEncountersByPatientId(HORATIO)
                .get(0)
                .getUuid();
        PatientRef other = patients.byId(2).orElseThrow().ref();

        assertThat(patients.hasEncounter(horatio, encounter)).isTrue();
        assertThat(patients.hasEncounter(other, encounter)).isFalse();
        assertThat(patients.hasVisit(other, "no visit")).isFalse();
    }

    @Test
    void the_user_is_the_authenticated_one_with_a_readable_name() {
        OpenmrsCurrentUser user = new OpenmrsCurrentUser(sessions, new PersonNames(sessions));

        assertThat(user.actor().orElseThrow().userId())
                .isEqualTo(Context.getAuthenticatedUser().getUserId());
        assertThat(user.actor().orElseThrow().name()).isNotBlank();
        assertThat(user.providerUuid()).isNotNull();
        assertThat(user.locale()).isInstanceOf(Locale.class);

        Context.logout();
        assertThat(user.actor()).isEmpty();
        assertThat(user.providerUuid()).isEmpty();
    }

    @Test
    void a_setting_is_read_as_it_is_stored_and_blank_counts_as_missing() {
        assertThat(settings.value(Setting.MAPPING_FILE)).isEmpty();

        Context.getAdministrationService().setGlobalProperty(Setting.MAPPING_FILE.property(), " site.json ");
        assertThat(settings.value(Setting.MAPPING_FILE)).contains("site.json");
        Context.getAdministrationService().setGlobalProperty(Setting.MAPPING_FILE.property(), " ");
        assertThat(settings.value(Setting.MAPPING_FILE)).isEmpty();
    }

    @Test
    void observations_are_read_with_number_answer_encounter_and_time_newest_first() {
        Set<Integer> weightAndAnswered = Set.of(5089, 5497, 20, 21);

        List<ChartReader.ObservationRow> rows = chart.observations(horatio, weightAndAnswered);

        assertThat(rows).isNotEmpty();
        assertThat(rows).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
        assertThat(rows).anyMatch(row -> row.number().isPresent());
        assertThat(rows).anyMatch(row -> row.answerConceptId().isPresent());
        assertThat(rows).anyMatch(row -> row.encounterUuid().isPresent());
    }

    @Test
    void an_observation_knows_the_questions_of_its_group_and_of_the_group_around_it() {
        Concept weight = Context.getConceptService().getConcept(5089);
        Concept panel = Context.getConceptService().getConcept(23);
        Concept outer = Context.getConceptService().getConcept(5497);
        Obs value = obs(weight);
        value.setValueNumeric(70.0);
        Obs inner = obs(panel);
        inner.addGroupMember(value);
        Obs around = obs(outer);
        around.addGroupMember(inner);
        Obs alone = obs(weight);
        alone.setValueNumeric(71.0);
        List.of(around, inner, value, alone).forEach(sessions.getCurrentSession()::save);
        Context.flushSession();

        List<ChartReader.ObservationRow> rows = chart.observations(horatio, Set.of(5089));

        assertThat(rows)
                .filteredOn(row -> row.uuid().equals(value.getUuid()))
                .singleElement()
                .returns(Set.of(23, 5497), ChartReader.ObservationRow::groupConceptIds);
        assertThat(rows)
                .filteredOn(row -> row.uuid().equals(alone.getUuid()))
                .singleElement()
                .returns(Set.of(), ChartReader.ObservationRow::groupConceptIds);
    }

    private static Obs obs(Concept question) {
        Obs obs = new Obs(Context.getPersonService().getPerson(HORATIO), question, new Date(), null);
        obs.setCreator(Context.getAuthenticatedUser());
        obs.setDateCreated(new Date());
        return obs;
    }

    @Test
    void concepts_are_found_by_uuid_retired_ones_too_and_those_that_the_dictionary_lacks_are_not() {
        Concept weight = Context.getConceptService().getConcept(5089);
        Concept retired = Context.getConceptService().getAllConcepts("conceptId", true, true).stream()
                .filter(Concept::getRetired)
                .findFirst()
                .orElseThrow();

        assertThat(chart.conceptIds(List.of(weight.getUuid(), retired.getUuid(), "no-such-concept")))
                .isEqualTo(Map.of(weight.getUuid(), 5089, retired.getUuid(), retired.getConceptId()));
        assertThat(chart.conceptIds(List.of())).isEmpty();
    }

    @Test
    @Tag("C10")
    void trust11_members_of_a_set_are_found_and_through_it_everything_below() {
        ConceptService dictionary = Context.getConceptService();
        Concept inner = dictionary.getConcept(3);
        inner.addSetMember(dictionary.getConcept(5089));
        Concept outer = dictionary.getConcept(4);
        outer.addSetMember(inner);
        outer.addSetMember(dictionary.getConcept(5497));
        sessions.getCurrentSession().saveOrUpdate(inner);
        sessions.getCurrentSession().saveOrUpdate(outer);
        Context.flushSession();

        assertThat(chart.membersOf(Set.of(4))).containsExactlyInAnyOrder(3, 5497);
        assertThat(chart.membersOf(Set.of(3, 5497))).containsExactly(5089);
        assertThat(chart.membersOf(Set.of(5089))).isEmpty();
        assertThat(chart.membersOf(Set.of())).isEmpty();
        Context.getAdministrationService()
                .setGlobalProperty(Setting.CONSENT_SENSITIVE_CONCEPTS.property(), outer.getUuid());
        assertThat(new SensitiveTopics(settings, chart).problem()).isEmpty();
        Context.getAdministrationService()
                .setGlobalProperty(Setting.CONSENT_SENSITIVE_CONCEPTS.property(), outer.getUuid() + ", no-such-concept");
        assertThat(new SensitiveTopics(settings, chart).problem())
                .hasValueSatisfying(text -> assertThat(text).contains("no-such-concept"));
    }

    @Test
    void medications_are_read_with_their_start() {
        PatientRef other = patients.byId(2).orElseThrow().ref();

        assertThat(chart.medications(other, Set.of("CIEL", "RxNORM")))
                .isNotEmpty()
                .allMatch(row -> row.start() != null);
    }

    @Test
    void conditions_and_diagnoses_are_read_coded_and_free_text() {
        Encounter encounter =
                Context.getEncounterService().getEncountersByPatientId(HORATIO).get(0);
        CodedOrFreeText coded = new CodedOrFreeText(Context.getConceptService().getConcept(3), null, null);
        Condition condition = new Condition();
        condition.setPatient(Context.getPatientService().getPatient(HORATIO));
        condition.setCondition(coded);
        condition.setClinicalStatus(ConditionClinicalStatus.ACTIVE);
        Context.getConditionService().saveCondition(condition);
        Diagnosis diagnosis = new Diagnosis(
                encounter,
                new CodedOrFreeText(null, null, "sugar"),
                ConditionVerificationStatus.CONFIRMED,
                1,
                encounter.getPatient());
        Context.getDiagnosisService().save(diagnosis);
        Context.flushSession();

        assertThat(chart.problems(horatio))
                .anyMatch(row -> row.uuid().equals(condition.getUuid())
                        && row.conceptId().equals(Optional.of(3))
                        && row.active())
                .anyMatch(row -> row.uuid().equals(diagnosis.getUuid())
                        && row.conceptId().isEmpty()
                        && row.encounterUuid().equals(Optional.of(encounter.getUuid())));
    }

    @Test
    void only_same_as_mappings_find_a_concept_exactly_or_by_the_beginning_of_the_code() {
        Object[] known = sessions.getCurrentSession()
                .createQuery(
                        "select s.name, t.code, c.conceptId from ConceptMap m join m.concept c"
                                + " join m.conceptReferenceTerm t join t.conceptSource s join m.conceptMapType k"
                                + " where c.retired = false and t.retired = false and lower(k.name) = 'same-as'",
                        Object[].class)
                .setMaxResults(1)
                .list()
                .get(0);
        Set<String> source = Set.of((String) known[0]);
        String code = (String) known[1];

        assertThat(chart.conceptsMappedTo(List.of(new CodePattern(source, code, false))))
                .anyMatch(concept -> concept.id() == (Integer) known[2] && !concept.name().isBlank());
        assertThat(chart.conceptsMappedTo(List.of(new CodePattern(source, code.substring(0, 1), true))))
                .anyMatch(concept -> concept.id() == (Integer) known[2]);
        assertThat(chart.conceptsMappedTo(List.of(new CodePattern(Set.of("no such source"), code, false))))
                .isEmpty();
    }

    @Test
    void what_is_missing_is_set_up_once_and_the_attribute_then_follows() {
        String anyPrivilege = Context.getUserService()
                .savePrivilege(new Privilege("Some Privilege", "For a test"))
                .getPrivilege();
        OpenmrsSetup setup = new OpenmrsSetup(concepts, settings, new Elevation());
        List<PlatformSetup.Step> steps = setup.steps(Map.of("AI test role", List.of(anyPrivilege)));
        assertThat(steps).anyMatch(step -> step.missing().isPresent());

        steps.forEach(PlatformSetup.Step::add);
        steps.forEach(PlatformSetup.Step::add);
        Context.flushSession();

        assertThat(steps).allMatch(step -> step.missing().isEmpty());
        assertThat(Context.getUserService().getRole("AI test role")).isNotNull();
        assertThat(mirror.read(horatio).value()).isEqualTo(ConsentMirror.Value.ABSENT);
        for (ConsentMirror.Value value : List.of(ConsentMirror.Value.YES, ConsentMirror.Value.NO)) {
            mirror.write(horatio, value);
            Context.flushSession();
            assertThat(mirror.read(horatio).value()).isEqualTo(value);
        }
    }

    @Test
    void a_locked_dictionary_refuses_and_the_status_says_what_to_do() {
        Context.getAdministrationService().setGlobalProperty("concepts.locked", "true");
        PlatformSetup.Step yes =
                new OpenmrsSetup(concepts, settings, new Elevation()).steps(Map.of()).get(0);

        assertThat(catchThrowable(yes::add)).isNotNull();
        assertThat(yes.missing()).hasValueSatisfying(text -> assertThat(text).contains("Unlock"));
        assertThat(Optional.of(yes.name())).contains("Consent answer YES");
    }
}
