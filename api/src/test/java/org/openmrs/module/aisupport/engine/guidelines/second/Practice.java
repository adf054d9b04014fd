/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.engine.guidelines.SiteGuidelines;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.testing.FakeSettings;

/** What a practice chose: without a region no SCORE2 is told, and prediabetes begins where NICE says or where the ADA does. */
record Practice(Optional<Region> region, boolean americanLine) {

    static final Practice THAT_CHOSE_NOTHING = new Practice(Optional.empty(), false);

    static Arbitrary<Practice> any() {
        Arbitrary<Optional<Region>> regions = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(Optional.empty())),
                Tuple.of(9, Arbitraries.of(Region.class).map(Optional::of)));
        return Combinators.combine(regions, Arbitraries.of(true, false)).as(Practice::new);
    }

    /** As the module sets itself up where that was chosen. */
    SuggestionEngine engine() {
        FakeSettings settings = new FakeSettings();
        settings.set(Setting.RULES_VARIANTS, variants());
        return SiteGuidelines.load(settings).asSetUp();
    }

    private String variants() {
        return Stream.concat(
                        region.stream().map(chosen -> "score2=" + chosen.variant()),
                        Stream.of("hba1c-prediabetes=ada").filter(line -> americanLine))
                .collect(Collectors.joining(" "));
    }
}
