/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.openmrs.module.aisupport.platform.ConsentMirror;

/** Whatever happens, in whatever order and at whatever time: the gate never says yes where the requirements don't. */
@Tag("C2")
class ConsentLifePropertyTest {

    @Property(tries = 200)
    @Tag("C1")
    @Tag("C6")
    @Tag("C7")
    void
            trust02_the_gate_says_yes_only_while_the_last_word_of_each_needed_purpose_is_a_live_grant_and_the_mirror_agrees(
                    @ForAll @Size(min = 1, max = 25) List<@From("steps") LifeStep> steps) {
        ConsentLife life = new ConsentLife();
        boolean everPermitted = false;
        for (int i = 0; i < steps.size(); i++) {
            life.live(steps.get(i));

            assertThat(life.wronglyPermitted())
                    .as("after step %d, %s", i + 1, steps.get(i))
                    .isEmpty();
            everPermitted |= !life.permitted().isEmpty();
        }
        Statistics.collect(everPermitted ? "a yes among them" : "never a yes");
        assertNoSensitiveTopicsUnasked(life);
    }

    private static void assertNoSensitiveTopicsUnasked(ConsentLife life) {
        for (Purpose purpose : LifeStep.PURPOSES) {
            if (life.house.gate.ask(life.patient, purpose) instanceof GateAnswer.Granted granted
                    && granted.permit().includesSensitive()) {
                assertThat(life.model.mayBeSensitive(purpose)).as(purpose.id()).isTrue();
            }
        }
    }

    @Provide
    Arbitrary<LifeStep> steps() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, grants()),
                Tuple.of(
                        2,
                        Combinators.combine(
                                        purposes(), Arbitraries.of(ConsentDecision.WITHDRAW, ConsentDecision.REFUSE))
                                .as(LifeStep.No::new)),
                Tuple.of(2, purposes().map(LifeStep.CorrectWhatStands::new)),
                Tuple.of(1, purposes().map(LifeStep.GuardianshipEnds::new)),
                Tuple.of(2, Arbitraries.of(ConsentMirror.Value.class).map(LifeStep.AttributeChangedOutside::new)),
                Tuple.of(1, Arbitraries.of("1", "2", "perhaps").map(LifeStep.AttributeAddedOutside::new)),
                Tuple.of(3, Arbitraries.just(new LifeStep.Sweep())),
                Tuple.of(3, passages().map(LifeStep.TimePasses::new)),
                Tuple.of(
                        1,
                        Arbitraries.oneOf(merges(), birthDates(), merges(), Arbitraries.just(new LifeStep.Death()))));
    }

    private static Arbitrary<LifeStep> grants() {
        return Combinators.combine(
                        purposes(),
                        Arbitraries.of(Giver.Role.PATIENT, Giver.Role.PATIENT, Giver.Role.PROXY, Giver.Role.GUARDIAN),
                        Arbitraries.of(false, true),
                        Arbitraries.of(Duration.ofMinutes(-1), Duration.ofDays(-40), Duration.ofDays(3))
                                .optional(0.3),
                        Arbitraries.of(Duration.ofMinutes(5), Duration.ofDays(200), Duration.ofDays(900))
                                .optional(0.3))
                .as(LifeStep.Grant::new);
    }

    private static Arbitrary<Purpose> purposes() {
        return Arbitraries.of(
                Purpose.OWN_CARE, Purpose.OWN_CARE, Purpose.OWN_CARE, Purpose.EXTERNAL_PROCESSING, Purpose.QUALITY);
    }

    private static Arbitrary<Duration> passages() {
        return Arbitraries.of(
                Duration.ofMinutes(1),
                Duration.ofMinutes(9),
                Duration.ofHours(5),
                Duration.ofDays(3),
                Duration.ofDays(300),
                Duration.ofDays(3 * 365));
    }

    private static Arbitrary<LifeStep> merges() {
        return Arbitraries.of(
                        Optional.of(ConsentDecision.GRANT),
                        Optional.of(ConsentDecision.WITHDRAW),
                        Optional.of(ConsentDecision.REFUSE),
                        Optional.<ConsentDecision>empty())
                .map(LifeStep.Merge::new);
    }

    private static Arbitrary<LifeStep> birthDates() {
        LocalDate today = LocalDate.now();
        return Arbitraries.of(
                        today.minusYears(60),
                        today.minusYears(10),
                        today.minusYears(17).minusDays(200))
                .map(LifeStep.BirthDateCorrected::new);
    }
}
