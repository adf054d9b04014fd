/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.openmrs.module.aisupport.platform.ChartReader;

/** Which inputs touch a topic that this practice holds to be sensitive (C10). */
public class SensitiveInputs {

    private final ConceptMappings mappings;
    private final SensitiveTopics topics;
    private final ChartReader chart;

    public SensitiveInputs(ConceptMappings mappings, SensitiveTopics topics, ChartReader chart) {
        this.mappings = mappings;
        this.topics = topics;
        this.chart = chart;
    }

    /** @throws org.openmrs.module.aisupport.validation.MisconfiguredException if it can't be told */
    public boolean areThereAny() {
        return !topics.leftOutOfCounts().isEmpty();
    }

    /**
     * Ids of those among these that do, as they would be left out of a snapshot. One that the mapping doesn't know is among them as soon
     * as there are sensitive topics at all: nobody can tell what was read by it.
     *
     * @throws org.openmrs.module.aisupport.validation.MisconfiguredException if it can't be told what is sensitive
     */
    public Set<String> among(Collection<String> inputs) {
        Set<Integer> concepts = topics.leftOutOfCounts();
        if (concepts.isEmpty()) {
            return Set.of();
        }
        ConceptMapping mapping = mappings.current();
        Map<String, InputDefinition> known = mapping.inputs();
        Set<String> sensitive = new HashSet<>(inputs);
        sensitive.removeAll(known.keySet());
        sensitive.addAll(ResolvedInputs.resolve(
                        mapping.definitions(
                                inputs.stream().filter(known::containsKey).toList()),
                        chart)
                .without(concepts)
                .leftOut());
        return sensitive;
    }
}
