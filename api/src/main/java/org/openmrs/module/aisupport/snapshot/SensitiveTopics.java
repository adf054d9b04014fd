/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.openmrs.module.aisupport.consent.Permit;
import org.openmrs.module.aisupport.platform.ChartReader;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;
import org.openmrs.module.aisupport.validation.MisconfiguredException;

/**
 * The topics that this practice holds to be sensitive: concepts that a setting names and, where these are sets, all that belongs to
 * them (C10). Read anew for each snapshot, so that a change counts at once and on every node.
 */
public class SensitiveTopics {

    private static final Pattern SEPARATORS = Pattern.compile("[,\\s]+");

    private final Settings settings;
    private final ChartReader chart;

    public SensitiveTopics(Settings settings, ChartReader chart) {
        this.settings = settings;
        this.chart = chart;
    }

    /**
     * The concepts that may not be read on this permit; none if it includes them.
     *
     * @throws MisconfiguredException if it can't be told for certain: then nothing may be read
     */
    Set<Integer> leftOutOn(Permit permit) {
        return permit.includesSensitive() ? Set.of() : all();
    }

    /**
     * The concepts that may not be counted over many patients, of whom some did not allow them.
     *
     * @throws MisconfiguredException if it can't be told for certain
     */
    Set<Integer> leftOutOfCounts() {
        return all();
    }

    private Set<Integer> all() {
        Named named = read();
        if (named.problem().isPresent()) {
            throw new MisconfiguredException(
                    "Which topics this practice holds to be sensitive can't be told for certain, so nothing was read.");
        }
        return withMembers(named.concepts());
    }

    /** What is wrong with the setting, in words for an administrator. */
    public Optional<String> problem() {
        return read().problem()
                .map(wrong -> "The setting " + Setting.CONSENT_SENSITIVE_CONCEPTS.property() + " " + wrong
                        + ". Until it is mended, suggestions can be asked for only where the patient allowed sensitive topics too."
                        + " Give uuids of concepts or concept sets, separated by commas or spaces.");
    }

    private record Named(Set<Integer> concepts, Optional<String> problem) {}

    private Named read() {
        Optional<String> text = settings.value(Setting.CONSENT_SENSITIVE_CONCEPTS);
        if (text.isEmpty()) {
            return new Named(Set.of(), Optional.empty());
        }
        List<String> uuids = SEPARATORS
                .splitAsStream(text.get())
                .filter(uuid -> !uuid.isEmpty())
                .distinct()
                .toList();
        if (uuids.isEmpty()) {
            return new Named(Set.of(), Optional.of("is not empty, but names no concept"));
        }
        Map<String, Integer> known = chart.conceptIds(uuids);
        // Databases compare uuids without regard to case, and answer in the dictionary's.
        Set<String> unknown = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        unknown.addAll(uuids);
        known.keySet().forEach(unknown::remove);
        return new Named(
                Set.copyOf(known.values()),
                unknown.isEmpty()
                        ? Optional.empty()
                        : Optional.of("names what no concept of the dictionary has as its uuid: "
                                + String.join(", ", unknown)));
    }

    /** Down through sets of sets, one question a level. A set that contains itself ends where nothing new is found. */
    private Set<Integer> withMembers(Set<Integer> concepts) {
        Set<Integer> all = new HashSet<>(concepts);
        Set<Integer> level = concepts;
        while (!level.isEmpty()) {
            level = new HashSet<>(chart.membersOf(level));
            level.removeAll(all);
            all.addAll(level);
        }
        return all;
    }
}
