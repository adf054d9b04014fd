/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.suggestion.SuggestionStatus.ACCEPTED;
import static org.openmrs.module.aisupport.suggestion.SuggestionStatus.ACCEPTED_WITH_EDITS;
import static org.openmrs.module.aisupport.suggestion.SuggestionStatus.REJECTED;
import static org.openmrs.module.aisupport.suggestion.SuggestionStatus.SUPERSEDED;
import static org.openmrs.module.aisupport.suggestion.SuggestionStatus.WITHDRAWN;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.consent.ConsentDecision;
import org.openmrs.module.aisupport.consent.Giver;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.snapshot.FakeChart;
import org.openmrs.module.aisupport.suggestion.SuggestionStatus;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.House;

/** A made-up history, its numbers reckoned by hand. */
@Tag("A4")
class StatisticsTest {

    private final String engine = "e" + UUID.randomUUID().toString().substring(0, 8);
    private StatisticsScene scene;

    @BeforeEach
    void aPractice() {
        scene = new StatisticsScene(6);
        scene.engines.add(CountedEngine.withRules(engine, "lithium", "metformin"));
    }

    @AfterEach
    void nobodyIsCountedAnyMore() {
        scene.close();
    }

    private PatientRef patient(int which) {
        return scene.patients.get(which);
    }

    private Made made(int patient, int week) {
        return Made.of(patient(patient), "metformin", scene.day(week, 0));
    }

    private void happened(Made... all) {
        Made.write(engine, List.of(all));
    }

    private void happened(Stream<Made> all) {
        Made.write(engine, all.toList());
    }

    private Stream<Made> ofEach(int patients, int week) {
        return IntStream.range(0, patients).mapToObj(patient -> made(patient, week));
    }

    private Outcomes outcomes() {
        return scene.told(engine, "metformin").orElseThrow().outcomes();
    }

