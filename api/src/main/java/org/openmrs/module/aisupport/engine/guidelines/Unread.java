/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** What a rule would have looked at, can do without, and could not read in this record: told with the suggestion's limits. */
final class Unread {

    private static final Set<String> PREGNANCY = Set.of(Pregnancy.PROBLEM, Pregnancy.ANSWER);

    private Unread() {}

    /** Begins with a space, or is empty. */
    static String limit(RuleDefinition rule, Snapshot snapshot) {
        String labels = rule.inputs().stream()
                .filter(input -> !PREGNANCY.contains(input) && !snapshot.canRead(input))
                .map(snapshot::labelOf)
                .sorted()
                .collect(Collectors.joining(", "));
        String others = labels.isEmpty() ? "" : " Could not be read here, and was not looked at: " + labels + ".";
        return rule.inputs().containsAll(PREGNANCY) ? others + Pregnancy.limit(snapshot) : others;
    }
}
