/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;

/** The engines of this server: the module's own and those that other modules contribute as beans. */
public class EngineRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(EngineRegistry.class);

    private final ListableBeanFactory beans;

    public EngineRegistry(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /**
     * As this site has set them up now, in the order of their ids, one for each id. An engine that can't even show its card is left
     * out, and costs nobody a run. Needs a transaction, since settings are read.
     */
    public List<SuggestionEngine> engines() {
        Map<String, SuggestionEngine> byId = new TreeMap<>();
        beans.getBeansOfType(SuggestionEngine.class).forEach((bean, engine) -> add(bean, engine, byId));
        beans.getBeansOfType(EngineSource.class)
                .forEach((bean, source) -> source.engines().forEach(engine -> add(bean, engine, byId)));
        return List.copyOf(byId.values());
    }

    private static void add(String bean, SuggestionEngine engine, Map<String, SuggestionEngine> byId) {
        setUp(bean, engine).ifPresent(ready -> {
            String id = ready.card().id();
            if (byId.putIfAbsent(id, ready) != null) {
                LOG.error("event=engine_left_out bean={} engine={} Another has this id", bean, id);
            }
        });
    }

    private static Optional<SuggestionEngine> setUp(String bean, SuggestionEngine engine) {
        try {
            SuggestionEngine ready = engine.asSetUp();
            Objects.requireNonNull(ready.card().id(), "id");
            return Optional.of(ready);
        } catch (RuntimeException | LinkageError broken) {
            LOG.error("event=engine_left_out bean={} It has no card", bean, broken);
            return Optional.empty();
        }
    }

    public Optional<SuggestionEngine> engine(String id) {
        return engines().stream()
                .filter(engine -> engine.card().id().equals(id))
                .findFirst();
    }

    /** The card of an engine, also of one that is switched off; empty where nothing is known of it any more. Needs a transaction. */
    public Optional<EngineCard> known(String id) {
        return engine(id)
                .map(SuggestionEngine::card)
                .or(() -> beans.getBeansOfType(EngineSource.class).values().stream()
                        .flatMap(source -> source.known().stream())
                        .filter(card -> card.id().equals(id))
                        .findFirst());
    }
}
