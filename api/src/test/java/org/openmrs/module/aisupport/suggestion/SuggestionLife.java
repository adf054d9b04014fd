/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.testing.Proposals.aProposal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.openmrs.module.aisupport.consent.ConsentMissingException;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.House;

/** One patient's suggestions, which live through the same steps in the database and in the model. */
final class SuggestionLife implements AutoCloseable {

    final House house;
    final PatientRef patient;
    final SuggestionModel model = new SuggestionModel();
    private Optional<String> begun = Optional.empty();

    /** Begins with a yes. */
    SuggestionLife(House house) {
        this.house = house;
        this.patient = house.patients.add();
        house.grant(patient);
    }

    /** Fails where one of the two lets happen what the other refuses. */
    void live(SuggestionStep step) {
        if (step instanceof SuggestionStep.Asked asked) {
            if (begin(asked.by(), asked.verdicts(), false)) {
                awaitAnswer();
            }
        } else if (step instanceof SuggestionStep.Begun asked) {
            begin(asked.by(), asked.verdicts(), true);
        } else if (step instanceof SuggestionStep.Answered) {
            letAnswer();
        } else if (step instanceof SuggestionStep.Cancelled) {
            begun.ifPresent(house.suggestions::cancel);
            model.cancels();
        } else if (step instanceof SuggestionStep.Decided decided) {
            decide(decided);
        } else if (step instanceof SuggestionStep.Undone undone) {
            undo(undone);
        } else if (step instanceof SuggestionStep.Withdrawn) {
            house.withdraw(patient);
            model.withdraws();
        } else if (step instanceof SuggestionStep.Granted) {
            house.grant(patient);
            model.grants();
        } else if (step instanceof SuggestionStep.TimePasses passes) {
            house.clock.advance(passes.by());
        } else {
            throw new IllegalArgumentException(step.toString());
        }
    }

    private boolean begin(Actor by, Map<String, SuggestionStep.Verdict> verdicts, boolean answersLater) {
        Instant now = house.clock.instant();
        if (begun.isPresent() && !model.isRunning(now)) {
            letAnswer(); // the engine that still works on what nobody waits for any more
        }
        if (begun.isEmpty()) {
            house.engine.answers(answer(verdicts));
            if (answersLater) {
                house.engine.holds();
            }
        }
        house.user.become(by);
        boolean happened = happens(() -> {
            begun = Optional.of(house.run(patient).run().getUuid());
            return begun;
        });
        assertThat(happened).as("asking").isEqualTo(model.begins(verdicts, now));
        if (begun.isEmpty()) {
            house.engine.release(); // which nobody has called
        }
        return happened;
    }

    private void letAnswer() {
        if (begun.isPresent()) {
            house.engine.release();
            awaitAnswer();
        }
    }

    private void awaitAnswer() {
        String run = begun.orElseThrow();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (Database.texts(
                        "select p.status from aisupport_run r join aisupport_run_part p on p.run_id = r.run_id"
                                + " where r.uuid = ? and p.status <> 'RUNNING'",
                        run)
                .isEmpty()) {
            assertThat(System.nanoTime()).as("the run's part ends").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        model.answers(house.clock.instant());
        begun = Optional.empty();
    }

    private static EngineAnswer answer(Map<String, SuggestionStep.Verdict> verdicts) {
        List<Proposal> proposals = new ArrayList<>();
        List<EngineAnswer.RuleFailure> failures = new ArrayList<>();
        verdicts.forEach((rule, verdict) -> {
            switch (verdict) {
                case SILENT -> {}
                case ON_LOW -> proposals.add(aProposal(rule, "2.1", Proposal.Indicator.WARNING));
                case ON_HIGH -> proposals.add(aProposal(rule, "6.1", Proposal.Indicator.WARNING));
                case BROKEN -> failures.add(new EngineAnswer.RuleFailure(rule, "It broke."));
            }
        });
        return new EngineAnswer(proposals, List.of(), failures);
    }

    private void decide(SuggestionStep.Decided step) {
        List<Row> rows = rows();
        if (rows.isEmpty()) {
            return;
        }
        int which = step.which() % rows.size();
        Row row = rows.get(which);
        house.user.become(step.by());
        Instant now = house.clock.instant();
        boolean happened = happens(() -> house.suggestions.decide(row.uuid(), request(step, row)));

        assertThat(happened)
                .as("deciding on no. %d", which)
                .isEqualTo(model.decides(model.entries().get(which), step.by(), step.answer(), step.seen(), now));
    }

    private static DecisionRequest request(SuggestionStep.Decided step, Row row) {
        Optional<Integer> version =
                switch (step.seen()) {
                    case UNSAID -> Optional.empty();
                    case CURRENT -> Optional.of(row.version());
                    case OUTDATED -> Optional.of(row.version() + 1);
                };
        return new DecisionRequest(
                step.answer() == SuggestionStep.Answer.REJECT ? DecisionOutcome.REJECTED : DecisionOutcome.ACCEPTED,
                version,
                null,
                step.answer() == SuggestionStep.Answer.ACCEPT_IN_OWN_WORDS ? "Repeat in a week" : null,
                null,
                null,
                List.of());
    }

    private void undo(SuggestionStep.Undone step) {
        List<Row> rows = rows();
        if (rows.isEmpty()) {
            return;
        }
        int which = step.which() % rows.size();
        house.user.become(step.by());
        Instant now = house.clock.instant();
        boolean happened = happens(() -> house.suggestions.undo(rows.get(which).uuid()));

        assertThat(happened)
                .as("undoing no. %d", which)
                .isEqualTo(model.undoes(model.entries().get(which), step.by(), now));
    }

    private static boolean happens(Supplier<?> step) {
        try {
            step.get();
            return true;
        } catch (ConsentMissingException
                | RunUnderWayException
                | AlreadyDecidedException
                | IllegalTransitionException refused) {
            return false;
        }
    }

    /** A suggestion as the database has it. */
    record Row(
            String uuid,
            int version,
            SuggestionStatus status,
            boolean hasContent,
            int evidence,
            int decisions,
            int undos,
            boolean namesLiveDecision) {}

    /** All of the patient's, oldest first. */
    List<Row> rows() {
        return Database.rows(
                ROWS,
                found -> new Row(
                        found.getString(1),
                        found.getInt(2),
                        SuggestionStatus.valueOf(found.getString(3)),
                        found.getBoolean(4),
                        found.getInt(5),
                        found.getInt(6),
                        found.getInt(7),
                        found.getBoolean(8)),
                patient.id());
    }

    private static final String ROWS =
            """
            select s.uuid, s.version, s.status,
              coalesce(s.summary, s.detail, s.limits, s.problem_json) is not null,
              (select count(*) from aisupport_evidence e where e.suggestion_id = s.suggestion_id),
              (select count(*) from aisupport_decision d where d.suggestion_uuid = s.uuid),
              (select count(*) from aisupport_undo u join aisupport_decision d on d.uuid = u.decision_uuid
                where d.suggestion_uuid = s.uuid),
              exists (select 1 from aisupport_decision d where d.uuid = s.decision_uuid and d.suggestion_uuid = s.uuid
                and not exists (select 1 from aisupport_undo u where u.decision_uuid = d.uuid))
            from aisupport_suggestion s where s.patient_id = ? order by s.suggestion_id
            """;

    @Override
    public void close() {
        letAnswer();
    }
}
