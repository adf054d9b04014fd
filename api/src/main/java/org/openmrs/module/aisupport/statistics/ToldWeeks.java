/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What may be told: of each rule the weeks of whole groups that follow each other without a gap. As a condition to stand inside a statement,
 * so that what is reckoned there is of these alone.
 */
final class ToldWeeks {

    private final List<String> each = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** From the first week to the last. */
    record Between(Week first, Week last) {
        static Between of(List<? extends Group<?>> groups) {
            return new Between(
                    groups.get(0).first(), groups.get(groups.size() - 1).last());
        }
    }

    /** @param row the name of what has {@code engine, rule, week} around the condition */
    ToldWeeks(Map<RuleKey, Between> told, String row) {
        told.forEach((key, between) -> {
            int place = each.size();
            parameters.put("engine" + place, key.engine());
            parameters.put("rule" + place, key.rule());
            each.add(String.format(
                    "%1$s.engine = :engine%2$d and %1$s.rule = :rule%2$d and %1$s.week between %3$d and %4$d",
                    row, place, between.first().number(), between.last().number()));
        });
    }

    /** A condition and not a joined list, which MariaDB would go through all suggestions for, once for each rule. */
    String sql() {
        return "(" + String.join(" or ", each) + ")";
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
