/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.snapshot.Snapshot;
import org.openmrs.module.aisupport.testing.FakeEngine;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@Tag("E5")
class EngineRegistryTest {

    private final FakeEngine good = new FakeEngine();

    @Test
    void an_engine_without_a_card_and_one_with_anothers_id_cost_the_others_nothing() {
        Map<String, Object> beans = new LinkedHashMap<>();
        beans.put("good", good);
        beans.put("cardless", new Cardless());
        beans.put("impostor", new FakeEngine());

        EngineRegistry registry = new EngineRegistry(new StaticListableBeanFactory(beans));

        assertThat(registry.engines()).containsExactly(good);
        assertThat(registry.engine("fake")).contains(good);
    }

    @Test
    void an_engine_is_handed_out_as_the_site_has_set_it_up() {
        EngineRegistry registry = registryOf(new SetUp(() -> good));

        assertThat(registry.engines()).containsExactly(good);
        assertThat(registry.engine("fake")).containsSame(good);
    }

    @Test
    void an_engine_that_can_not_be_set_up_costs_the_others_nothing() {
        EngineRegistry registry = registryOf(good, new SetUp(() -> {
            throw new IllegalStateException("no setting");
        }));

        assertThat(registry.engines()).containsExactly(good);
    }

    private static EngineRegistry registryOf(SuggestionEngine... engines) {
        Map<String, Object> beans = new LinkedHashMap<>();
        for (SuggestionEngine engine : engines) {
            beans.put("engine" + beans.size(), engine);
        }
        return new EngineRegistry(new StaticListableBeanFactory(beans));
    }

    private static class SetUp implements SuggestionEngine {
        private final Supplier<SuggestionEngine> here;

        SetUp(Supplier<SuggestionEngine> here) {
            this.here = here;
        }

        @Override
        public SuggestionEngine asSetUp() {
            return here.get();
        }

        @Override
        public EngineCard card() {
            return new FakeEngine().card();
        }

        @Override
        public EngineAnswer suggest(Snapshot snapshot) {
            throw new IllegalStateException("not as it is set up");
        }
    }

    private static final class Cardless implements SuggestionEngine {
        @Override
        public EngineCard card() {
            throw new IllegalStateException("no card");
        }

        @Override
        public EngineAnswer suggest(Snapshot snapshot) {
            throw new IllegalStateException("never called");
        }
    }
}