    private boolean isTold() {
        return scene.told(engine, "metformin").isPresent();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) (1000 * seconds));
    }

    @Test
    void every_suggestion_is_counted_as_what_it_ended_as() {
        happened(
                made(0, 1).decided(ACCEPTED, seconds(1)),
                made(1, 1).decided(ACCEPTED, seconds(4)),
                made(2, 1).decided(ACCEPTED_WITH_EDITS, seconds(30)),
                made(3, 1).decided(REJECTED, seconds(2)).afterUndoing(2),
                made(4, 1).seen(),
                made(4, 9),
                made(4, 2).became(SUPERSEDED),
                made(4, 2).seen().became(WITHDRAWN),
                made(5, 9).decided(REJECTED, seconds(2)));
        // It is Tuesday of the week after: what was made on Monday is overdue, since that takes three days.
        assertThat(outcomes()).isEqualTo(new Outcomes(5, 5, 2, 1, 1, 0, 1, 0, 0, 2));
        happened(ofEach(5, 9)
                .map(made -> new Made(
                        made.patient(),
                        made.rule(),
                        scene.day(9, 6),
                        Optional.empty(),
                        made.status(),
                        Duration.ZERO,
                        null,
                        0)));

        assertThat(outcomes()).isEqualTo(new Outcomes(14, 7, 2, 1, 2, 5, 2, 1, 1, 2));
    }

    @Test
    void the_time_to_decide_is_told_in_quartiles_of_those_who_saw_it_first() {
        happened(
                made(0, 1).decided(ACCEPTED, seconds(1)),
                made(1, 1).decided(ACCEPTED, seconds(1.9)),
                made(2, 1).decided(REJECTED, seconds(2)),
                made(3, 1).decided(ACCEPTED, seconds(8)),
                made(4, 1).decided(ACCEPTED_WITH_EDITS, seconds(60)),
                new Made(patient(5), "metformin", scene.day(1, 0), Optional.empty(), ACCEPTED, seconds(1), null, 0));

        Statistics.Told told = scene.told(engine, "metformin").orElseThrow();

        assertThat(told.timing())
                .contains(new Statistics.Timing(5, 2, new Quartiles(seconds(1.9), seconds(2), seconds(8))));
        assertThat(told.outcomes().decided()).isEqualTo(6);
        assertThat(scene.read(engine).engines().get(0).told().orElseThrow().timing())
                .isEqualTo(told.timing());
    }

    /** An encounter where one was named, or else a visit, or else each time that a GP asked. */
    @Test
    void suggestions_of_one_consultation_count_as_one_consultation() {
        List<Made> all = Stream.concat(ofEach(5, 1), Stream.of(made(0, 1), made(0, 1), made(1, 1), made(2, 1)))
                .toList();
        List<String> runs = Stream.generate(() -> UUID.randomUUID().toString())
                .limit(all.size())
                .toList();
        String visit = UUID.randomUUID().toString();
        Made.write(engine, all, runs);
        aRun(patient(0), runs.get(0), visit, null);
        aRun(patient(0), runs.get(5), visit, "encounter of patient 0");
        aRun(patient(0), runs.get(6), visit, "encounter of patient 0");
        aRun(patient(1), runs.get(1), "visit of patient 1", null);
        aRun(patient(1), runs.get(7), "visit of patient 1", null);

        Statistics found = scene.read(engine);

        Statistics.Told told = StatisticsScene.rule(found, "metformin").told().orElseThrow();
        assertThat(told.outcomes().proposed()).isEqualTo(9);
        // Patient 0: the visit, and the encounter twice. 1: the visit twice. 2: two runs. 3 and 4: one each.
        assertThat(told.consultations()).isEqualTo(2 + 1 + 2 + 1 + 1);
        assertThat(found.engines().get(0).told().orElseThrow().consultations()).isEqualTo(7);
    }

    private void aRun(PatientRef patient, String uuid, String visit, String encounter) {
        Database.execute(
                "insert into aisupport_run (version, uuid, patient_id, patient_uuid, visit_uuid, encounter_uuid, status,"
                        + " requester_id, requester_uuid, requester_name, requested_micros)"
                        + " values (0, ?, ?, ?, ?, ?, 'COMPLETED', 1, 'd', 'Made Up', 0)",
                uuid,
                patient.id(),
                patient.uuid(),
                visit,
                encounter);
        Database.execute("update aisupport_suggestion set encounter_uuid = ? where run_uuid = ?", encounter, uuid);
    }

    @Test
    void an_engine_counts_a_consultation_once_whichever_of_its_rules_had_something_to_say() {
        List<Made> both = Stream.concat(
                        ofEach(5, 1), ofEach(5, 1).map(made -> Made.of(made.patient(), "lithium", made.at())))
                .toList();
        List<String> runs =
                both.stream().map(made -> engine + made.patient().id()).toList();
        Made.write(engine, both, runs);

        Statistics found = scene.read(engine);

        assertThat(found.rules())
                .allSatisfy(rule ->
                        assertThat(rule.told().orElseThrow().consultations()).isEqualTo(5));
        assertThat(found.engines().get(0).told().orElseThrow().consultations()).isEqualTo(5);
        assertThat(found.engines().get(0).told().orElseThrow().outcomes().proposed())
                .isEqualTo(10);
    }

    /** Suggestions of one run are of several rules: what hidden ones had must show in no number, nor in a quotient of two. */
    @Test
    void trust10_what_is_hidden_changes_no_number_of_consultations() {
        List<Made> told = ofEach(5, 1).toList();
        List<String> runs =
                told.stream().map(made -> engine + made.patient().id()).toList();
        Made.write(engine, told, runs);
        Statistics before = scene.read(engine);

        Made.write(
                engine,
                List.of(
                        Made.of(patient(0), "lithium", scene.day(1, 0)),
                        Made.of(patient(1), "lithium", scene.day(1, 1)),
                        made(0, 2)), // of the told rule, and waits for its group
                List.of(runs.get(0), "another of " + engine, "a third of " + engine));

        assertThat(scene.read(engine)).isEqualTo(before);
    }

    @Test
    void trust10_consultations_of_two_periods_differ_by_those_of_whole_groups() {
        happened(ofEach(5, 1));
        happened(made(5, 2));
        happened(ofEach(5, 3));
        List<Long> consultations = new ArrayList<>();
        for (LocalDate last = scene.sunday(1); !last.isAfter(scene.sunday(3)); last = last.plusDays(1)) {
            Statistics found = scene.read(engine, scene.monday(0), last);
            consultations.add(StatisticsScene.rule(found, "metformin")
                    .told()
                    .orElseThrow()
                    .consultations());
        }

        assertThat(consultations).containsOnly(5L, 11L).isSorted();
    }

    @Test
    void four_patients_are_not_told_and_five_are() {
        happened(ofEach(4, 1));
        happened(ofEach(4, 1));
        assertThat(isTold()).isFalse();

        happened(made(4, 1));

        assertThat(outcomes().proposed()).isEqualTo(9);
    }

    @Test
    void a_patient_who_comes_each_week_does_not_make_five() {
        happened(IntStream.range(0, 9).mapToObj(week -> made(0, week)));
        happened(ofEach(4, 9));

        assertThat(isTold()).isFalse();
    }

    @Test
    void weeks_are_put_together_until_there_are_five_and_the_rest_waits() {
        happened(made(0, 0), made(1, 1), made(2, 1), made(3, 3), made(4, 4), made(5, 6), made(0, 6));

        Statistics.Told told = scene.told(engine, "metformin").orElseThrow();

        assertThat(told.outcomes().proposed()).isEqualTo(5);
        assertThat(told.overTime()).singleElement().satisfies(span -> {
            assertThat(span.from()).isEqualTo(scene.monday(0));
            assertThat(span.to()).isEqualTo(scene.sunday(4));
        });
    }

    /** The attack of docs/statistics.md: a period, and the same without its last day. */
    @Test
    void trust10_two_periods_that_differ_by_a_day_or_a_week_do_not_differ_by_one_patient() {
        happened(ofEach(5, 1));
        happened(made(5, 2));
        happened(ofEach(5, 3));
        List<Long> proposed = new ArrayList<>();
        for (LocalDate last = scene.sunday(1); !last.isAfter(scene.sunday(3)); last = last.plusDays(1)) {
            Statistics found = scene.read(engine, scene.monday(0), last);
            proposed.add(StatisticsScene.rule(found, "metformin")
                    .told()
                    .map(told -> told.outcomes().proposed())
                    .orElse(0L));
        }

        assertThat(proposed).containsOnly(5L, 11L).isSorted();
        assertThat(StatisticsScene.rule(scene.read(engine, scene.monday(2), scene.sunday(2)), "metformin")
                        .told())
                .isEmpty();
        assertThat(StatisticsScene.rule(scene.read(engine, scene.monday(3), scene.sunday(3)), "metformin")
                        .told())
                .as("the group that the third week ended began in the second")
                .isEmpty();
    }

    @Test
    void it_is_told_whether_all_weeks_were_asked_for_since_of_more_there_may_be_numbers() {
        assertThat(scene.read(engine).ofSomeWeeks()).isFalse();
        assertThat(scene.read(engine, scene.monday(1), null).ofSomeWeeks()).isTrue();
        assertThat(scene.read(engine, null, scene.sunday(1)).ofSomeWeeks()).isTrue();
    }

    @Test
    void trust10_a_hidden_rule_can_not_be_reckoned_from_the_sum_of_its_engine() {
        happened(ofEach(5, 1));
        happened(Made.of(patient(0), "lithium", scene.day(1, 0)).decided(REJECTED, seconds(5)));

        Statistics found = scene.read(engine);

        assertThat(StatisticsScene.rule(found, "lithium").told()).isEmpty();
        assertThat(found.engines()).singleElement().satisfies(told -> {
            assertThat(told.told().orElseThrow().outcomes()).isEqualTo(outcomes());
            assertThat(told.told().orElseThrow().outcomes().rejected()).isZero();
        });
    }

    @Test
    void trust10_of_a_rule_it_does_not_show_whether_few_or_none_had_it() {
        happened(ofEach(5, 1));
        Statistics without = scene.read(engine);
        happened(Made.of(patient(0), "lithium", scene.day(1, 0)));

        assertThat(scene.read(engine)).isEqualTo(without);
    }

    @Test
    void trust10_the_week_that_is_not_over_is_not_counted() {
        happened(ofEach(5, StatisticsScene.WEEKS));

        assertThat(isTold()).isFalse();
        assertThat(scene.read(engine).countedUntil()).isEqualTo(scene.sunday(StatisticsScene.WEEKS - 1));
    }

    @Test
    void a_reason_is_told_once_five_patients_had_it_and_no_sooner() {
        happened(ofEach(5, 1).map(made -> made.decided(REJECTED, seconds(9)).because("wrong-data")));
        happened(made(5, 1).decided(REJECTED, seconds(9)).because("patient-refuses"));
        happened(made(5, 1).decided(REJECTED, seconds(9)));

        Statistics.Told told = scene.told(engine, "metformin").orElseThrow();

        assertThat(told.outcomes().rejected()).isEqualTo(7);
        assertThat(told.reasons()).containsExactly(new Statistics.Reason("wrong-data", 5));
    }

    /** Four rejections in weeks that are told, and a fifth for the same reason in one that is not: five would give the fifth away. */
    @Test
    void trust10_a_reason_counts_nothing_that_the_rejections_do_not() {
        happened(ofEach(4, 1).map(made -> made.decided(REJECTED, seconds(9)).because("patient-refuses")));
        happened(made(4, 1));
        happened(made(5, 2).decided(REJECTED, seconds(9)).because("patient-refuses"));

        Statistics.Told told = scene.told(engine, "metformin").orElseThrow();

        assertThat(told.outcomes().rejected()).isEqualTo(4);
        assertThat(told.reasons()).isEmpty();
        assertThat(told.timing()).isEmpty();
    }

    @Test
    void trust10_what_was_timed_is_told_of_whole_groups_of_the_rule() {
        happened(ofEach(4, 1).map(made -> made.decided(ACCEPTED, seconds(9))));
        happened(made(4, 1));
        happened(ofEach(5, 3).map(made -> made.decided(ACCEPTED, seconds(9))));

        Statistics.Told told = scene.told(engine, "metformin").orElseThrow();

        assertThat(told.timing().orElseThrow().decisions())
                .isEqualTo(told.outcomes().decided())
                .isEqualTo(9);
        assertThat(StatisticsScene.rule(scene.read(engine, scene.monday(2), null), "metformin")
                        .told()
                        .orElseThrow()
                        .timing())
                .as("times of one of the two groups alone")
                .isEmpty();
    }

    /** Otherwise two looks on one day would tell what the GP did in between, and for whom. */
    @Test
    void trust10_what_is_done_after_the_last_whole_week_is_not_counted_before_the_next() {
        happened(ofEach(5, 1));
        Statistics before = scene.read(engine);
        Duration since = Duration.between(scene.day(1, 0), scene.house.clock.instant());
        happened(ofEach(5, 1)
                .map(made -> new Made(
                        made.patient(),
                        made.rule(),
                        made.at(),
                        Optional.of(since),
                        REJECTED,
                        seconds(1),
                        "wrong-data",
                        1)));

        Outcomes after = outcomes();

        assertThat(before.rules().get(1).told().orElseThrow().outcomes().unreviewed())
                .isEqualTo(5);
        assertThat(after).isEqualTo(new Outcomes(10, 0, 0, 0, 0, 0, 10, 0, 0, 0));
        assertThat(scene.told(engine, "metformin").orElseThrow().reasons()).isEmpty();
    }

    @Test
    void trust10_a_decision_that_is_undone_after_the_last_whole_week_still_counts_until_the_next() {
        happened(ofEach(5, 1).map(made -> made.decided(REJECTED, seconds(9)).because("wrong-data")));
        Statistics before = scene.read(engine);

        Database.texts("select decision_uuid from aisupport_suggestion where engine = ?", engine)
                .forEach(decision -> Database.execute(
                        "insert into aisupport_undo (undoer_id, undoer_uuid, uuid, decision_uuid, undone_micros)"
                                + " values (1, 'd', ?, ?, ?)",
                        UUID.randomUUID().toString(),
                        decision,
                        Made.micros(scene.house.clock.instant())));
        Database.execute(
                "update aisupport_suggestion set status = 'OPEN', decision_uuid = null where engine = ?", engine);

        assertThat(scene.read(engine)).isEqualTo(before);
        scene.house.clock.advance(Duration.ofDays(7));
        assertThat(outcomes()).isEqualTo(new Outcomes(5, 5, 0, 0, 0, 0, 5, 0, 0, 5));
    }

    @Test
    void trust10_what_goes_after_the_last_whole_week_still_counts_as_open_until_the_next() {
        happened(ofEach(5, 1));
        Statistics before = scene.read(engine);
        Database.execute("update aisupport_suggestion set status = 'SUPERSEDED' where engine = ?", engine);
        scene.house.inTransaction(() -> {
            goneNow()
                    .forEach(uuid -> scene.house.audit.record(
                            AuditEntry.of(AuditKind.SUGGESTION_SUPERSEDED).suggestion(uuid)));
            return null;
        });

        assertThat(scene.read(engine)).isEqualTo(before);
        scene.house.clock.advance(Duration.ofDays(7));
        assertThat(outcomes().superseded()).isEqualTo(5);
    }

    private List<String> goneNow() {
        return House.sessions()
                .getCurrentSession()
                .createQuery("select s.uuid from AisupportSuggestion s where s.engine = :engine", String.class)
                .setParameter("engine", engine)
                .list();
    }

    @Test
    @Tag("C1")
    void trust01_who_was_never_asked_whether_they_may_be_counted_is_not() {
        happened(ofEach(4, 1));
        PatientRef notAsked = scene.house.patients.add();
        scene.house.grant(notAsked, Purpose.OWN_CARE);
        happened(Made.of(notAsked, "metformin", scene.day(1, 0)));

        assertThat(isTold()).isFalse();
    }

    @Test
    @Tag("C5")
    void trust05_who_takes_the_yes_back_is_counted_no_longer() {
        happened(ofEach(5, 1));
        assertThat(isTold()).isTrue();

        scene.house.say(patient(0), Purpose.QUALITY, ConsentDecision.WITHDRAW);

        assertThat(isTold()).isFalse();
    }

    @Test
    @Tag("C1")
    void trust03_a_yes_to_being_counted_does_not_hang_on_any_other() {
        happened(ofEach(5, 1).map(made -> made.became(WITHDRAWN)));

        assertThat(outcomes().withdrawn()).isEqualTo(5);
    }

    @Test
    @Tag("C1")
    void trust01_what_was_before_the_first_yes_is_not_counted() {
        happened(ofEach(4, 1));
        PatientRef late = scene.counted(); // now, at the end of the ten weeks
        scene.patients.add(late);
        happened(Made.of(late, "metformin", scene.day(1, 0)));

        assertThat(isTold()).isFalse();
    }

    @Test
    @Tag("C10")
    void trust11_a_sensitive_topic_is_counted_only_for_who_said_that_it_may_be() {
        int creatinine = 930_001;
        scene.dictionary.concept(creatinine, "CIEL", "790", "umol/L");
        scene.house.settings.set(Setting.CONSENT_SENSITIVE_CONCEPTS, FakeChart.uuidOf(creatinine));
        scene.engines.clear();
        scene.engines.add(new CountedEngine(
                engine,
                List.of(
                        CountedEngine.rule("metformin", Set.of("creatinine")),
                        CountedEngine.rule("other", Set.of("metformin"))),
                Set.of("creatinine", "metformin")));
        happened(ofEach(6, 1));
        happened(ofEach(6, 1).map(made -> Made.of(made.patient(), "other", made.at())));
        assertThat(isTold()).isFalse();
        assertThat(scene.told(engine, "other")).isPresent();

        scene.patients.forEach(patient -> grant(patient, true));
        assertThat(isTold())
                .as("a yes that is widened does not bring the sensitive past with it")
                .isFalse();

        weekOfSix(StatisticsScene.WEEKS);
        assertThat(outcomes().proposed()).isEqualTo(6);
        scene.patients.forEach(patient -> grant(patient, true));
        assertThat(outcomes().proposed())
                .as("a yes that is renewed as it was keeps it")
                .isEqualTo(6);

        scene.patients.forEach(patient -> grant(patient, false));
        weekOfSix(StatisticsScene.WEEKS + 1);
        assertThat(isTold()).isFalse();

        scene.patients.forEach(patient -> grant(patient, true));
        assertThat(isTold())
                .as("nor does one that was narrowed and is widened again")
                .isFalse();
        assertThat(scene.told(engine, "other").orElseThrow().outcomes().proposed())
                .as("what is not sensitive was counted all the time")
                .isEqualTo(6);
    }

    private void grant(PatientRef patient, boolean includesSensitive) {
        scene.house.grant(patient, Purpose.QUALITY, new Giver(Giver.Role.PATIENT, null, null), includesSensitive);
    }

    /** The clock stands in that week, and afterwards in the next. */
    private void weekOfSix(int week) {
        Duration later = Duration.ofDays(2); // than Monday, and so than when they said yes
        happened(ofEach(6, week)
                .map(made -> Made.of(made.patient(), made.rule(), made.at().plus(later))));
        scene.house.clock.advance(Duration.ofDays(7));
    }

    @Test
    void a_rule_that_is_accepted_within_a_moment_almost_always_is_pointed_out() {
        happened(twenty(19, ACCEPTED, seconds(1)));
        happened(made(0, 1).decided(REJECTED, seconds(40)));

        assertThat(cautions()).containsExactly(Caution.RUBBER_STAMPING);
    }

    /** Such as those of before showings were kept: a handful of hasty ones says nothing of all of them. */
    @Test
    void a_rule_of_whose_decisions_fewer_than_twenty_were_timed_is_not() {
        happened(twenty(19, ACCEPTED, seconds(1)));
        happened(IntStream.range(0, 20)
                .mapToObj(place -> new Made(
                        patient(place % 6),
                        "metformin",
                        scene.day(1, 0),
                        Optional.empty(),
                        ACCEPTED,
                        seconds(1),
                        null,
                        0)));
        assertThat(cautions()).isEmpty();

        happened(twenty(1, ACCEPTED, seconds(1)));

        assertThat(cautions()).containsExactly(Caution.RUBBER_STAMPING);
    }

    @Test
    void a_rule_that_is_accepted_almost_always_after_a_look_is_not() {
        happened(twenty(20, ACCEPTED, seconds(4)));

        assertThat(cautions()).isEmpty();
    }

    @Test
    void a_rule_that_is_rejected_almost_always_is_pointed_out() {
        happened(twenty(18, REJECTED, seconds(9)));
        happened(twenty(2, ACCEPTED, seconds(9)));

        assertThat(cautions()).containsExactly(Caution.NOISE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCEPTED", "REJECTED"})
    void nineteen_decisions_point_at_nothing(String outcome) {
        happened(twenty(19, SuggestionStatus.valueOf(outcome), seconds(1)));

        assertThat(cautions()).isEmpty();
    }

    private Stream<Made> twenty(int many, SuggestionStatus outcome, Duration taken) {
        return IntStream.range(0, many).mapToObj(place -> made(place % 6, 1).decided(outcome, taken));
    }

    private Set<Caution> cautions() {
        return StatisticsScene.rule(scene.read(engine), "metformin").cautions();
    }

    @Test
    void trust21_nothing_in_the_answer_is_a_name_or_a_number_of_anybody() {
        happened(ofEach(6, 1).map(made -> made.decided(REJECTED, seconds(9)).because("wrong-data")));

        String answer = scene.read(engine).toString();

        assertThat(answer).contains("wrong-data").doesNotContain("Made Up");
        scene.patients.forEach(patient -> assertThat(answer).doesNotContain(patient.uuid()));
        assertThat(Arrays.stream(Statistics.class.getDeclaredClasses())
                        .flatMap(part -> Arrays.stream(part.getRecordComponents()))
                        .map(RecordComponent::getName))
                .doesNotContain("decider", "provider", "user", "gp", "patient");
    }

    @Test
    @Tag("A1")
    void trust21_who_read_them_is_recorded_and_no_patient_is() {
        scene.read(engine, scene.monday(1), null);

        AuditRow row = scene.house.inTransaction(() -> House.sessions()
                .getCurrentSession()
                .createQuery("select a from AisupportAudit a where a.kind = :kind order by a.id desc", AuditRow.class)
                .setParameter("kind", AuditKind.STATISTICS_READ)
                .setMaxResults(1)
                .uniqueResult());

        assertThat(row.getActor()).isEqualTo(scene.house.user.actor());
        assertThat(row.getPatientUuid()).isNull();
        assertThat(row.getDetail())
                .contains("from " + scene.monday(1))
                .contains(engine)
                .endsWith("patients counted: " + scene.patients.size());
    }

    /** Whoever marks a patient as dead, reads, takes that back and reads again can subtract; the audit has both numbers. */
    @Test
    @Tag("A1")
    void trust21_of_how_many_patients_each_reading_was_is_recorded() {
        scene.read(engine);
        scene.house.say(patient(0), Purpose.QUALITY, ConsentDecision.WITHDRAW);
        scene.read("x".repeat(255));

        List<String> details = Database.texts(
                "select detail from aisupport_audit where kind = 'STATISTICS_READ' order by audit_id desc limit 2");

        assertThat(details.get(0)).endsWith("; patients counted: 5");
        assertThat(details.get(1)).endsWith("; patients counted: 6");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 40})
    void it_takes_six_counting_statements_however_much_there_is(int many) {
        happened(IntStream.range(0, many).mapToObj(place -> made(place % 6, 1).decided(ACCEPTED, seconds(3))));
        var statistics = House.sessions().getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            statistics.clear();
            scene.read(engine);

            long settings = 4; // review time, adult age, sensitive topics and one more; FakeSettings asks the database
            assertThat(statistics.getPrepareStatementCount()).isLessThanOrEqualTo(7 + settings);
            assertThat(statistics.getEntityLoadCount()).isZero();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }
}
