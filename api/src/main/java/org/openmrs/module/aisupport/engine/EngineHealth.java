/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the engines are set up as somebody meant, and kept up: in words for an administrator. Nothing of it changes a run. */
public class EngineHealth {

    private final EngineRegistry registry;
    private final Clock clock;

    public EngineHealth(EngineRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** What in the settings no engine can follow. */
    public Optional<String> settings() {
        List<String> problems = registry.engines().stream()
                .flatMap(engine -> engine.problem().stream())
                .toList();
        return problems.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", problems));
    }

    /** How far the engines are that have to prepare themselves, by their names. */
    public Map<String, String> progress() {
        Map<String, String> progress = new LinkedHashMap<>();
        registry.engines().forEach(engine -> engine.progress()
                .ifPresent(words -> progress.put(engine.card().name(), words)));
        return progress;
    }

    /** Rules that somebody should have looked at again by now; the longest overdue first. One that is off need not be. */
    public Optional<String> reviews() {
        LocalDate today = LocalDate.now(clock);
        List<EngineCard.RuleCard> overdue = registry.engines().stream()
                .flatMap(engine -> engine.card().rules().stream())
                .filter(rule -> !rule.off() && rule.isReviewDueOn(today))
                .sorted(Comparator.comparing(EngineCard.RuleCard::reviewDate).thenComparing(EngineCard.RuleCard::label))
                .toList();
        return overdue.isEmpty() ? Optional.empty() : Optional.of(words(overdue));
    }

    private static String words(List<EngineCard.RuleCard> overdue) {
        return overdue.stream()
                .map(rule -> rule.label() + " (" + rule.id() + ") since " + rule.reviewDate())
                .collect(Collectors.joining(
                        "; ",
                        "Review is overdue of: ",
                        ". They work on as before. Compare them with"
                                + " their sources, install a newer version of the module, or switch them off."));
    }
}
