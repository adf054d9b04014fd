/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
 * @param variants the name of the variant that holds, by the rule's id; a rule that is not among them holds as its file says
 */
record RuleChoices(Set<String> off, Map<String, String> variants, Optional<String> problem) {

    static final RuleChoices NONE = new RuleChoices(Set.of(), Map.of(), Optional.empty());

    private static final Pattern SEPARATORS = Pattern.compile("[,\\s]+");
    private static final Pattern EQUALS = Pattern.compile("\\s*=\\s*");

    static RuleChoices read(Settings settings, RuleBook book) {
        List<String> problems = new ArrayList<>();
        Set<String> off = off(words(settings.value(Setting.RULES_OFF)), book, problems);
        Map<String, String> variants = variants(words(settings.value(Setting.RULES_VARIANTS)), book, problems);
        return new RuleChoices(
                off, variants, problems.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", problems)));
    }

    private static Set<String> off(Set<String> named, RuleBook book, List<String> problems) {
        Set<String> off = new LinkedHashSet<>(named);
        off.retainAll(book.ids());
        Set<String> unknown = new TreeSet<>(named);
        unknown.removeAll(off);
        if (!unknown.isEmpty()) {
            problems.add("The setting " + Setting.RULES_OFF.property() + " names what is no rule: "
                    + String.join(", ", unknown) + ". This changes nothing. The rules are: "
                    + String.join(", ", new TreeSet<>(book.ids())) + ".");
        }
        return off;
    }

    private static Map<String, String> variants(Set<String> named, RuleBook book, List<String> problems) {
        Map<String, String> variants = new LinkedHashMap<>();
        Set<String> wrong = new TreeSet<>();
        for (String choice : named) {
            String[] parts = EQUALS.split(choice, 2);
            boolean known = parts.length == 2 && book.variantsOf(parts[0]).contains(parts[1]);
            if (!known || variants.putIfAbsent(parts[0], parts[1]) != null) {
                wrong.add(choice);
            }
        }
        if (!wrong.isEmpty()) {
            problems.add("The setting " + Setting.RULES_VARIANTS.property()
                    + " asks for what is no variant of a rule, or for a second one: " + String.join(", ", wrong)
                    + ". This changes nothing. " + known(book));
        }
        return variants;
    }

    private static String known(RuleBook book) {
        List<String> known = book.ids().stream()
                .flatMap(id -> book.variantsOf(id).stream().map(variant -> id + "=" + variant))
                .sorted()
                .toList();
        return known.isEmpty() ? "No rule has variants." : "The variants are: " + String.join(", ", known) + ".";
    }

    private static Set<String> words(Optional<String> text) {
        Set<String> words = new LinkedHashSet<>();
        text.ifPresent(stored -> SEPARATORS
                .splitAsStream(EQUALS.matcher(stored).replaceAll("="))
                .filter(word -> !word.isEmpty())
                .forEach(words::add));
        return words;
    }
}
