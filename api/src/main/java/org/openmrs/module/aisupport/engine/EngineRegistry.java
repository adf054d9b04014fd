/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ListableBeanFactory;

/** The engines of this server: the module's own and those that other modules contribute as beans. */
public class EngineRegistry {

    private final ListableBeanFactory beans;

    public EngineRegistry(ListableBeanFactory beans) {
        this.beans = beans;
    }

    public List<SuggestionEngine> engines() {
        return beans.getBeansOfType(SuggestionEngine.class).values().stream()
                .sorted(Comparator.comparing(engine -> engine.card().id()))
                .toList();
    }

    public Optional<SuggestionEngine> engine(String id) {
        return engines().stream()
                .filter(engine -> engine.card().id().equals(id))
                .findFirst();
    }
}
