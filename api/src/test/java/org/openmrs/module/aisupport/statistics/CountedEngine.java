/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** An engine that is only counted: its rules, and what each reads. */
record CountedEngine(String id, List<EngineCard.RuleCard> rules, Set<String> inputs) implements SuggestionEngine {

    static CountedEngine withRules(String id, String... rules) {
        return new CountedEngine(
                id,
                Arrays.stream(rules)
                        .map(rule -> rule(rule, Set.of("creatinine")))
                        .toList(),
                Set.of("creatinine"));
    }

    static EngineCard.RuleCard rule(String id, Set<String> inputs) {
        LocalDate day = LocalDate.of(2026, 1, 1);
        return new EngineCard.RuleCard(
                id,
                "1",
                Optional.empty(),
                Optional.empty(),
                "Rule " + id,
                "Made up",
                null,
                "Nobody",
                day,
                day,
                Set.of(),
                inputs,
                inputs,
                false);
    }

    @Override
    public EngineCard card() {
        return new EngineCard(
                id,
                "Engine " + id,
                "1",
                Optional.empty(),
                "Tests",
                "Nobody",
                "To test",
                "Tests",
                "None",
                "",
                "MPL-2.0",
                inputs,
                rules);
    }

    @Override
    public EngineAnswer suggest(Snapshot snapshot) {
        throw new UnsupportedOperationException("only counted");
    }
}
