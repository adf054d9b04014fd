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
 * The answer. Whatever is empty or missing in it was of fewer than five patients, none among them.
 *
 * @param countedUntil the last day that could be counted: the end of the last whole week
 * @param engines sums of the rules that are told, so that no hidden rule can be reckoned from them
 */
public record Statistics(LocalDate countedUntil, List<Engine> engines, List<Rule> rules) {
    public Statistics {
        engines = List.copyOf(engines);
        rules = List.copyOf(rules);
    }

    public record Engine(String id, String label, Optional<Told> told) {}

    /** @param told empty where it would be of fewer than five patients */
    public record Rule(RuleKey key, String label, Optional<Told> told, Set<Caution> cautions) {
        public Rule {
            cautions = Set.copyOf(cautions);
        }
    }

    /**
     * @param timing empty where it would be of fewer than five patients
     * @param reasons for rejecting, each that at least five patients' suggestions were rejected for
     * @param overTime the groups that the outcomes are the sum of, oldest first
     */
    public record Told(Outcomes outcomes, Optional<Timing> timing, List<Reason> reasons, List<Span> overTime) {
        public Told {
            reasons = List.copyOf(reasons);
            overTime = List.copyOf(overTime);
        }
    }

    /** Of decisions on suggestions that somebody had been shown before. */
    public record Timing(long decisions, long underTwoSeconds, Quartiles quartiles) {}

    /** @param code as the override reasons have it; empty for rejections without a reason */
    public record Reason(String code, long rejections) {}

    /** From Monday to Sunday, of one or more weeks. */
    public record Span(LocalDate from, LocalDate to, Outcomes outcomes) {}
}
