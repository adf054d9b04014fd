/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.Concept;
import org.openmrs.Patient;
import org.openmrs.Person;
import org.openmrs.PersonAttribute;
import org.openmrs.PersonAttributeType;
import org.openmrs.api.context.Context;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;
import org.openmrs.test.jupiter.BaseContextSensitiveTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** The gate's own SQL, and the keeper's, against the tables as the platform's mappings make them. */
class GateOnTheRealPlatformTest extends BaseContextSensitiveTest {

    private static final int HORATIO = 7;
    private static final int OTHER = 8;

    @Autowired
    private SessionFactory sessions;

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private Settings settings;

    private GateQuery query;
    private PatientRef horatio;

    @BeforeEach
    void query() {
        query = new GateQuery(sessions);
        horatio = new PatientRef(HORATIO, Context.getPatientService().getPatient(HORATIO).getUuid());
    }

    @Test
    @Tag("C2")
    void a_patient_of_whom_nothing_was_said_is_read_as_that() {
        GateReading reading = read();

        assertThat(reading.person()).hasValueSatisfying(person -> {
            assertThat(person.dead()).isFalse();
            assertThat(person.birthdate()).isPresent();
        });
        assertThat(reading.standing(Purpose.OWN_CARE).stored()).isEqualTo(ConsentStatus.NOT_RECORDED);
        assertThat(reading.merged()).isEmpty();
        assertThat(reading.attributeSaysYes()).isFalse();
        assertThat(reading.adultAge()).isEqualTo(AdultAge.DEFAULT);
    }

    @Test
    @Tag("C6")
    void the_state_the_attribute_and_the_settings_are_read_together() {
        insertGrant(horatio);
        Concept yes = Context.getConceptService().getConcept(7);
        set(Setting.CONSENT_YES_CONCEPT, yes.getUuid());
        set(Setting.CONSENT_ADULT_AGE, "16");
        answer(yes.getConceptId().toString());

        GateReading reading = read();

        assertThat(reading.standing(Purpose.OWN_CARE).stored()).isEqualTo(ConsentStatus.GRANTED);
        assertThat(reading.standing(Purpose.OWN_CARE).leafletVersion()).contains("1");
        assertThat(reading.attributeSaysYes()).isTrue();
        assertThat(reading.adultAge()).isEqualTo(16);
        answer("no such thing");
        assertThat(read().attributeSaysYes()).isFalse();
    }

    @Test
    @Tag("C7")
    void a_merge_by_the_platform_is_seen_and_the_merged_record_is_closed() throws Exception {
        Patient winner = Context.getPatientService().getPatient(HORATIO);
        Patient loser = Context.getPatientService().getPatient(OTHER);
        insertGrant(new PatientRef(OTHER, loser.getUuid()));
        Instant before = Instant.now().minusSeconds(2);

        Context.getPatientService().mergePatients(winner, List.of(loser));
        Context.flushSession();

        assertThat(read().merged()).singleElement().satisfies(merged -> {
            assertThat(merged.at()).isAfter(before).isBefore(Instant.now().plusSeconds(2));
            assertThat(merged.standing(Purpose.OWN_CARE).stored()).isEqualTo(ConsentStatus.GRANTED);
        });
        assertThat(query.read(new PatientRef(OTHER, loser.getUuid()), Set.of(Purpose.OWN_CARE))
                        .person())
                .isEmpty();
    }

    @Test
    @Tag("C7")
    void every_search_of_the_sweep_runs_on_the_platforms_tables() {
        ConsentCandidates candidates = new ConsentCandidates(
                sessions, new Transactions(manager), Leaflets.load(), settings, Clock.systemDefaultZone());

        assertThat(candidates.searches()).isNotEmpty().allSatisfy(search -> assertThat(candidates.page(search, 0))
                .isNotNull());
    }

    private GateReading read() {
        return query.read(horatio, Set.of(Purpose.values()));
    }

    private void insertGrant(PatientRef patient) {
        sessions.getCurrentSession()
                .createNativeQuery("insert into aisupport_consent_state (patient_id, patient_uuid, purpose, status,"
                        + " includes_sensitive, mirror_due, leaflet_version, giver_role, since_micros, recorded_micros,"
                        + " expires_micros) values (:id, :uuid, 'own-care', 'GRANTED', false, false, '1', 'PATIENT',"
                        + " 1, 1, 2)")
                .setParameter("id", patient.id())
                .setParameter("uuid", patient.uuid())
                .executeUpdate();
    }

    private static void set(Setting setting, String value) {
        Context.getAdministrationService().setGlobalProperty(setting.property(), value);
        Context.flushSession();
    }

    private static void answer(String value) {
        PersonAttributeType type =
                Context.getPersonService().getPersonAttributeTypeByUuid(ConsentMirror.ATTRIBUTE_TYPE);
        if (type == null) {
            type = new PersonAttributeType();
            type.setUuid(ConsentMirror.ATTRIBUTE_TYPE);
            type.setName("AI support consent");
            type.setDescription("for a test");
            type.setFormat("java.lang.String");
            Context.getPersonService().savePersonAttributeType(type);
        }
        Person person = Context.getPersonService().getPerson(HORATIO);
        person.addAttribute(new PersonAttribute(type, value));
        Context.getPersonService().savePerson(person);
        Context.flushSession();
    }
}
