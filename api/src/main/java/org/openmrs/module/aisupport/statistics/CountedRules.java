/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.EngineRegistry;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.snapshot.SensitiveInputs;

/** What there is to count, and what of it is about a sensitive topic, by what it is made from. */
public class CountedRules {

    private final EngineRegistry registry;
    private final SensitiveInputs sensitive;

    public CountedRules(EngineRegistry registry, SensitiveInputs sensitive) {
        this.registry = registry;
        this.sensitive = sensitive;
    }

    /**
     * @param labels of engines by id
     * @param rules labels of rules, for engines that have rules; others count as one
     * @param plain those that touch nothing sensitive. What is no longer here is not among them: nobody can tell.
     * @param all nothing is sensitive here, so that the rest need not be asked
     */
    record Now(Map<String, String> labels, Map<RuleKey, String> rules, Set<RuleKey> plain, boolean all) {

        /** Engines whose suggestions are counted rule by rule. */
        Set<String> enginesWithRules() {
            return rules.keySet().stream()
                    .filter(key -> !key.rule().isEmpty())
                    .map(RuleKey::engine)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    Now now() {
        List<EngineCard> cards =
                registry.engines().stream().map(SuggestionEngine::card).toList();
        Map<RuleKey, Set<String>> inputs = new HashMap<>();
        Map<String, String> labels = new TreeMap<>();
        Map<RuleKey, String> rules = new LinkedHashMap<>();
        for (EngineCard card : cards) {
            labels.put(card.id(), card.name());
            if (card.rules().isEmpty()) {
                RuleKey whole = new RuleKey(card.id(), "");
                inputs.put(whole, card.inputs());
                rules.put(whole, card.name());
            }
            card.rules().forEach(rule -> {
                RuleKey key = new RuleKey(card.id(), rule.id());
                inputs.put(key, rule.inputs());
                rules.put(key, rule.label());
            });
        }
        Set<String> touching = sensitive.among(
                inputs.values().stream().flatMap(Collection::stream).collect(Collectors.toCollection(TreeSet::new)));
        Set<RuleKey> plain = inputs.entrySet().stream()
                .filter(rule -> rule.getValue().stream().noneMatch(touching::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Now(labels, rules, plain, !sensitive.areThereAny());
    }
}
