/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.egress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.EngineSource;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.platform.Settings;
import org.openmrs.module.aisupport.snapshot.ConceptMapping;
import org.openmrs.module.aisupport.snapshot.ConceptMappings;

/** The engines outside that an administrator has switched on, as they stand in the database now: on every node the same (O3). */
public class OutsideEngines implements EngineSource {

    private static final String NOT_TOLD = "Not told to this practice.";

    private final OutsideEngineStore store;
    private final OutsideProtocols protocols;
    private final ConceptMappings mappings;
    private final Settings settings;

    public OutsideEngines(
            OutsideEngineStore store, OutsideProtocols protocols, ConceptMappings mappings, Settings settings) {
        this.store = store;
        this.protocols = protocols;
        this.mappings = mappings;
        this.settings = settings;
    }

    @Override
    public List<SuggestionEngine> engines() {
        List<SuggestionEngine> engines = new ArrayList<>();
        if (!SentPayloads.areEnginesStopped(settings)) {
            store.all().stream().filter(OutsideEngineRow::isEnabled).forEach(row -> engines.add(engine(row)));
        }
        return engines;
    }

    @Override
    public List<EngineCard> known() {
        return store.all().stream().map(this::card).toList();
    }

    private SuggestionEngine engine(OutsideEngineRow row) {
        OutsideEngineSetup setup = row.getSetup();
        return protocols.of(setup).engine(setup, row.getDescribed(), card(row));
    }

    /** What is known is what the administrator entered and what its server says; the rest says that it is not. */
    private EngineCard card(OutsideEngineRow row) {
        OutsideEngineSetup setup = row.getSetup();
        Optional<OutsideProtocol.About> about = Optional.ofNullable(row.getDescribed())
                .map(described -> protocols.of(setup).about(setup, described));
        return new EngineCard(
                setup.id(),
                setup.name(),
                "as set up here, no. " + row.getVersion(),
                Optional.of(setup.outside(labels(setup))),
                setup.developer(),
                NOT_TOLD,
                about.map(OutsideProtocol.About::purpose).orElse(NOT_TOLD),
                NOT_TOLD,
                about.map(OutsideProtocol.About::cautions)
                        .filter(cautions -> !cautions.isBlank())
                        .orElse(NOT_TOLD),
                NOT_TOLD,
                NOT_TOLD,
                setup.inputs(),
                List.of());
    }

    /**
     * Where the mapping can't be read, by their ids: that a file is broken is said where a record is to be read by it, and must not keep
     * anybody from being told which engines there are.
     */
    private List<String> labels(OutsideEngineSetup setup) {
        List<String> ids = setup.inputs().stream().sorted().toList();
        try {
            ConceptMapping mapping = mappings.current();
            return ids.stream()
                    .filter(mapping.inputs()::containsKey)
                    .map(mapping::labelOf)
                    .toList();
        } catch (IllegalArgumentException broken) {
            return ids;
        }
    }
}
