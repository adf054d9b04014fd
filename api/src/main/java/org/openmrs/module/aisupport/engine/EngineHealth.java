/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import java.util.List;
import java.util.Optional;

/** Whether the engines are set up as somebody meant: in words for an administrator. Nothing of it changes a run. */
public class EngineHealth {

    private final EngineRegistry registry;

    public EngineHealth(EngineRegistry registry) {
        this.registry = registry;
    }

    /** What in the settings no engine can follow. */
    public Optional<String> settings() {
        List<String> problems = registry.engines().stream()
                .flatMap(engine -> engine.problem().stream())
                .toList();
        return problems.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", problems));
    }
}
