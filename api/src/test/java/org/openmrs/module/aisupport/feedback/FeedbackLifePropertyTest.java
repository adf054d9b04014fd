/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.openmrs.module.aisupport.testing.House;

/**
 * Whatever GP, patient, administrator, service and power supply do, and in whatever order: nothing is told that does not stand, nothing
 * without a yes, and what stands is told in the end, and is done with then.
 */
@Tag("E3")
@Tag("C5")
class FeedbackLifePropertyTest {

    private static House house;
    private static ListeningService service;

    @BeforeContainer
    static void open() throws IOException {
        house = new House();
        service = new ListeningService(house.clock);
    }

    @AfterContainer
    static void close() {
        service.close();
        house.pool.close();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void trust05_trust19_only_what_stands_is_told_and_in_the_end_it_is(
            @ForAll @Size(min = 3, max = 20) List<FeedbackLife.@From("steps") Step> steps) {
        FeedbackLife life = new FeedbackLife(house, service);
        steps.forEach(step -> {
            life.live(step);
            assertThat(life.wrongs()).as("after " + step + " of " + steps).isEmpty();
        });
        boolean owed = life.isOwed();

        life.liveToTheEnd();

        assertThat(life.wrongs()).as("at the end of " + steps).isEmpty();
        assertThat(life.isOwed()).as("still owed after " + steps).isFalse();
        assertThat(life.outbox()).as("left after " + steps).isEmpty();
        Statistics.label("told").collect(life.told());
        Statistics.label("owed before the end").collect(owed);
    }

    @Provide
    Arbitrary<FeedbackLife.Step> steps() {
        return Arbitraries.frequency(
                Tuple.of(4, FeedbackLife.Step.ACCEPT),
                Tuple.of(4, FeedbackLife.Step.REJECT),
                Tuple.of(2, FeedbackLife.Step.UNDO),
                Tuple.of(1, FeedbackLife.Step.WITHDRAW_AND_GRANT),
                Tuple.of(3, FeedbackLife.Step.FOUR_MINUTES),
                Tuple.of(5, FeedbackLife.Step.A_QUARTER),
                Tuple.of(6, FeedbackLife.Step.ROUND),
                Tuple.of(2, FeedbackLife.Step.ROUND_THAT_FAILS),
                Tuple.of(2, FeedbackLife.Step.POWER_CUT_BEFORE_IT_GOES),
                Tuple.of(2, FeedbackLife.Step.POWER_CUT_AFTER_IT_WENT),
                Tuple.of(1, FeedbackLife.Step.STOP),
                Tuple.of(2, FeedbackLife.Step.LET_GO_ON));
    }
}
