/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.aisupport.testing.Proposals.aProposal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.consent.ConsentMissingException;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.EngineFailure;
import org.openmrs.module.aisupport.platform.Gauges;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Round;
import org.openmrs.module.aisupport.platform.Rounds;
import org.openmrs.module.aisupport.suggestion.CallEnd;
import org.openmrs.module.aisupport.suggestion.DecisionOutcome;
import org.openmrs.module.aisupport.suggestion.DecisionRequest;
import org.openmrs.module.aisupport.suggestion.RunReport;
import org.openmrs.module.aisupport.suggestion.RunRequest;
import org.openmrs.module.aisupport.testing.FakeOutsideEngine;
import org.openmrs.module.aisupport.testing.House;

/** What operators are told: what happened, how often, and never to whom. */
@Tag("O2")
class MetricsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(aisupport_\\w+)` \\| (\\w+) \\| ([^|]+) \\|");

    private House house = new House();
    private final PatientRef patient = house.patients.add();

    @AfterEach
    void close() {
        house.pool.close();
    }

    /** By name and labels, such as {@code aisupport_runs_ended_total{status=completed}}. */
    private Map<String, Double> numbers() {
        Map<String, Double> numbers = new TreeMap<>();
        for (Metric metric : house.metrics.metrics()) {
            samples(metric).forEach(sample -> numbers.put(key(metric.name(), sample.labels()), sample.value()));
        }
        return numbers;
    }

    private double number(String key) {
        return numbers().getOrDefault(key, 0.0);
    }

    private static Stream<Metric.Sample> samples(Metric metric) {
        if (metric instanceof Metric.Counter counter) {
            return counter.samples().stream();
        }
        if (metric instanceof Metric.Gauge gauge) {
            return gauge.samples().stream();
        }
        return ((Metric.Histogram) metric)
                .distributions().stream()
                        .map(spread -> new Metric.Sample(
                                spread.labels(),
                                spread.counts().stream()
                                        .mapToLong(Long::longValue)
                                        .sum()));
    }

    private static String key(String name, Map<String, String> labels) {
        return name
                + (labels.isEmpty()
                        ? ""
                        : new TreeMap<>(labels)
                                .entrySet().stream().map(Object::toString).collect(Collectors.joining(",", "{", "}")));
    }

    /** What ends in another thread is counted when its transaction stands, a moment after others can see that. */
    private static void soon(Runnable assertion) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }
    }

    private String firstSuggestion() {
        return house.suggestionsOf(patient).get(0).suggestion().getUuid();
    }

    private static DecisionRequest accept() {
        return new DecisionRequest(DecisionOutcome.ACCEPTED, Optional.empty(), null, null, null, null, List.of());
    }

    @Test
    void a_journey_is_counted_once_at_each_of_its_steps() {
        house.engine.proposes(aProposal("potassium"));
        house.grant(patient);
        house.runToTheEnd(patient);
        String suggestion = firstSuggestion();
        house.suggestions.decide(suggestion, accept());
        house.suggestions.undo(suggestion);
        house.withdraw(patient);
        assertThatThrownBy(() -> house.run(patient)).isInstanceOf(ConsentMissingException.class);

        soon(() -> assertThat(numbers())
                .containsEntry("aisupport_runs_requested_total", 1.0)
                .containsEntry("aisupport_runs_ended_total{status=completed}", 1.0)
                .containsEntry("aisupport_runs_ended_total{status=failed}", 0.0)
                .containsEntry("aisupport_engine_calls_total{end=answered,engine=fake}", 1.0)
                .containsEntry("aisupport_engine_call_seconds{engine=fake}", 1.0)
                .containsEntry("aisupport_decisions_total{outcome=accepted}", 1.0)
                .containsEntry("aisupport_decisions_total{outcome=undone}", 1.0)
                .containsEntry("aisupport_decisions_total{outcome=rejected}", 0.0)
                .containsEntry("aisupport_gate_answers_total{answer=denied,reason=withdrawn}", 1.0)
                .containsEntry("aisupport_audit_rows_total{kind=consent_recorded,outcome=done}", 2.0)
                .containsEntry("aisupport_audit_rows_total{kind=suggestion_decided,outcome=done}", 1.0));
        soon(() -> assertThat(number("aisupport_gate_answers_total{answer=permitted,reason=none}"))
                .isEqualTo(number("aisupport_audit_rows_total{kind=gate_permitted,outcome=done}"))
                .isPositive());
    }

    @Test
    void what_was_rolled_back_is_not_counted() {
        assertThatThrownBy(() -> house.inTransaction(() -> {
                    house.audit.record(AuditEntry.of(AuditKind.RUN_REQUESTED).patient(patient));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(number("aisupport_runs_requested_total")).isZero();
    }

    @Test
    @Tag("E5")
    void how_a_call_ended_is_told_apart() {
        house.grant(patient);
        house.engine.breaks(new IllegalStateException("broke"));
        house.runToTheEnd(patient);
        house.engine.breaks(new EngineFailure("It has nothing."));
        house.runToTheEnd(patient);
        house.engine.breaks(new EngineFailure("It was slow.", EngineFailure.Kind.TIMED_OUT));
        house.runToTheEnd(patient);
        house.engine.breaks(new EngineFailure("It rests.", EngineFailure.Kind.LEFT_ALONE));
        house.runToTheEnd(patient);

        soon(() -> assertThat(numbers())
                .containsEntry("aisupport_engine_calls_total{end=broke,engine=fake}", 1.0)
                .containsEntry("aisupport_engine_calls_total{end=failed,engine=fake}", 1.0)
                .containsEntry("aisupport_engine_calls_total{end=timed_out,engine=fake}", 1.0)
                .containsEntry("aisupport_engine_calls_total{end=left_alone,engine=fake}", 1.0)
                .containsEntry("aisupport_runs_ended_total{status=failed}", 4.0));
        soon(() -> assertThat(number("aisupport_engine_call_seconds{engine=fake}"))
                .as("what was not called took no time")
                .isEqualTo(3));
    }

    @Test
    @Tag("E5")
    void a_hung_engine_is_counted_as_timed_out_and_what_is_cut_off_by_a_restart_as_stopped()
            throws InterruptedException {
        house = new House(Duration.ofMillis(50));
        house.grant(patient);
        house.engine.holds();
        house.runToTheEnd(patient);
        soon(() -> assertThat(number("aisupport_engine_calls_total{end=timed_out,engine=fake}"))
                .isEqualTo(1));

        house.pool.close();
        house = new House();
        house.engine.holds();
        house.run(patient);
        house.engine.awaitCall();
        soon(() -> assertThat(number("aisupport_engine_threads_busy")).isEqualTo(1));
        house.pool.close();
        soon(() -> assertThat(number("aisupport_engine_calls_total{end=stopped,engine=fake}"))
                .isEqualTo(1));
        soon(() -> assertThat(number("aisupport_engine_calls_total{end=timed_out,engine=fake}"))
                .as("made anew, it counts anew")
                .isZero());
    }

    @Test
    void a_cancelled_run_and_one_that_a_withdrawal_ends_are_counted_as_such() throws InterruptedException {
        house.grant(patient);
        house.engine.holds();
        RunReport cancelled = house.run(patient);
        house.engine.awaitCall();
        house.suggestions.cancel(cancelled.run().getUuid());
        house.suggestions.cancel(cancelled.run().getUuid());
        house.engine.release();
        soon(() -> assertThat(number("aisupport_runs_ended_total{status=cancelled}"))
                .isEqualTo(1));

        house.engine.holds();
        house.run(patient);
        house.engine.awaitCall();
        house.withdraw(patient);
        house.engine.release();
        house.awaitDiscard(patient);
        soon(() -> assertThat(number("aisupport_runs_ended_total{status=discarded}"))
                .isEqualTo(1));
        soon(() -> assertThat(number("aisupport_runs_ended_total{status=completed}"))
                .isZero());
    }

    @Test
    void a_rule_that_broke_is_counted_beside_the_call_that_answered() {
        house.grant(patient);
        house.engine.answers(new EngineAnswer(
                List.of(), List.of(), List.of(new EngineAnswer.RuleFailure("potassium", "NullPointerException"))));

        house.runToTheEnd(patient);

        soon(() -> assertThat(numbers())
                .containsEntry("aisupport_engine_part_failures_total{engine=fake}", 1.0)
                .containsEntry("aisupport_engine_calls_total{end=answered,engine=fake}", 1.0));
    }

    @Test
    @Tag("E6")
    void what_was_sent_and_what_is_to_be_told_is_read_off_the_database() {
        double before = number("aisupport_database_payloads_kept");
        house.grant(patient);
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        house.awaitEnd(
                house.suggestions.request(new RunRequest(patient.uuid(), null, null, List.of(FakeOutsideEngine.ID))));

        assertThat(number("aisupport_database_payloads_kept")).isEqualTo(before + 1);
        assertThat(numbers())
                .containsKeys("aisupport_database_feedback_waiting", "aisupport_database_feedback_oldest_seconds")
                .containsEntry("aisupport_gauges_unreadable", 0.0);
    }

    @Test
    void what_can_not_be_read_is_left_out_and_told_and_costs_the_others_nothing() {
        Gauges broken = () -> List.of(
                new Gauges.Gauge("aisupport_broken", "Breaks.", () -> {
                    throw new IllegalStateException("no table");
                }),
                new Gauges.Gauge("aisupport_well", "Well.", () -> 7));

        List<Metric> told = new MetricsServiceImpl(house.meters, List.of(broken), house.transactions).metrics();

        assertThat(told).extracting(Metric::name).contains("aisupport_well").doesNotContain("aisupport_broken");
        assertThat(told)
                .filteredOn(metric -> metric.name().equals("aisupport_gauges_unreadable"))
                .singleElement()
                .satisfies(metric -> assertThat(samples(metric))
                        .extracting(Metric.Sample::value)
                        .containsExactly(1.0));
    }

    @Test
    void however_many_engines_somebody_sets_up_the_series_stay_few() {
        Meters meters = new Meters(Clock.systemUTC());
        IntStream.range(0, 500).forEach(i -> meters.callEnded("engine-" + i, CallEnd.ANSWERED, Duration.ofMillis(1)));

        Metric calls = meters.told().stream()
                .filter(metric -> metric.name().equals("aisupport_engine_calls_total"))
                .findFirst()
                .orElseThrow();
        assertThat(samples(calls)).hasSize((Labels.ENGINES + 1) * CallEnd.values().length);
        assertThat(samples(calls))
                .filteredOn(sample -> sample.labels().containsValue(Labels.OTHER)
                        && sample.labels().containsValue("answered"))
                .extracting(Metric.Sample::value)
                .containsExactly(500.0 - Labels.ENGINES);
    }

    @Test
    void times_fall_between_the_bounds_that_they_lie_between() {
        Durations durations = new Durations("name", "help");
        durations.add("fake", Duration.ofMillis(5));
        durations.add("fake", Duration.ofMillis(6));
        durations.add("fake", Duration.ofSeconds(31));

        Metric.Distribution spread =
                ((Metric.Histogram) durations.told()).distributions().get(0);
        assertThat(spread.counts())
                .hasSize(Durations.BOUNDS.size() + 1)
                .startsWith(1L, 1L, 0L)
                .endsWith(0L, 1L);
        assertThat(spread.sum()).isEqualTo(31.011);
    }

    @Test
    void how_rounds_end_is_told() {
        house.meters.planned("FeedbackSender");
        house.meters.planned("ExpiredPayloads");
        double started = numbers().get("aisupport_start_timestamp_seconds");
        house.clock.advance(Duration.ofMinutes(1));
        house.meters.ended("FeedbackSender", Duration.ofSeconds(2), true);
        house.meters.ended("ExpiredPayloads", Duration.ofSeconds(1), false);

        assertThat(numbers())
                .containsEntry("aisupport_round_seconds{round=FeedbackSender}", 2.0)
                .containsEntry("aisupport_round_failures_total{round=ExpiredPayloads}", 1.0)
                .containsEntry("aisupport_round_success_timestamp_seconds{round=ExpiredPayloads}", started)
                .doesNotContainKey("aisupport_round_seconds{round=ExpiredPayloads}");
        assertThat(numbers().get("aisupport_round_success_timestamp_seconds{round=FeedbackSender}"))
                .isGreaterThanOrEqualTo(started + 60);
    }

    @Test
    void a_round_that_hangs_from_the_first_on_is_told() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        ExecutorService background = Executors.newSingleThreadExecutor();
        Duration soon = Duration.ofMillis(1);
        Rounds rounds = new Rounds(List.of(new Hanging(begun, over)), background::submit, soon, house.meters);
        try {
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(numbers())
                    .containsKey("aisupport_round_success_timestamp_seconds{round=Hanging}")
                    .containsEntry("aisupport_round_failures_total{round=Hanging}", 0.0);
        } finally {
            over.countDown();
            rounds.close();
            background.shutdown();
        }
    }

    private record Hanging(CountDownLatch begun, CountDownLatch over) implements Round {
        @Override
        public void run(BooleanSupplier stopped) {
            begun.countDown();
            try {
                over.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    @Tag("X3")
    void trust21_no_number_is_told_of_a_patient_or_a_user() {
        house.engine.proposes(aProposal("potassium"));
        house.grant(patient);
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        RunReport run = house.runToTheEnd(patient);
        house.suggestions.decide(firstSuggestion(), accept());
        house.withdraw(patient);

        String told = house.metrics.metrics().toString();
        assertThat(told)
                .contains("aisupport_decisions_total")
                .doesNotContain(
                        patient.uuid(),
                        run.run().getUuid(),
                        run.run().getRequester().uuid(),
                        run.run().getRequester().name())
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
    }

    @Test
    void the_document_has_a_row_of_each_metric_with_its_kind_and_its_labels_and_of_no_other() throws Exception {
        house.grant(patient);
        house.runToTheEnd(patient);
        house.meters.ended("FeedbackSender", Duration.ZERO, true);
        house.meters.ended("FeedbackSender", Duration.ZERO, false);
        house.engine.answers(
                new EngineAnswer(List.of(), List.of(), List.of(new EngineAnswer.RuleFailure("potassium", "broke"))));
        house.runToTheEnd(patient);

        Set<String> documented = ROW.matcher(Files.readString(Path.of("../docs/operations.md")))
                .results()
                .map(row -> row.group(1) + " " + row.group(2) + " "
                        + row.group(3).strip().replace("`", ""))
                .collect(Collectors.toSet());

        assertThat(house.metrics.metrics())
                .extracting(metric -> metric.name() + " "
                        + metric.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " " + labels(metric))
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    private static String labels(Metric metric) {
        return samples(metric)
                .findFirst()
                .map(sample -> sample.labels().keySet().stream().sorted().collect(Collectors.joining(", ")))
                .filter(labels -> !labels.isEmpty())
                .orElse("–");
    }
}
