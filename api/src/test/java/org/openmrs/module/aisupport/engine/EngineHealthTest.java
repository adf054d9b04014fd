/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.snapshot.Snapshot;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What an administrator is told of engines on the status page. */
@Tag("O2")
class EngineHealthTest {

    private static EngineCard.RuleCard rule(String id, String reviewDate, boolean off) {
        return new EngineCard.RuleCard(
                id,
                "1",
                Optional.empty(),
                Optional.empty(),
                "Rule " + id,
                "citation",
                "https://example.org",
                "Tests",
                LocalDate.parse(reviewDate).minusYears(1),
                LocalDate.parse(reviewDate),
                Set.of(),
                Set.of(),
                Set.of(),
                off);
    }

    private static EngineHealth on(String day, SuggestionEngine engine) {
        Clock clock = Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
        return new EngineHealth(new EngineRegistry(new StaticListableBeanFactory(Map.of("engine", engine))), clock);
    }

    @Test
    void a_rule_is_overdue_from_the_day_after_its_review_date() {
        SuggestionEngine engine = new Engine(rule("k", "2027-11-01", false));

        assertThat(on("2027-11-01", engine).reviews()).isEmpty();
        assertThat(on("2027-11-02", engine).reviews())
                .get()
                .asString()
                .startsWith("Review is overdue of: Rule k (k) since 2027-11-01. ");
    }

    @Test
    void the_longest_overdue_stands_first_and_one_that_is_off_or_not_due_nowhere() {
        SuggestionEngine engine = new Engine(
                rule("young", "2027-11-01", false),
                rule("old", "2026-01-31", false),
                rule("off", "2020-01-01", true),
                rule("later", "2029-01-01", false));

        assertThat(on("2028-01-01", engine).reviews())
                .get()
                .asString()
                .contains("of: Rule old (old) since 2026-01-31; Rule young (young) since 2027-11-01.")
                .doesNotContain("later", "(off)");
    }

    @Test
    void what_an_engine_could_not_follow_in_the_settings_is_passed_on() {
        assertThat(on("2027-11-01", new Engine()).settings()).isEmpty();
        assertThat(on("2027-11-01", new Engine() {
                            @Override
                            public Optional<String> problem() {
                                return Optional.of("No rule is called x.");
                            }
                        })
                        .settings())
                .contains("No rule is called x.");
    }

    private static class Engine implements SuggestionEngine {
        private final List<EngineCard.RuleCard> rules;

        Engine(EngineCard.RuleCard... rules) {
            this.rules = List.of(rules);
        }

        @Override
        public EngineCard card() {
            return new EngineCard("e", "E", "1", Optional.empty(), "Tests", "", "", "", "", "", "", Set.of(), rules);
        }

        @Override
        public EngineAnswer suggest(Snapshot snapshot) {
            throw new IllegalStateException("a page of an administrator runs no engine");
        }
    }
}
