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

    private SuggestionEngine engine(OutsideEngineRow row) {
        OutsideEngineSetup setup = row.getSetup();
        OutsideProtocol protocol = protocols.of(setup);
        return protocol.engine(setup, row.getDescribed(), card(row, setup, protocol.about(setup, row.getDescribed())));
    }

    /** What is known is what the administrator entered and what its server says; the rest says that it is not. */
    private EngineCard card(OutsideEngineRow row, OutsideEngineSetup setup, OutsideProtocol.About about) {
        return new EngineCard(
                setup.id(),
                setup.name(),
                "as set up here, no. " + row.getVersion(),
                Optional.of(setup.outside(mappings.current())),
                setup.developer(),
                NOT_TOLD,
                about.purpose(),
                NOT_TOLD,
                about.cautions().isBlank() ? NOT_TOLD : about.cautions(),
                NOT_TOLD,
                NOT_TOLD,
                setup.inputs(),
                List.of());
    }
}
