/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The answer. Whatever is empty or missing in it was of fewer than five patients, none among them; or of no whole group, where only some
 * weeks were asked for.
 *
 * @param countedUntil the last day that could be counted: the end of the last whole week
 * @param ofSomeWeeks a period was asked for: what can't be told of it alone may be told of more weeks
 * @param engines sums of the rules that are told, so that no hidden rule can be reckoned from them
 */
public record Statistics(LocalDate countedUntil, boolean ofSomeWeeks, List<Engine> engines, List<Rule> rules) {
    public Statistics {
        engines = List.copyOf(engines);
        rules = List.copyOf(rules);
    }

    public record Engine(String id, String label, Optional<Told> told) {}

    /** @param told empty where it would be of fewer than five patients, or of no whole group */
    public record Rule(RuleKey key, String label, Optional<Told> told, Set<Caution> cautions) {
        public Rule {
            cautions = Set.copyOf(cautions);
        }
    }

    /**
     * @param consultations in how many these suggestions were made: encounters, or where none was named visits, or else runs
     * @param timing empty where it would be of fewer than five patients
     * @param reasons for rejecting, each that at least five patients' suggestions were rejected for
     * @param overTime the groups that the outcomes are the sum of, oldest first
     */
    public record Told(
            Outcomes outcomes, long consultations, Optional<Timing> timing, List<Reason> reasons, List<Span> overTime) {
        public Told {
            reasons = List.copyOf(reasons);
            overTime = List.copyOf(overTime);
        }
    }

    /** Of decisions on suggestions that somebody had been shown before. */
    public record Timing(long decisions, long underTwoSeconds, Quartiles quartiles) {}

    /** @param code as the override reasons have it; empty for rejections without a reason */
    public record Reason(String code, long rejections) {}

    /**
     * From Monday to Sunday: of a rule the weeks of one group. Of an engine the week in which groups of its rules were complete: their
     * numbers are of that week and of weeks before it.
     */
    public record Span(LocalDate from, LocalDate to, Outcomes outcomes) {}
}
