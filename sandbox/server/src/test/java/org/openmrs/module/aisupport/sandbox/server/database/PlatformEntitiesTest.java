/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.sandbox.server.RunningSandbox;

/** OpenMRS's entities answer HQL by OpenMRS's names, on a real MariaDB. */
class PlatformEntitiesTest {

    private static final String KAREN = "b0c034ee-1d2d-57fd-9757-aeea1fb826cc";

    @ParameterizedTest
    @ValueSource(strings = {"Patient", "org.openmrs.Patient"})
    void an_entity_has_its_short_name_and_its_full_one(String name) {
        assertThat(RunningSandbox.values("select p.gender from " + name + " p where p.uuid = :key", KAREN))
                .containsExactly("F");
    }

    @Test
    void a_patient_is_a_person_and_each_is_voided_on_its_own() {
        assertThat(RunningSandbox.values(
                        "select p.patientId from Patient p where p.uuid = :key and p.voided = false and p.personVoided = false",
                        KAREN))
                .isEqualTo(RunningSandbox.values("select p.personId from Person p where p.uuid = :key", KAREN));
    }

    @Test
    void observations_lead_to_person_concept_and_encounter() {
        assertThat(RunningSandbox.values(
                        "select o.valueNumeric from Obs o join o.encounter e where o.person.uuid = :key"
                                + " and o.concept.uuid like '790A%' and o.voided = false and o.status = 'FINAL'"
                                + " and e.patient.patientId = o.person.personId order by o.obsDatetime desc",
                        KAREN))
                .startsWith(128.0);
    }

    @Test
    void units_are_on_the_numeric_concept_and_codes_on_the_mapping() {
        assertThat(RunningSandbox.values(
                        "select n.units from ConceptMap m, ConceptNumeric n join m.conceptReferenceTerm t"
                                + " join t.conceptSource s join m.conceptMapType k where n.conceptId = m.concept.conceptId"
                                + " and s.name = 'CIEL' and t.code = :key and k.name = 'SAME-AS' and t.retired = false",
                        "790"))
                .containsExactly("umol/L");
    }

    @Test
    void members_lead_to_their_set_and_observations_to_their_group() {
        try (Session session = RunningSandbox.sandbox().sessionFactory().openSession()) {
            session.beginTransaction();
            session.createNativeQuery("insert into concept_set (concept_id, concept_set, sort_weight, uuid)"
                            + " select m.concept_id, s.concept_id, 1, 'set-of-creatinine' from concept m, concept s"
                            + " where m.uuid like '790A%' and s.uuid like '142473A%'")
                    .executeUpdate();
            assertThat(session.createQuery(
                                    "select s.concept.uuid from ConceptSet s where s.conceptSet.uuid like '142473A%'",
                                    String.class)
                            .list())
                    .singleElement()
                    .asString()
                    .startsWith("790A");
            session.getTransaction().rollback();
        }
        assertThat(RunningSandbox.values(
                        "select g.obsGroup.obsId from Obs m join m.obsGroup g where m.person.uuid = :key", KAREN))
                .isEmpty();
    }

    @Test
    void problems_are_coded_inside_a_component_as_in_openmrs() {
        assertThat(RunningSandbox.values(
                        "select k.uuid from Condition c left join c.condition.coded k where c.patient.uuid = :key"
                                + " and c.clinicalStatus = 'ACTIVE' and c.condition.nonCoded is null and c.endDate is null",
                        KAREN))
                .anySatisfy(uuid -> assertThat((String) uuid).startsWith("142473A"));
        assertThat(RunningSandbox.values(
                        "select d.certainty from Diagnosis d join d.diagnosis.coded k join d.encounter e"
                                + " where d.patient.uuid = :key and d.rank = 1",
                        KAREN))
                .isNotEmpty()
                .containsOnly("CONFIRMED");
    }

    @Test
    void drug_orders_are_orders() {
        assertThat(RunningSandbox.values(
                        "select o.dosingInstructions from DrugOrder o left join o.drug d join o.concept c"
                                + " where o.patient.uuid = :key and o.voided = false and o.dateStopped is null"
                                + " and o.action = 'NEW' and c.uuid like '79651A%' and o.dateActivated is not null",
                        KAREN))
                .containsExactly("1000 mg twice daily with meals");
    }

    @Test
    void users_lead_to_their_provider_and_names_to_their_person() {
        assertThat(RunningSandbox.values(
                        "select n.familyName from User u, Provider p, PersonName n where p.person = u.person"
                                + " and n.person = u.person and u.username = :key and u.retired = false and p.retired = false",
                        "doctor"))
                .containsExactly("Nygaard");
    }

    @Test
    void settings_are_entities_too() {
        assertThat(RunningSandbox.values(
                        "select g.propertyValue from GlobalProperty g where g.property = :key", "probe.greeting"))
                .containsExactly("hello");
    }
}
