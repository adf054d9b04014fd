/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;

/**
 * What a site chose among the rules. A name that no rule has changes nothing, and is told to the administrator: a slip of the keyboard
 * must neither stop a run nor switch off another rule.
 *
 * @param off ids of rules that are not used here
 */
record RuleChoices(Set<String> off, Optional<String> problem) {

    static final RuleChoices NONE = new RuleChoices(Set.of(), Optional.empty());

    private static final Pattern SEPARATORS = Pattern.compile("[,\\s]+");

    /** @param known the ids of all rules */
    static RuleChoices read(Settings settings, Set<String> known) {
        List<String> problems = new ArrayList<>();
        Set<String> off = off(settings, known, problems);
        return new RuleChoices(off, problems.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", problems)));
    }

    private static Set<String> off(Settings settings, Set<String> known, List<String> problems) {
        Set<String> off = words(settings.value(Setting.RULES_OFF));
        Set<String> unknown = new TreeSet<>(off);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            problems.add("The setting " + Setting.RULES_OFF.property() + " names what is no rule: "
                    + String.join(", ", unknown) + ". This changes nothing. " + rules(known));
        }
        off.retainAll(known);
        return off;
    }

    private static Set<String> words(Optional<String> text) {
        Set<String> words = new LinkedHashSet<>();
        text.ifPresent(stored ->
                SEPARATORS.splitAsStream(stored).filter(word -> !word.isEmpty()).forEach(words::add));
        return words;
    }

    private static String rules(Set<String> known) {
        return "The rules are: " + String.join(", ", new TreeSet<>(known)) + ".";
    }
}
