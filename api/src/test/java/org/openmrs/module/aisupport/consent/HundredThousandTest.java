/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.Crowd;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.testing.Plan;
import org.springframework.orm.hibernate5.HibernateTransactionManager;

/** Harm: with the patients of a town in the database the gate becomes slow, and somebody is tempted to go around it. */
@Tag("C2")
class HundredThousandTest {

    private static final int PATIENTS = 100_000;

    private static House house;
    private static PatientRef somebody;

    @BeforeAll
    static void crowd() {
        house = new House();
        somebody = Crowd.fill(PATIENTS).get(PATIENTS / 2);
    }

    @AfterAll
    static void nobody() {
        Crowd.clear();
    }

    @Test
    void the_gate_reads_everything_in_one_statement() {
        Statistics statistics = House.sessions().getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            for (Purpose purpose : Purpose.values()) {
                statistics.clear();
                house.inTransaction(() -> house.gate.denial(somebody, purpose));

                assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
                assertThat(statistics.getEntityLoadCount()).isZero();
            }
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void the_gate_reaches_each_table_by_a_key_and_looks_at_a_handful_of_rows() {
        Plan plan = Plan.of(GateQuery.SQL, gateParameters());

        // What is looked up by a whole unique key shows as const; a row that isn't there, such as a setting's, shows
        // without a table.
        assertThat(plan.steps()).extracting(Plan.Step::table).contains("p", "pt", "s", "t", "a", "m", "c");
        assertThat(plan.steps()).allSatisfy(step -> {
            assertThat(step.rows()).as(step.toString()).isLessThanOrEqualTo(10);
            if (!step.isOfTheQueryItself()) {
                assertThat(step.type()).as(step.toString()).isIn("const", "ref", "eq_ref", "range");
                assertThat(step.key()).as(step.toString()).isNotNull();
            }
        });
    }

    @Test
    @Tag("C7")
    void the_renewal_list_loads_one_page_and_no_more_at_its_beginning_and_at_its_end() {
        Statistics statistics = House.sessions().getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            RenewalPage first = house.consent.renewals(new RenewalQuery(60, 0, 50));
            assertThat(first.renewals()).hasSize(50);
            assertThat(first.total()).isGreaterThan(10_000);

            statistics.clear();
            int lastStart = (int) (first.total() - 1) / 50 * 50;
            RenewalPage last = house.consent.renewals(new RenewalQuery(60, lastStart, 50));
            assertThat(last.renewals()).hasSize((int) first.total() - lastStart);
            assertThat(last.total()).isEqualTo(first.total());

            RenewalPage behind = house.consent.renewals(new RenewalQuery(60, lastStart + 50, 50));
            assertThat(behind.renewals()).isEmpty();
            assertThat(statistics.getEntityLoadCount()).isZero();
            assertThat(statistics.getPrepareStatementCount()).isEqualTo(4);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    @Tag("C7")
    void the_pages_of_the_renewal_list_neither_repeat_nor_omit_anybody() {
        Set<String> seen = new HashSet<>();
        int read = 0;
        for (int start = 0; start < 2_000; start += 500) {
            for (Renewal renewal :
                    house.consent.renewals(new RenewalQuery(60, start, 500)).renewals()) {
                seen.add(renewal.patient().uuid() + renewal.purpose());
                read++;
            }
        }
        assertThat(read).isEqualTo(2_000);
        assertThat(seen).hasSize(read);
    }

    @Test
    @Tag("C7")
    void no_search_of_the_sweep_looks_at_more_than_the_states_there_are() {
        long states = Long.parseLong(
                Database.texts("select count(*) from aisupport_consent_state").get(0));
        for (ConsentCandidates.Search search : candidates().searches()) {
            Map<String, Object> parameters = new HashMap<>(search.parameters());
            parameters.put("after", 0);

            Plan plan = Plan.of(search.sql() + " limit " + ConsentCandidates.PAGE, parameters);

            // One table is gone through once; whatever else is looked up by a key, row by row. What the database makes
            // of a
            // subquery, if it chooses to go through that first, is no second table.
            assertThat(plan.steps()).as(search.sql()).allSatisfy(step -> assertThat(step.rows())
                    .isLessThan(states * 6 / 5));
            assertThat(plan.steps())
                    .as(search.sql())
                    .filteredOn(step -> step.rows() > 10 && !step.table().startsWith("<subquery"))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    @Tag("C7")
    void a_sweep_over_everybody_that_finds_nothing_costs_no_more_than_a_few_looks_at_every_state() {
        house.sweep.run();
        long look = median(() ->
                Database.texts("select sum(length(patient_uuid) + length(leaflet_version) + ifnull(expires_micros, 0))"
                        + " from aisupport_consent_state"));
        long sweep = median(house.sweep::run);

        assertThat(sweep)
                .as("a sweep took %d ms, one look at every state %d ms", sweep, look)
                .isLessThan(120 * look);
    }

    private static long median(Runnable work) {
        return Stream.generate(() -> millis(work))
                .limit(3)
                .sorted()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    private static long millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return Math.max(1, (System.nanoTime() - began) / 1_000_000);
    }

    private static ConsentCandidates candidates() {
        return new ConsentCandidates(
                House.sessions(),
                new Transactions(new HibernateTransactionManager(House.sessions())),
                Leaflets.load(),
                house.settings,
                house.clock);
    }

    private static Map<String, Object> gateParameters() {
        return GateQuery.parameters(somebody, List.of(Purpose.OWN_CARE, Purpose.EXTERNAL_PROCESSING));
    }

    @Test
    void the_crowd_is_as_large_as_it_says() {
        assertThat(Database.texts("select count(*) from aisupport_consent_event where patient_id >= ?", Crowd.FIRST))
                .containsExactly(String.valueOf(10 * PATIENTS));
        assertThat(house.inTransaction(() -> house.gate.denial(somebody, Purpose.OWN_CARE)))
                .isEqualTo(Optional.empty());
    }
}
