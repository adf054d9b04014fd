/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.engine.PersonalData;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.snapshot.ConceptMapping;

/** The rules' data files as a page that a clinician can read. */
final class RulesPage {

    private final ConceptMapping mapping;
    private final List<String> lines = new ArrayList<>();

    private RulesPage(ConceptMapping mapping) {
        this.mapping = mapping;
    }

    static String of(List<RuleDefinition> rules, ConceptMapping mapping) {
        RulesPage page = new RulesPage(mapping);
        rules.stream().sorted(Comparator.comparing(RuleDefinition::label)).forEach(page::rule);
        return String.join("\n", page.lines) + "\n";
    }

    private void rule(RuleDefinition rule) {
        lines.add("");
        lines.add("## " + rule.label());
        lines.add("`" + rule.id() + "`, version " + rule.version() + " of " + rule.revised() + ", by " + rule.author()
                + ", to be reviewed by " + rule.reviewDate() + ".");
        paragraph("**What it says.** Words in italics are filled in from the record.");
        rule.outcomes().values().forEach(this::outcome);
        paragraph("**When.** The numbers it goes by:");
        rule.thresholds().forEach((name, value) -> lines.add("- " + spoken(name) + ": " + plain(value)));
        paragraph("**What it looks at.** " + inputs(rule));
        paragraph("**Of the person it uses:** "
                + rule.personalData().stream().map(PersonalData::words).collect(Collectors.joining(", ")) + ".");
        paragraph("**Source.** [" + rule.source().label() + "](" + rule.source().url() + "). "
                + rule.source().citation());
        paragraph("**Limits.** " + rule.limits());
        Map<String, RuleDefinition> variants = RuleDefinitions.variants(rule.id());
        paragraph("**Variants.** "
                + rule.lacksVariant()
                        .map(choice -> "The rule is off until a practice chooses one. " + choice)
                        .orElse(variants.isEmpty() ? "None." : "Instead of the above, a practice can choose:"));
        variants.forEach((name, variant) -> variant(name, variant, rule));
    }

    private void outcome(RuleDefinition.Outcome outcome) {
        lines.add("- " + spoken(outcome.indicator()) + ", about " + about(outcome.kind()) + ": **"
                + filledIn(outcome.summary()) + "** " + filledIn(outcome.detail()));
        outcome.problem()
                .ifPresent(problem -> lines.add("  Accepting may write the problem “" + problem.text() + "”."));
    }

    private static String about(Proposal.Kind kind) {
        return switch (kind) {
            case DIAGNOSIS -> "a diagnosis";
            case MEDICATION -> "a medicine";
            case TEST -> "a test";
            case FOLLOW_UP -> "follow-up";
        };
    }

    private String inputs(RuleDefinition rule) {
        List<String> required =
                rule.required().stream().map(mapping::labelOf).sorted().toList();
        List<String> others = rule.inputs().stream()
                .filter(input -> !rule.required().contains(input))
                .map(mapping::labelOf)
                .sorted()
                .toList();
        return "It can't be judged where the dictionary has no concept for: " + String.join("; ", required) + "."
                + (others.isEmpty() ? "" : " It also looks at: " + String.join("; ", others) + ".");
    }

    private void variant(String name, RuleDefinition variant, RuleDefinition own) {
        String sameSource = own.lacksVariant().isPresent() && variant.source().equals(own.source())
                ? ""
                : " ([" + variant.source().label() + "](" + variant.source().url() + "). "
                        + variant.source().citation() + ")";
        lines.add("- `" + own.id() + "=" + name + "`, "
                + variant.variant().orElseThrow().label() + sameSource);
        variant.thresholds().forEach((threshold, value) -> {
            if (!value.equals(own.thresholds().get(threshold))) {
                lines.add("  - " + spoken(threshold) + ": " + plain(value));
            }
        });
        variant.outcomes().forEach((outcome, words) -> {
            if (!words.equals(own.outcomes().get(outcome))) {
                lines.add("  - says: **" + filledIn(words.summary()) + "** " + filledIn(words.detail()));
            }
        });
        if (!variant.limits().equals(own.limits())) {
            lines.add("  - limits: " + variant.limits());
        }
    }

    private void paragraph(String text) {
        lines.add("");
        lines.add(text);
    }

    /** "stopBelow" as "stop below". */
    private static String spoken(String name) {
        return name.replaceFirst("^min(?=[A-Z])", "minimum")
                .replaceAll("([A-Z]+|\\d+)", " $1")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static String spoken(Proposal.Indicator indicator) {
        return switch (indicator) {
            case INFO -> "Information";
            case WARNING -> "Warning";
            case CRITICAL -> "Critical";
        };
    }

    private static String filledIn(String words) {
        return words.replaceAll("\\{(\\w+)}", "*$1*");
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
