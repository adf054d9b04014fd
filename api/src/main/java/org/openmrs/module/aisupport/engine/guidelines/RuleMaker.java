/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** One of the rules that the module has: its data file, and what judges by it. */
record RuleMaker(String id, Function<RuleDefinition, Rule> maker) {

    /** As its data file says. */
    Rule make() {
        return maker.apply(RuleDefinitions.load(id));
    }

    /** In each variant that the file documents, by its name. */
    Map<String, Rule> makeVariants() {
        Map<String, Rule> variants = new LinkedHashMap<>();
        RuleDefinitions.variants(id).forEach((name, definition) -> variants.put(name, maker.apply(definition)));
        return variants;
    }
}
