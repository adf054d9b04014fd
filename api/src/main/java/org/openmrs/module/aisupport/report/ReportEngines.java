/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.EngineRegistry;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.snapshot.ConceptMapping;
import org.openmrs.module.aisupport.snapshot.ConceptMappings;
import org.openmrs.module.aisupport.snapshot.InputDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the engines that read a record say of themselves, as they are set up now. Needs a transaction. */
public class ReportEngines {

    private static final Logger LOG = LoggerFactory.getLogger(ReportEngines.class);

    private final EngineRegistry registry;
    private final ConceptMappings mappings;

    public ReportEngines(EngineRegistry registry, ConceptMappings mappings) {
        this.registry = registry;
        this.mappings = mappings;
    }

    /** Empty for an engine that is no longer set up here. */
    Optional<EngineCard> card(String engine) {
        return registry.engine(engine).map(SuggestionEngine::card);
    }

    /**
     * What an engine may read, by its kind, as the practice's mapping calls it. Where that can't be read by their ids alone: a patient is
     * not refused an answer since a file is broken.
     */
    Map<InputDefinition.Kind, List<String>> inputs(EngineCard card) {
        Map<InputDefinition.Kind, List<String>> byKind = new TreeMap<>();
        Optional<ConceptMapping> mapping = mapping();
        for (String id : new TreeSet<>(card.inputs())) {
            Optional<InputDefinition> input = mapping.map(read -> read.inputs().get(id));
            byKind.computeIfAbsent(
                            input.map(InputDefinition::kind).orElse(InputDefinition.Kind.MEASUREMENT),
                            none -> new ArrayList<>())
                    .add(input.map(InputDefinition::label).orElse(id));
        }
        return byKind;
    }

    private Optional<ConceptMapping> mapping() {
        try {
            return Optional.of(mappings.current());
        } catch (RuntimeException broken) {
            LOG.warn(
                    "event=report_without_names The inputs are named by their ids, since the concept mapping can't be read",
                    broken);
            return Optional.empty();
        }
    }
}
