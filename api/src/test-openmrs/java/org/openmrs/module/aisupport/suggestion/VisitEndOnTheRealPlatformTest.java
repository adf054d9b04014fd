/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.Concept;
import org.openmrs.Encounter;
import org.openmrs.Patient;
import org.openmrs.PersonAttribute;
import org.openmrs.PersonAttributeType;
import org.openmrs.Visit;
import org.openmrs.api.ValidationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.consent.Leaflets;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.testing.FakeEngine;
import org.openmrs.module.aisupport.testing.Proposals;
import org.openmrs.test.jupiter.BaseContextSensitiveTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** The module as the platform wires it, with the rule on and a suggestion undecided: each way in which the platform ends a visit. */
@Tag("S7")
class VisitEndOnTheRealPlatformTest extends BaseContextSensitiveTest {

    private static final int HORATIO = 7;
    private static final int HIS_VISIT = 8;
    private static final String REFUSAL = "This visit can’t be ended yet: 1 AI suggestion is undecided:"
            + " «Look at {0} potassium». Open AI support in the chart and accept or reject.";

    @Autowired
    private SessionFactory sessions;

    @Autowired
    private PlatformTransactionManager manager;

    private Transactions transactions;
    private Visit visit;

    @BeforeEach
    void anUndecidedSuggestionForAVisit() {
        transactions = new Transactions(manager);
        transactions.alone(() -> {
            Patient horatio = Context.getPatientService().getPatient(HORATIO);
            set(Setting.VISIT_END_NEEDS_DECISIONS.property(), "true");
            sayYes(horatio);
            suggest(new PatientRef(HORATIO, horatio.getUuid()));
            return horatio;
        });
        visit = Context.getVisitService().getVisit(HIS_VISIT);
    }

    /** The rule reads what is committed, so that all of it was; the next test gets the standard data anew. */
    @AfterEach
    void leaveNothing() {
        deleteAllData();
    }

    @Test
    void to_end_it_is_refused_in_words_and_it_stays_open() {
        assertThatThrownBy(() -> Context.getVisitService().endVisit(visit, null))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining(REFUSAL);

        assertThat(isOpen()).isTrue();
        assertThat(refusals()).isEqualTo(1);
    }

    @Test
    void to_save_it_with_an_end_is_refused_and_whatever_else_is_saved_is_not() {
        visit.setStartDatetime(new Date(visit.getStartDatetime().getTime() - 1000));
        Context.getVisitService().saveVisit(visit);
        Encounter encounter = Context.getEncounterService().getEncounter(3);
        encounter.setVisit(visit);
        Context.getEncounterService().saveEncounter(encounter);

        visit.setStopDatetime(new Date());

        assertThatThrownBy(() -> Context.getVisitService().saveVisit(visit))
                .isInstanceOf(ValidationException.class)
                .satisfies(thrown -> assertThat(((ValidationException) thrown)
                                .getErrors()
                                .getGlobalError()
                                .getCode())
                        .isEqualTo(REFUSAL));
    }

    @Test
    void what_webservices_rest_shows_for_the_refusal_is_its_words() {
        assertThat(Context.getMessageSourceService().getMessage(REFUSAL)).isEqualTo(REFUSAL);
    }

    @Test
    void it_ends_with_the_rule_off() {
        transactions.alone(() -> set(Setting.VISIT_END_NEEDS_DECISIONS.property(), "false"));

        Context.getVisitService().endVisit(visit, null);

        assertThat(visit.getStopDatetime()).isNotNull();
        assertThat(refusals()).isZero();
    }

    @Test
    void a_visit_of_the_past_that_is_entered_now_is_saved() {
        Visit past = new Visit(visit.getPatient(), visit.getVisitType(), new Date(0));
        past.setStopDatetime(new Date(3_600_000));

        assertThat(Context.getVisitService().saveVisit(past).getId()).isNotNull();
    }

    @Test
    void the_scheduler_closes_it_all_the_same() {
        set("visits.autoCloseVisitType", visit.getVisitType().getName());

        Context.getVisitService().stopVisits(null);

        assertThat(visit.getStopDatetime()).isNotNull();
        assertThat(refusals()).isZero();
    }

    @Test
    void to_void_it_is_not_refused() {
        visit.setStopDatetime(new Date());

        assertThat(Context.getVisitService().voidVisit(visit, "entered in error").getVoided())
                .isTrue();
    }

    private boolean isOpen() {
        return transactions.alone(() -> sessions.getCurrentSession()
                        .createQuery("select count(v) from Visit v where v.visitId = :id and v.stopDatetime is null")
                        .setParameter("id", HIS_VISIT)
                        .uniqueResult()
                        .equals(1L));
    }

    private long refusals() {
        return transactions.alone(() -> sessions.getCurrentSession()
                .createQuery("select count(a) from AisupportAudit a where a.kind = :kind", Long.class)
                .setParameter("kind", AuditKind.VISIT_END_REFUSED)
                .uniqueResult());
    }

    private static boolean set(String property, String value) {
        Context.getAdministrationService().setGlobalProperty(property, value);
        Context.flushSession();
        return true;
    }

    private void sayYes(Patient patient) {
        Concept yes = Context.getConceptService().getConcept(7);
        set(Setting.CONSENT_YES_CONCEPT.property(), yes.getUuid());
        PersonAttributeType type = new PersonAttributeType();
        type.setUuid(ConsentMirror.ATTRIBUTE_TYPE);
        type.setName("AI support consent");
        type.setDescription("for a test");
        type.setFormat("java.lang.String");
        Context.getPersonService().savePersonAttributeType(type);
        patient.addAttribute(new PersonAttribute(type, yes.getConceptId().toString()));
        Context.getPatientService().savePatient(patient);
        long now = System.currentTimeMillis() * 1000;
        sessions.getCurrentSession()
                .createNativeQuery("insert into aisupport_consent_state (patient_id, patient_uuid, purpose, status,"
                        + " includes_sensitive, mirror_due, leaflet_version, giver_role, event_uuid, since_micros,"
                        + " recorded_micros, expires_micros) values (:id, :uuid, 'own-care', 'GRANTED', false, false,"
                        + " :leaflet, 'PATIENT', :event, :now, :now, :later)")
                .setParameter("id", patient.getPatientId())
                .setParameter("uuid", patient.getUuid())
                .setParameter("leaflet", Leaflets.load().currentVersion())
                .setParameter("event", UUID.randomUUID().toString())
                .setParameter("now", now)
                .setParameter("later", now + 60_000_000_000_000L)
                .executeUpdate();
    }

    private void suggest(PatientRef patient) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String visitUuid = Context.getVisitService().getVisit(HIS_VISIT).getUuid();
        Run run = new Run(
                patient,
                new RunRequest(patient.uuid(), visitUuid, null, List.of()),
                new Actor(1, "somebody", "Somebody"),
                now);
        sessions.getCurrentSession().save(run);
        RunPart part = new RunPart(run, new FakeEngine().card());
        part.complete(1, List.of(), List.of());
        sessions.getCurrentSession().save(part);
        sessions.getCurrentSession()
                .save(new Suggestion(
                        patient,
                        run,
                        "own-care",
                        new FakeEngine().card(),
                        Proposals.aProposal("{0} potassium"), // braces: the platform must not take it for a pattern
                        now));
    }
}
