/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.FakeUser;
import org.openmrs.module.aisupport.testing.House;

/** Whoever does what, in whatever order and at whatever time: suggestions become what the requirements say, and all of it is on record. */
@Tag("S1")
class SuggestionLifePropertyTest {

    /** One for all sequences, each of which has a patient of its own: what it does not share is in the database. */
    private static House house;

    @BeforeContainer
    static void open() {
        house = new House();
    }

    @AfterContainer
    static void close() {
        house.pool.close();
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    @Tag("S2")
    @Tag("S8")
    @Tag("C5")
    @Tag("A1")
    void trust19_trust05_each_suggestion_is_where_the_model_says_with_one_live_decision_and_a_row_for_every_step(
            @ForAll("firstRuns") SuggestionStep.Asked first,
            @ForAll @Size(min = 2, max = 14) List<@From("steps") SuggestionStep> steps) {
        try (SuggestionLife life = new SuggestionLife(house)) {
            life.live(first);
            for (int i = 0; i < steps.size(); i++) {
                life.live(steps.get(i));
                List<SuggestionLife.Row> rows = life.rows();
                assertAsTheModelSays(life, rows, "after step " + (i + 1) + ", " + steps.get(i));
            }
            assertRecorded(life);
            Statistics.label("suggestions").collect(life.model.entries().size());
            life.model.entries().forEach(entry -> Statistics.label("ends").collect(entry.status));
        }
    }

    private static void assertAsTheModelSays(SuggestionLife life, List<SuggestionLife.Row> rows, String when) {
        List<SuggestionModel.Entry> expected = life.model.entries();
        assertThat(rows)
                .as(when)
                .extracting(SuggestionLife.Row::status)
                .isEqualTo(expected.stream().map(entry -> entry.status).toList());
        for (int i = 0; i < rows.size(); i++) {
            SuggestionLife.Row row = rows.get(i);
            SuggestionModel.Entry entry = expected.get(i);
            boolean decided = entry.decisions > entry.undos;
            assertThat(row.decisions()).as(when).isEqualTo(entry.decisions);
            assertThat(row.undos()).as(when).isEqualTo(entry.undos);
            assertThat(entry.decisions - entry.undos).as(when).isIn(0, 1);
            assertThat(row.namesLiveDecision()).as(when).isEqualTo(decided);
            assertThat(row.hasContent() || row.evidence() > 0)
                    .as(when)
                    .isEqualTo(row.status() != SuggestionStatus.WITHDRAWN);
        }
    }

    private static void assertRecorded(SuggestionLife life) {
        List<SuggestionModel.Entry> entries = life.model.entries();
        assertThat(recorded(life, AuditKind.SUGGESTION_PROPOSED)).isEqualTo(entries.size());
        assertThat(recorded(life, AuditKind.SUGGESTION_DECIDED))
                .isEqualTo(entries.stream().mapToInt(entry -> entry.decisions).sum());
        assertThat(recorded(life, AuditKind.DECISION_UNDONE))
                .isEqualTo(entries.stream().mapToInt(entry -> entry.undos).sum());
        assertThat(recorded(life, AuditKind.SUGGESTION_SUPERSEDED))
                .isEqualTo(count(entries, entry -> entry.status == SuggestionStatus.SUPERSEDED));
        assertThat(recorded(life, AuditKind.SUGGESTION_WITHDRAWN))
                .isEqualTo(count(entries, entry -> entry.status == SuggestionStatus.WITHDRAWN));
    }

    private static int count(List<SuggestionModel.Entry> entries, Predicate<SuggestionModel.Entry> which) {
        return (int) entries.stream().filter(which).count();
    }

    private static int recorded(SuggestionLife life, AuditKind kind) {
        return Database.texts(
                        "select uuid from aisupport_audit where patient_uuid = ? and kind = ?",
                        life.patient.uuid(),
                        kind.name())
                .size();
    }

    /** Both rules have something to say, so that there is something to live through. */
    @Provide
    Arbitrary<SuggestionStep.Asked> firstRuns() {
        return gps().map(gp -> new SuggestionStep.Asked(
                gp, Map.of("potassium", SuggestionStep.Verdict.ON_LOW, "sodium", SuggestionStep.Verdict.ON_HIGH)));
    }

    @Provide
    Arbitrary<SuggestionStep> steps() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, Combinators.combine(gps(), verdicts()).as(SuggestionStep.Asked::new)),
                Tuple.of(3, Combinators.combine(gps(), verdicts()).as(SuggestionStep.Begun::new)),
                Tuple.of(2, Arbitraries.just(new SuggestionStep.Answered())),
                Tuple.of(1, Arbitraries.just(new SuggestionStep.Cancelled())),
                Tuple.of(
                        6,
                        Combinators.combine(gps(), some(), Arbitraries.of(SuggestionStep.Answer.class), seen())
                                .as(SuggestionStep.Decided::new)),
                Tuple.of(4, Combinators.combine(gps(), some()).as(SuggestionStep.Undone::new)),
                Tuple.of(1, Arbitraries.just(new SuggestionStep.Withdrawn())),
                Tuple.of(2, Arbitraries.just(new SuggestionStep.Granted())),
                Tuple.of(2, passages().map(SuggestionStep.TimePasses::new)));
    }

    private static Arbitrary<Actor> gps() {
        return Arbitraries.of(FakeUser.DOCTOR, FakeUser.DOCTOR, FakeUser.COLLEAGUE);
    }

    private static Arbitrary<Integer> some() {
        return Arbitraries.integers().between(0, 5);
    }

    private static Arbitrary<SuggestionStep.Seen> seen() {
        return Arbitraries.of(
                SuggestionStep.Seen.CURRENT,
                SuggestionStep.Seen.CURRENT,
                SuggestionStep.Seen.UNSAID,
                SuggestionStep.Seen.OUTDATED);
    }

    private static Arbitrary<Map<String, SuggestionStep.Verdict>> verdicts() {
        return Combinators.combine(verdict(), verdict())
                .as((potassium, sodium) -> Map.of("potassium", potassium, "sodium", sodium));
    }

    private static Arbitrary<SuggestionStep.Verdict> verdict() {
        return Arbitraries.of(
                SuggestionStep.Verdict.ON_LOW,
                SuggestionStep.Verdict.ON_LOW,
                SuggestionStep.Verdict.ON_HIGH,
                SuggestionStep.Verdict.SILENT,
                SuggestionStep.Verdict.BROKEN);
    }

    /** No sum of these is one of the module's own spans, so that nothing hangs on the time a step takes. */
    private static Arbitrary<Duration> passages() {
        return Arbitraries.of(
                Duration.ofSeconds(70),
                Duration.ofMinutes(4),
                Duration.ofMinutes(9),
                Duration.ofMinutes(11),
                Duration.ofHours(73));
    }
}
