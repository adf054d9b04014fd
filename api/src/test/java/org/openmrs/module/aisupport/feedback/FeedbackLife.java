/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.feedback;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.consent.ConsentDecision;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.engine.Delivery;
import org.openmrs.module.aisupport.engine.FeedbackEngine;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.suggestion.DecisionOutcome;
import org.openmrs.module.aisupport.suggestion.DecisionRequest;
import org.openmrs.module.aisupport.suggestion.IllegalTransitionException;
import org.openmrs.module.aisupport.suggestion.RunRequest;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.House;

/** One patient, one suggestion, and what a test has happen to it, with what must come of that kept beside it. */
final class FeedbackLife {

    enum Step {
        ACCEPT,
        REJECT,
        UNDO,
        WITHDRAW_AND_GRANT,
        FOUR_MINUTES,
        A_QUARTER,
        ROUND,
        ROUND_THAT_FAILS,
        POWER_CUT_BEFORE_IT_GOES,
        POWER_CUT_AFTER_IT_WENT,
        STOP,
        LET_GO_ON
    }

    /** A decision that stands. */
    private record Standing(String word, Instant at) {}

    private final House house;
    private final FeedbackEngine engine;
    private final PatientRef patient;
    private final String suggestion;
    private final List<String> wrongs = new ArrayList<>();

    private Optional<Standing> standing = Optional.empty();
    private boolean owed;
    private boolean yesHasEnded;

    /** It was undecided when a yes ended. */
    private boolean gone;

    private boolean stopped;
    private int told;
    private Step how = Step.ROUND;

    FeedbackLife(House house, ListeningService service) {
        Database.execute("delete from aisupport_feedback");
        house.settings.set(Setting.OUTSIDE_ENGINES, "true");
        this.house = house;
        this.engine = new WatchedEngine(service.engine(), this::send);
        house.switchedOn.clear();
        house.switchedOn.add(engine);
        this.patient = house.patients.add();
        house.grant(patient);
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        house.awaitEnd(house.suggestions.request(new RunRequest(patient.uuid(), null, null, List.of(service.id))));
        this.suggestion = house.suggestionsOf(patient).get(0).suggestion().getUuid();
    }

    List<String> wrongs() {
        return wrongs;
    }

    /** Whether the service still has to be told of what stands. */
    boolean isOwed() {
        return owed;
    }

    int told() {
        return told;
    }

    List<String> outbox() {
        return Database.texts("select suggestion_uuid from aisupport_feedback");
    }

    void live(Step step) {
        switch (step) {
            case ACCEPT -> decide(DecisionOutcome.ACCEPTED, "accepted");
            case REJECT -> decide(DecisionOutcome.REJECTED, "overridden");
            case UNDO -> undo();
            case WITHDRAW_AND_GRANT -> withdrawAndGrant();
            case FOUR_MINUTES -> house.clock.advance(Duration.ofMinutes(4));
            case A_QUARTER -> house.clock.advance(Duration.ofMinutes(15));
            case ROUND, ROUND_THAT_FAILS, POWER_CUT_BEFORE_IT_GOES, POWER_CUT_AFTER_IT_WENT -> round(step);
            case STOP -> stop(true);
            case LET_GO_ON -> stop(false);
        }
    }

    /** Everything is well for a day. */
    void liveToTheEnd() {
        stop(false);
        for (int i = 0; i < 4; i++) {
            house.clock.advance(FeedbackRow.LONGEST_PAUSE);
            round(Step.ROUND);
        }
    }

    private void decide(DecisionOutcome outcome, String word) {
        if (standing.isPresent() || gone) {
            return;
        }
        house.suggestions.decide(
                suggestion, new DecisionRequest(outcome, Optional.empty(), null, null, null, null, List.of()));
        standing = Optional.of(new Standing(word, house.clock.instant()));
        owed = !yesHasEnded;
    }

    private void undo() {
        if (standing.isEmpty()) {
            return;
        }
        try {
            house.suggestions.undo(suggestion);
        } catch (IllegalTransitionException tooLate) {
            return;
        }
        standing = Optional.empty();
        owed = false;
    }

    private void withdrawAndGrant() {
        house.say(patient, Purpose.EXTERNAL_PROCESSING, ConsentDecision.WITHDRAW);
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        yesHasEnded = true;
        owed = false;
        gone |= standing.isEmpty();
    }

    private void stop(boolean stop) {
        house.settings.set(Setting.OUTSIDE_ENGINES, stop ? "false" : "true");
        stopped = stop;
    }

    private void round(Step step) {
        how = step;
        try {
            house.asInOneRequest(() -> {
                house.feedback.run(() -> false);
                return step;
            });
        } catch (WatchedEngine.PowerCut cut) {
            // The next round is after the restart.
        }
    }

    private Delivery send(FeedbackEngine.Message message) {
        judge(new String(message.payload(), StandardCharsets.UTF_8));
        return switch (how) {
            case ROUND_THAT_FAILS -> new Delivery(Delivery.End.FAILED, true, Optional.empty(), "It failed.");
            case POWER_CUT_BEFORE_IT_GOES -> throw new WatchedEngine.PowerCut();
            case POWER_CUT_AFTER_IT_WENT -> {
                message.send();
                throw new WatchedEngine.PowerCut();
            }
            default -> {
                told++;
                owed = false;
                yield message.send();
            }
        };
    }

    private void judge(String payload) {
        if (!owed) {
            wrongs.add("told though nothing was owed: " + payload);
        }
        if (stopped) {
            wrongs.add("told while engines were stopped");
        }
        if (standing.isEmpty()) {
            wrongs.add("told of what does not stand");
            return;
        }
        if (!payload.contains("\"" + standing.get().word() + "\"")) {
            wrongs.add("told otherwise than decided: " + payload);
        }
        Duration age = Duration.between(standing.get().at(), house.clock.instant());
        if (age.compareTo(Duration.ofMinutes(10)) < 0) {
            wrongs.add("told while it could be undone, after " + age);
        }
    }
}
