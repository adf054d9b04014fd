/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.PersonalData;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.ProposedProblem;
import org.openmrs.module.aisupport.snapshot.Measurement;

/**
 * What a rule's data file says: thresholds, wording, source and review date.
 *
 * @param version of the file; with a variant that was chosen, also its name, so that a suggestion says which it rests on
 * @param variant the documented variant, where not the file's own holds
 * @param lacksVariant what a practice has to choose, where the rule can't be judged as the file says but only in a variant
 * @param inputs everything the rule looks at
 * @param required those without which it can't be judged
 * @param revised when this version was released
 * @param personalData what of the person it uses beside what is recorded as inputs, and of the inputs what assesses a state of health
 * @param outcomes what it may propose, by name
 */
record RuleDefinition(
        String id,
        String version,
        Optional<Variant> variant,
        Optional<String> lacksVariant,
        String label,
        Set<String> inputs,
        Set<String> required,
        Map<String, Double> thresholds,
        Map<String, Outcome> outcomes,
        Proposal.Source source,
        String author,
        LocalDate revised,
        LocalDate reviewDate,
        Set<PersonalData> personalData,
        String limits) {

    /** A documented variant that a practice chose: another guideline's numbers and words, or another calibration. */
    record Variant(String name, String label) {}

    /** Wording with places for values, written as {@code {name}}. */
    record Outcome(
            Proposal.Indicator indicator,
            Proposal.Kind kind,
            String summary,
            String detail,
            Optional<ProposedProblem> problem) {}

    double threshold(String name) {
        Double threshold = thresholds.get(name);
        if (threshold == null) {
            throw new IllegalStateException("The rule " + id + " has no threshold '" + name + "'.");
        }
        return threshold;
    }

    /**
     * In the unit that it was recorded in: thresholds of two units, such as 6.5 % and 48 mmol/mol, are not exact images of each other.
     *
     * @param whenConverted the threshold in the other unit
     */
    boolean isReachedBy(Measurement measured, String threshold, String whenConverted) {
        return measured.isConverted()
                ? measured.recordedValue() >= threshold(whenConverted)
                : measured.value() >= threshold(threshold);
    }

    Proposal propose(String outcome, Map<String, String> values, List<Evidence> evidence) {
        return propose(outcome, values, evidence, "");
    }

    /** @param furtherLimit what else could not be looked at in this record; begins with a space, or is empty */
    Proposal propose(String outcome, Map<String, String> values, List<Evidence> evidence, String furtherLimit) {
        Outcome wording = outcomes.get(outcome);
        if (wording == null) {
            throw new IllegalStateException("The rule " + id + " has no outcome '" + outcome + "'.");
        }
        return new Proposal(
                id,
                version,
                fill(wording.summary(), values),
                fill(wording.detail(), values),
                wording.indicator(),
                wording.kind(),
                source,
                evidence,
                limits + furtherLimit,
                wording.problem());
    }

    EngineCard.RuleCard card(boolean off) {
        return new EngineCard.RuleCard(
                id,
                version,
                variant.map(Variant::label),
                lacksVariant,
                label,
                source.citation(),
                source.url(),
                author,
                revised,
                reviewDate,
                personalData,
                inputs,
                required,
                off);
    }

    private String fill(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        if (filled.contains("{")) {
            throw new IllegalStateException(
                    "The wording of rule " + id + " has a place that no value fills: " + filled);
        }
        return filled;
    }
}
