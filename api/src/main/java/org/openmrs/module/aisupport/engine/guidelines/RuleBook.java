/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every rule, as its data file says and in each variant that the file documents. All are made as the module starts, so that a variant
 * with a mistake in it stops the engine then, and not on the day when a site chooses it.
 */
final class RuleBook {

    private final Map<String, Rule> own = new LinkedHashMap<>();
    private final Map<String, Map<String, Rule>> variants = new LinkedHashMap<>();

    RuleBook(List<RuleMaker> makers) {
        makers.forEach(maker -> {
            own.put(maker.id(), maker.make());
            variants.put(maker.id(), maker.makeVariants());
        });
    }

    Set<String> ids() {
        return own.keySet();
    }

    /** Names of the variants of a rule; none for a rule that is not there. */
    Set<String> variantsOf(String id) {
        return variants.getOrDefault(id, Map.of()).keySet();
    }

    /** Every rule once, in the variant that was chosen for it, else as its file says. */
    List<Rule> rules(Map<String, String> chosen) {
        return own.entrySet().stream()
                .map(rule -> chosen.containsKey(rule.getKey())
                        ? variants.get(rule.getKey()).get(chosen.get(rule.getKey()))
                        : rule.getValue())
                .toList();
    }
}
