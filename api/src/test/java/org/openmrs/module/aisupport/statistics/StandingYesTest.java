/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.consent.ConsentCorrection;
import org.openmrs.module.aisupport.consent.ConsentDecision;
import org.openmrs.module.aisupport.consent.ConsentMethod;
import org.openmrs.module.aisupport.consent.ConsentRecorded;
import org.openmrs.module.aisupport.consent.ConsentRequest;
import org.openmrs.module.aisupport.consent.Giver;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.platform.PatientRef;

/** Harm: somebody who said no for a time is counted with what was suggested in that time. */
@Tag("A4")
@Tag("C1")
class StandingYesTest {

    private final String engine = "e" + UUID.randomUUID().toString().substring(0, 8);
    private StatisticsScene scene;
    private PatientRef fifth;

    /** Four patients who are counted all the time, and a fifth who has not been asked yet. */
    @BeforeEach
    void aPractice() {
        scene = new StatisticsScene(4);
        scene.engines.add(CountedEngine.withRules(engine, "metformin"));
        Made.write(
                engine,
                IntStream.range(0, 4)
                        .mapToObj(which -> Made.of(scene.patients.get(which), "metformin", scene.day(1, 0)))
                        .toList());
        fifth = scene.house.patients.add();
        scene.patients.add(fifth);
    }

    @AfterEach
    void nobodyIsCountedAnyMore() {
        scene.close();
    }

    private ConsentRecorded grant() {
        return scene.house.grant(fifth, Purpose.QUALITY);
    }

    private void grantUntil(Instant end) {
        scene.house.consent.record(new ConsentRequest(
                fifth.uuid(),
                Purpose.QUALITY,
                ConsentDecision.GRANT,
                false,
                new Giver(Giver.Role.PATIENT, null, null),
                ConsentMethod.SPOKEN,
                scene.house.leafletVersion(Purpose.QUALITY),
                "en",
                null,
                end,
                null));
    }

    private ConsentRecorded say(ConsentDecision decision) {
        return scene.house.say(fifth, Purpose.QUALITY, decision);
    }

    private void correct(ConsentRecorded wrong) {
        scene.house.consent.correct(new ConsentCorrection(
                fifth.uuid(), Purpose.QUALITY, wrong.event().getUuid(), "another patient's form"));
    }

    private void weeksPass(int weeks) {
        scene.house.clock.advance(Duration.ofDays(7L * weeks));
    }

    private Instant now() {
        return scene.house.clock.instant();
    }

    private void somethingIsSuggested() {
        scene.house.clock.advance(Duration.ofHours(1));
        Made.write(engine, List.of(Made.of(fifth, "metformin", now())));
    }

    private long counted() {
        return scene.told(engine, "metformin")
                .map(told -> told.outcomes().proposed())
                .orElse(0L);
    }

    @Test
    void trust01_a_yes_that_was_recorded_in_error_brings_nothing_from_before_the_real_one() {
        ConsentRecorded wrong = grant();
        correct(wrong);
        somethingIsSuggested();
        weeksPass(2);
        grant();
        weeksPass(2);
        assertThat(counted()).isZero();

        somethingIsSuggested();
        weeksPass(1);

        assertThat(counted()).isEqualTo(5);
    }

    @Test
    @Tag("C5")
    void trust05_a_new_yes_brings_nothing_from_before_the_withdrawal_or_since() {
        grant();
        somethingIsSuggested();
        weeksPass(2);
        say(ConsentDecision.WITHDRAW);
        somethingIsSuggested();
        weeksPass(2);
        grant();
        weeksPass(1);
        assertThat(counted()).isZero();

        somethingIsSuggested();
        weeksPass(1);

        assertThat(counted()).isEqualTo(5);
    }

    @Test
    void a_withdrawal_that_was_recorded_in_error_ends_nothing() {
        grant();
        somethingIsSuggested();
        weeksPass(2);
        correct(say(ConsentDecision.WITHDRAW));

        assertThat(counted()).isEqualTo(5);
    }

    @Test
    @Tag("C7")
    void a_yes_that_is_renewed_in_time_keeps_what_was_before() {
        grantUntil(now().plus(Duration.ofDays(21)));
        somethingIsSuggested();
        weeksPass(2);
        grant();
        weeksPass(2);

        assertThat(counted()).isEqualTo(5);
    }

    /** Whether or not the module has written to the ledger yet that it was over. */
    @Test
    @Tag("C7")
    void trust01_a_yes_that_comes_after_the_time_of_the_last_brings_nothing_from_before() {
        grantUntil(now().plus(Duration.ofDays(7)));
        somethingIsSuggested();
        weeksPass(2);
        somethingIsSuggested();
        grant();
        weeksPass(2);

        assertThat(counted()).isZero();
    }

    @Test
    @Tag("C1")
    void trust01_a_renewal_of_a_new_yes_does_not_reach_back_over_the_no() {
        grant();
        somethingIsSuggested();
        weeksPass(2);
        say(ConsentDecision.REFUSE);
        grant();
        somethingIsSuggested();
        weeksPass(1);
        grant();
        weeksPass(1);

        assertThat(counted()).isEqualTo(5);
    }
}
