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
