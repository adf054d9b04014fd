/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.snapshot.Snapshot;
import org.springframework.stereotype.Component;

/** For the benchmark: an engine that does not answer for as long as a file is there. Without that file it has nothing to say. */
@Component
public class HungEngine implements SuggestionEngine {

    private static final Path HANGS_WHILE = Path.of(System.getenv("AISUPPORT_BENCH_HANGS_WHILE"));
    private static final EngineCard CARD = new EngineCard(
            "hung",
            "An engine that hangs",
            "1",
            Optional.empty(),
            "The benchmark",
            "Nobody",
            "To hang",
            "Benchmarks",
            "Never install it",
            "None",
            "MPL-2.0",
            Set.of(),
            List.of());

    @Override
    public EngineCard card() {
        return CARD;
    }

    @Override
    public EngineAnswer suggest(Snapshot snapshot) {
        try {
            while (Files.exists(HANGS_WHILE)) {
                Thread.sleep(20);
            }
        } catch (InterruptedException timedOut) {
            Thread.currentThread().interrupt();
        }
        return new EngineAnswer(List.of(), List.of(), List.of());
    }
}
