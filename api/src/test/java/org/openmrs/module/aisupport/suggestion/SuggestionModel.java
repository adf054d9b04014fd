/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.aisupport.platform.Actor;

/** What S1, S2, S8 and C5 say must become of one patient's suggestions, and no more. */
final class SuggestionModel {

    private static final Duration UNDOABLE = Duration.ofMinutes(10);
    private static final Duration LONGEST_RUN = Duration.ofMinutes(2);

    private final List<Entry> entries = new ArrayList<>();
    private boolean consent = true;
    private Optional<RunningRun> running = Optional.empty();

    /** One suggestion. What came of it is told by its state and by how often it was decided and undone. */
    static final class Entry {
        final String rule;
        final SuggestionStep.Verdict verdict;
        SuggestionStatus status = SuggestionStatus.OPEN;
        Actor decider;
        Instant decidedAt;
        int decisions;
        int undos;

        private Entry(String rule, SuggestionStep.Verdict verdict) {
            this.rule = rule;
            this.verdict = verdict;
        }

        private boolean isUndecided() {
            return status == SuggestionStatus.OPEN;
        }

        private boolean isGone() {
            return status == SuggestionStatus.SUPERSEDED || status == SuggestionStatus.WITHDRAWN;
        }
    }

    private record RunningRun(Map<String, SuggestionStep.Verdict> verdicts, Instant since) {}

    List<Entry> entries() {
        return entries;
    }

    boolean isConsented() {
        return consent;
    }

    boolean begins(Map<String, SuggestionStep.Verdict> verdicts, Instant now) {
        if (!consent || isRunning(now)) {
            return false;
        }
        running = Optional.of(new RunningRun(verdicts, now));
        return true;
    }

    boolean isRunning(Instant now) {
        return running.filter(run -> now.isBefore(run.since().plus(LONGEST_RUN)))
                .isPresent();
    }

    /** Nothing is kept of a run that was ended meanwhile, by the clock, by a cancel or by the patient. */
    void answers(Instant now) {
        if (isRunning(now)) {
            keep(running.orElseThrow().verdicts());
        }
        running = Optional.empty();
    }

    void cancels() {
        running = Optional.empty();
    }

    private void keep(Map<String, SuggestionStep.Verdict> verdicts) {
        List<Entry> standing = entries.stream().filter(entry -> !entry.isGone()).toList();
        standing.stream()
                .filter(Entry::isUndecided)
                .filter(entry -> verdicts.get(entry.rule) != SuggestionStep.Verdict.BROKEN)
                .filter(entry -> verdicts.get(entry.rule) != entry.verdict)
                .forEach(entry -> entry.status = SuggestionStatus.SUPERSEDED);
        verdicts.forEach((rule, verdict) -> {
            boolean proposes = verdict == SuggestionStep.Verdict.ON_LOW || verdict == SuggestionStep.Verdict.ON_HIGH;
            boolean known = standing.stream().anyMatch(entry -> entry.rule.equals(rule) && entry.verdict == verdict);
            if (proposes && !known) {
                entries.add(new Entry(rule, verdict));
            }
        });
    }

    boolean decides(Entry entry, Actor by, SuggestionStep.Answer answer, SuggestionStep.Seen seen, Instant now) {
        if (!consent || !entry.isUndecided() || seen == SuggestionStep.Seen.OUTDATED) {
            return false;
        }
        entry.status = switch (answer) {
            case ACCEPT -> SuggestionStatus.ACCEPTED;
            case ACCEPT_IN_OWN_WORDS -> SuggestionStatus.ACCEPTED_WITH_EDITS;
            case REJECT -> SuggestionStatus.REJECTED;
        };
        entry.decider = by;
        entry.decidedAt = now;
        entry.decisions++;
        return true;
    }

    boolean undoes(Entry entry, Actor by, Instant now) {
        boolean decided = !entry.isUndecided() && !entry.isGone();
        if (!consent
                || !decided
                || !entry.decider.equals(by)
                || now.isAfter(entry.decidedAt.plus(UNDOABLE))
                || isReplaced(entry)) {
            return false;
        }
        entry.status = SuggestionStatus.OPEN;
        entry.undos++;
        return true;
    }

    private boolean isReplaced(Entry entry) {
        return entries.stream()
                .skip(entries.indexOf(entry) + 1L)
                .anyMatch(later -> later.rule.equals(entry.rule) && !later.isGone());
    }

    void withdraws() {
        consent = false;
        running = Optional.empty();
        entries.stream().filter(Entry::isUndecided).forEach(entry -> entry.status = SuggestionStatus.WITHDRAWN);
    }

    void grants() {
        consent = true;
    }
}
