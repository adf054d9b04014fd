/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.EngineRegistry;
import org.openmrs.module.aisupport.snapshot.ConceptMapping;
import org.openmrs.module.aisupport.snapshot.ConceptMappings;
import org.openmrs.module.aisupport.snapshot.InputDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the engines that read a record say of themselves, as they are set up now. A patient is not refused an answer since a file is
 * broken. Needs a transaction.
 */
public class ReportEngines {

    private static final Logger LOG = LoggerFactory.getLogger(ReportEngines.class);

    private final EngineRegistry registry;
    private final ConceptMappings mappings;

    public ReportEngines(EngineRegistry registry, ConceptMappings mappings) {
        this.registry = registry;
        this.mappings = mappings;
    }

    /** Of one that is switched off too; empty where nothing is known of it any more. */
    Optional<EngineCard> card(String engine) {
        return registry.known(engine);
    }

    boolean isInUse(String engine) {
        return registry.engine(engine).isPresent();
    }

    /** Inputs by their kinds, as the practice's mapping calls them; by their ids where it doesn't know them, or can't be read. */
    Map<InputDefinition.Kind, List<String>> named(Map<String, InputDefinition.Kind> inputs) {
        Map<InputDefinition.Kind, List<String>> byKind = new TreeMap<>();
        Optional<ConceptMapping> mapping = mapping();
        new TreeMap<>(inputs).forEach((id, kind) -> byKind.computeIfAbsent(kind, none -> new ArrayList<>())
                .add(mapping.map(read -> read.labelOf(id)).orElse(id)));
        return byKind;
    }

    /** The kinds of these inputs, without those that the mapping doesn't know; of none where it can't be read. */
    Map<String, InputDefinition.Kind> kinds(Collection<String> ids) {
        Map<String, InputDefinition> known =
                mapping().map(ConceptMapping::inputs).orElse(Map.of());
        return ids.stream().filter(known::containsKey).collect(Collectors.toMap(Function.identity(), id -> known.get(id)
                .kind()));
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
