/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An engine's source card, which the GP can open from any suggestion (E4).
 *
 * @param id short and stable, for instance {@code guidelines}
 * @param outside where it stands and what leaves for it; empty for an engine in this server
 * @param funding who paid for the making
 * @param inputs ids of the concept mapping; the engine gets these and no others (E6)
 */
public record EngineCard(
        String id,
        String name,
        String version,
        Optional<Outside> outside,
        String developer,
        String funding,
        String purpose,
        String intendedUse,
        String cautions,
        String validation,
        String licence,
        Set<String> inputs,
        List<RuleCard> rules) {

    public EngineCard {
        inputs = Set.copyOf(inputs);
        rules = List.copyOf(rules);
    }

    /**
     * What of the person it is shown beside its inputs: in this server the sex and the age come with every snapshot, and go outside only
     * where that was set up.
     */
    public Set<PersonalData> personalData() {
        Set<PersonalData> shown = EnumSet.noneOf(PersonalData.class);
        outside.ifPresentOrElse(
                told -> shown.addAll(told.shares()),
                () -> shown.addAll(Set.of(PersonalData.SEX, PersonalData.DATE_OF_BIRTH)));
        rules.stream().filter(rule -> !rule.off()).forEach(rule -> shown.addAll(rule.personalData()));
        return shown;
    }

    public Where where() {
        return outside.isPresent() ? Where.REMOTE : Where.EMBEDDED;
    }

    /**
     * An engine in another place than this server.
     *
     * @param recipient who receives what is sent, as the practice and its patients know it; at most 255 characters
     * @param commercial whether it belongs to a commercial company: then the patient's yes to those is needed too (C1)
     * @param country where that is, in the practice's words
     * @param retention how long it is kept there, in the practice's words
     * @param inputLabels the card's inputs in words for the screen
     * @param shares what of the person it is told besides
     * @param startsByItself whether every run asks it whose patient permits that; otherwise the GP asks, each time (E6)
     */
    public record Outside(
            String recipient,
            boolean commercial,
            String country,
            String retention,
            List<String> inputLabels,
            Set<PersonalData> shares,
            boolean startsByItself) {
        public Outside {
            inputLabels = List.copyOf(inputLabels);
            shares = Set.copyOf(shares);
        }
    }

    public enum Where {
        /** In this server; nothing leaves it. */
        EMBEDDED,
        /** Somewhere else; needs {@code external-processing} too. */
        REMOTE
    }

    /**
     * One rule of an engine that has rules; without its required inputs it can't be judged.
     *
     * @param revised the day on which this version was released
     * @param personalData what of the person it uses; of the others it uses nothing
     * @param variant what the documented variant is called that this site chose; empty while its own holds
     * @param lacksVariant what a site has to choose before the rule can be judged; empty for most rules, and once it did
     * @param off this site does not use it: it is not judged, and nothing is read for it
     */
    public record RuleCard(
            String id,
            String version,
            Optional<String> variant,
            Optional<String> lacksVariant,
            String label,
            String citation,
            String url,
            String author,
            LocalDate revised,
            LocalDate reviewDate,
            Set<PersonalData> personalData,
            Set<String> inputs,
            Set<String> required,
            boolean off) {
        public RuleCard {
            personalData = Set.copyOf(personalData);
            inputs = Set.copyOf(inputs);
            required = Set.copyOf(required);
        }

        /** From the day after its review date. */
        public boolean isReviewDueOn(LocalDate today) {
            return today.isAfter(reviewDate);
        }
    }
}
