/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.sandbox.server.RunningSandbox;

/** What is in the database after the patient file was loaded. */
class SeedingTest {

    /** Other tests create patients in the same sandbox; their numbers, unlike those of the file, have a hyphen. */
    private static final String CREATED = "%-%";

    private static final String NOT_CREATED =
            " not exists (select i.uuid from PatientIdentifier i where i.identifier like :key and i.patient = ";

    private final PatientFile file = PatientFile.load();

    @Test
    void everybody_of_the_file_is_a_patient() {
        assertThat(RunningSandbox.values(
                        "select p.uuid from Patient p where p.voided = false and" + NOT_CREATED + "p)", CREATED))
                .hasSize(14)
                .containsExactlyInAnyOrderElementsOf(file.patients().stream()
                        .map(each -> (Object) each.uuid())
                        .toList());
    }

    @Test
    void one_of_them_has_at_least_two_thousand_observations() {
        assertThat(count("select count(*) from Obs o where o.person.uuid = :key", uuid("ole-frandsen")))
                .isGreaterThanOrEqualTo(2000);
    }

    @Test
    void a_series_follows_its_formula_and_its_derived_uuids() {
        // As sandbox/patients/README.md derives it, and the base without the sine of zero.
        String first = UUID.nameUUIDFromBytes(
                        (uuid("ole-frandsen") + "/series/pulse/0").getBytes(StandardCharsets.UTF_8))
                .toString();
        double base = file.patients().stream()
                .flatMap(each -> each.series().stream())
                .filter(each -> each.concept().equals("pulse"))
                .findFirst()
                .orElseThrow()
                .base();

        assertThat(RunningSandbox.values("select o.valueNumeric from Obs o where o.uuid = :key", first))
                .containsExactly(base);
    }

    @Test
    void every_encounter_has_a_visit_and_a_provider_and_none_lies_in_the_future() {
        long encounters = file.patients().stream()
                .flatMap(each -> each.visits().stream())
                .mapToLong(each -> each.encounters().size())
                .sum();

        assertThat(count(
                        "select count(*) from Encounter e join e.visit v join e.encounterProviders p"
                                + " where e.encounterDatetime <= current_timestamp() and" + NOT_CREATED + "e.patient)",
                        CREATED))
                .isEqualTo(encounters);
        assertThat(count("select count(*) from Obs o where o.obsDatetime > current_timestamp() and 'x' = :key", "x"))
                .isZero();
    }

    @Test
    void an_open_visit_has_no_end_and_every_other_one_has() {
        long open = file.patients().stream()
                .flatMap(each -> each.visits().stream())
                .filter(PatientFile.VisitEntry::open)
                .count();

        assertThat(count(
                        "select count(*) from Visit v where v.stopDatetime is null and" + NOT_CREATED + "v.patient)",
                        CREATED))
                .isEqualTo(open)
                .isPositive();
    }

    @Test
    void creatinine_in_both_units_is_two_concepts() {
        assertThat(RunningSandbox.values(
                        "select distinct n.units from ConceptNumeric n join n.names m where m.name like :key order by n.units",
                        "Serum creatinine%"))
                .isEqualTo(List.of("mg/dL", "umol/L"));
    }

    @Test
    void a_second_start_loads_nothing_twice() {
        assertThat(count("select count(*) from GlobalProperty g where g.property = :key", Seeding.DONE))
                .isEqualTo(1);
    }

    private String uuid(String key) {
        return file.patients().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow()
                .uuid();
    }

    private static long count(String hql, String key) {
        return (Long) RunningSandbox.values(hql, key).get(0);
    }
}
