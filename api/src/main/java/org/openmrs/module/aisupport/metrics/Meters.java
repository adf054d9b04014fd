/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.audit.AuditListener;
import org.openmrs.module.aisupport.audit.AuditOutcome;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.RoundListener;
import org.openmrs.module.aisupport.suggestion.CallEnd;
import org.openmrs.module.aisupport.suggestion.Decision;
import org.openmrs.module.aisupport.suggestion.DecisionListener;
import org.openmrs.module.aisupport.suggestion.DecisionOutcome;
import org.openmrs.module.aisupport.suggestion.RunListener;
import org.openmrs.module.aisupport.suggestion.RunStatus;
import org.openmrs.module.aisupport.suggestion.Suggestion;

/**
 * What this server has done since the module started on it. Listens where things are known anyway, and counts only what stands. It
 * holds no patient, no user and no text that anybody wrote. Made anew with the platform's context, so that nothing is counted twice.
 */
public class Meters implements AuditListener, RunListener, RoundListener, DecisionListener {

    private static final String UNDONE = "undone";
    private static final Set<String> REASONS =
            Arrays.stream(DenialReason.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final Clock clock;
    private final Instant startedAt;
    private final Labels labels = new Labels();
    private final Counts runsRequested =
            new Counts("aisupport_runs_requested_total", "Runs that were begun.").startingWith();
    private final Counts runsEnded = new Counts("aisupport_runs_ended_total", "Runs that ended.", "status");
    private final Counts calls = new Counts("aisupport_engine_calls_total", "Calls of engines.", "engine", "end");
    private final Durations callSeconds =
            new Durations("aisupport_engine_call_seconds", "How long calls of engines took, also those that failed.");
    private final Counts ruleFailures = new Counts(
            "aisupport_engine_part_failures_total",
            "Rules that broke, and parts of answers that were left out.",
            "engine");
    private final Counts gateAnswers =
            new Counts("aisupport_gate_answers_total", "Answers of the consent gate.", "answer", "reason");
    private final Counts decisions = new Counts("aisupport_decisions_total", "Decisions of GPs.", "outcome");
    private final Counts auditRows =
            new Counts("aisupport_audit_rows_total", "Rows written into the audit.", "kind", "outcome");
    private final Counts roundFailures =
            new Counts("aisupport_round_failures_total", "Rounds of work that broke off.", "round");
    /** When each round last came to its end, or the module started. */
    private final Map<String, Instant> roundEnds = new ConcurrentHashMap<>();

    private final Map<String, Duration> roundTimes = new ConcurrentHashMap<>();

    public Meters(Clock clock) {
        this.clock = clock;
        this.startedAt = clock.instant();
        Arrays.stream(RunStatus.values())
                .filter(status -> status != RunStatus.RUNNING)
                .forEach(status -> runsEnded.startingWith(Labels.of(status)));
        Arrays.stream(DecisionOutcome.values()).forEach(outcome -> decisions.startingWith(Labels.of(outcome)));
        decisions.startingWith(UNDONE);
        gateAnswers.startingWith("permitted", "none");
        Arrays.stream(DenialReason.values()).forEach(reason -> gateAnswers.startingWith("denied", Labels.of(reason)));
    }

    @Override
    public void recorded(AuditRow row) {
        auditRows.add(Labels.of(row.getKind()), Labels.of(row.getOutcome()));
        switch (row.getKind()) {
            case RUN_REQUESTED -> runsRequested.add();
            case GATE_PERMITTED -> gateAnswers.add("permitted", "none");
            case GATE_DENIED -> gateAnswers.add("denied", reason(row.getDetail()));
            case ENGINE_CALL_ENDED -> countPart(row);
            default -> {
                // counted by its kind
            }
        }
    }

    private static String reason(String detail) {
        return detail != null && REASONS.contains(detail) ? Labels.of(DenialReason.valueOf(detail)) : Labels.OTHER;
    }

    /** The row of a whole call says how long it took; that of a part of it does not. */
    private void countPart(AuditRow row) {
        if (row.getOutcome() == AuditOutcome.FAILED && row.getMillis() == null) {
            ruleFailures.add(labels.engine(row.getEngine()));
        }
    }

    @Override
    public void callEnded(String engine, CallEnd end, Duration took) {
        String label = labels.engine(engine);
        // All of them from its first call on: an alert sees no rise where there was nothing before.
        for (CallEnd each : CallEnd.values()) {
            calls.startingWith(label, Labels.of(each));
        }
        ruleFailures.startingWith(label);
        calls.add(label, Labels.of(end));
        if (end.tookTime()) {
            callSeconds.add(label, took);
        }
    }

    @Override
    public void runEnded(RunStatus how) {
        runsEnded.add(Labels.of(how));
    }

    @Override
    public void decided(Suggestion suggestion, Decision decision) {
        DecisionOutcome outcome = decision.getOutcome();
        Transactions.tellAfterCommit(() -> decisions.add(Labels.of(outcome)));
    }

    @Override
    public void undone(Suggestion suggestion, Decision decision) {
        Transactions.tellAfterCommit(() -> decisions.add(UNDONE));
    }

    @Override
    public void planned(String round) {
        roundFailures.startingWith(round);
        roundEnds.put(round, startedAt);
    }

    @Override
    public void ended(String round, Duration took, boolean well) {
        if (well) {
            roundEnds.put(round, clock.instant());
            roundTimes.put(round, took);
        } else {
            roundFailures.add(round);
        }
    }

    List<Metric> told() {
        return List.of(
                new Metric.Gauge(
                        "aisupport_start_timestamp_seconds",
                        "When the module started on this server, from which everything else is counted.",
                        List.of(new Metric.Sample(Map.of(), seconds(startedAt)))),
                runsRequested.told(),
                runsEnded.told(),
                calls.told(),
                callSeconds.told(),
                ruleFailures.told(),
                gateAnswers.told(),
                decisions.told(),
                auditRows.told(),
                roundFailures.told(),
                ofRounds(
                        "aisupport_round_success_timestamp_seconds",
                        "When a round last came to its end, and before its first end when the module started.",
                        roundEnds,
                        Meters::seconds),
                ofRounds(
                        "aisupport_round_seconds",
                        "How long that round took.",
                        roundTimes,
                        took -> took.toNanos() / 1e9));
    }

    private static <T> Metric ofRounds(String name, String help, Map<String, T> ofRound, ToDoubleFunction<T> number) {
        return new Metric.Gauge(
                name,
                help,
                ofRound.entrySet().stream()
                        .map(entry -> new Metric.Sample(
                                Map.of("round", entry.getKey()), number.applyAsDouble(entry.getValue())))
                        .toList());
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }
}
