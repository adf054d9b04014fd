/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Whatever one reading holds: the rules say yes exactly where the requirements do, which are written down here a second time. */
@Tag("C2")
@Tag("C7")
class ConsentRulesPropertyTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final int ADULT_AGE = 18;
    private static final String CURRENT = Leaflets.load().currentVersion();

    private final ConsentRules rules = new ConsentRules(Leaflets.load(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Property(tries = 20_000)
    void trust02_the_rules_say_yes_exactly_where_the_requirements_do(
            @ForAll("readings") GateReading reading, @ForAll Purpose purpose) {
        boolean yes = purpose.needed().stream()
                .allMatch(needed -> rules.denial(needed, reading).isEmpty());

        boolean expected = purpose.needed().stream().allMatch(needed -> permits(needed, reading));
        Statistics.collect(expected);
        assertThat(yes).isEqualTo(expected);
    }

    @Property(tries = 5_000)
    @Tag("C10")
    void sensitive_topics_are_read_exactly_where_every_word_that_counts_includes_them(
            @ForAll("readings") GateReading reading, @ForAll Purpose purpose) {
        boolean expected = purpose.needed().stream()
                .allMatch(needed -> reading.standing(needed).includesSensitive()
                        && reading.merged().stream()
                                .allMatch(merged -> askedAfter(reading.standing(needed), merged)
                                        || merged.standing(needed).includesSensitive()));

        assertThat(rules.includesSensitive(purpose, reading)).isEqualTo(expected);
    }

    private static boolean permits(Purpose purpose, GateReading reading) {
        Standing standing = reading.standing(purpose);
        boolean alive = reading.person().isPresent() && !reading.person().get().dead();
        boolean current = standing.leafletVersion().equals(Optional.of(CURRENT));
        boolean mirrored = purpose != Purpose.OWN_CARE || reading.attributeSaysYes();
        return alive
                && mirrored
                && current
                && isLiveGrant(standing)
                && rightGiver(standing, reading)
                && reading.merged().stream().allMatch(merged -> agrees(purpose, standing, merged));
    }

    private static boolean isLiveGrant(Standing standing) {
        return standing.stored() == ConsentStatus.GRANTED
                && standing.since().isPresent()
                && !standing.since().get().isAfter(NOW)
                && isNotOver(standing);
    }

    private static boolean isNotOver(Standing standing) {
        return standing.expiresAt().isPresent() && standing.expiresAt().get().isAfter(NOW);
    }

    private static boolean rightGiver(Standing standing, GateReading reading) {
        Optional<LocalDate> born = reading.person().flatMap(GateReading.Person::birthdate);
        if (born.isEmpty()) {
            return true;
        }
        boolean adult = !born.get().plusYears(ADULT_AGE).isAfter(LocalDate.ofInstant(NOW, ZoneOffset.UTC));
        boolean guardian =
                standing.giverRole().isPresent() && standing.giverRole().get() == Giver.Role.GUARDIAN;
        return adult != guardian;
    }

    private static boolean agrees(Purpose purpose, Standing standing, GateReading.Merged merged) {
        Standing other = merged.standing(purpose);
        boolean saidYes = other.stored() == ConsentStatus.GRANTED || lapsedByMerge(other);
        return askedAfter(standing, merged) || (saidYes && isNotOver(other));
    }

    private static boolean lapsedByMerge(Standing other) {
        return other.stored() == ConsentStatus.LAPSED && other.reason().orElse(null) == DenialReason.MERGED;
    }

    private static boolean askedAfter(Standing standing, GateReading.Merged merged) {
        Instant written = standing.recordedAt().orElse(Instant.MIN);
        Instant signed = standing.since().orElse(Instant.MAX);
        Instant word = signed.isBefore(written) ? signed : written;
        Standing other = merged.standing(standing.purpose());
        Instant otherWord =
                lapsedByMerge(other) ? Instant.MIN : other.recordedAt().orElse(Instant.MIN);
        return !word.isBefore(merged.at().plusSeconds(1)) && (word.isAfter(otherWord) || otherWord.equals(Instant.MIN));
    }

    @Provide
    Arbitrary<GateReading> readings() {
        Arbitrary<GateReading.Merged> merged =
                Combinators.combine(instants(), standings()).as(GateReading.Merged::new);
        return Combinators.combine(
                        persons().optional(0.95),
                        standings(),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(List.<GateReading.Merged>of())),
                                Tuple.of(1, merged.list().ofMinSize(1).ofMaxSize(2))),
                        mostly(true, Arbitraries.of(false)))
                .as((person, standings, records, yes) -> new GateReading(person, standings, records, yes, ADULT_AGE));
    }

    private static Arbitrary<GateReading.Person> persons() {
        LocalDate birthday = LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusYears(ADULT_AGE);
        Arbitrary<LocalDate> born = mostly(
                LocalDate.of(1960, 1, 1),
                Arbitraries.of(birthday, birthday.plusDays(1), birthday.minusDays(1), LocalDate.of(2020, 5, 5)));
        return Combinators.combine(mostly(false, Arbitraries.of(true)), born.optional(0.9))
                .as(GateReading.Person::new);
    }

    private static Arbitrary<Map<Purpose, Standing>> standings() {
        List<Arbitrary<Optional<Standing>>> each = Arrays.stream(Purpose.values())
                .map(purpose -> standing(purpose).optional(0.9))
                .toList();
        return Combinators.combine(each).as(standings -> {
            Map<Purpose, Standing> byPurpose = new HashMap<>();
            standings.forEach(standing -> standing.ifPresent(one -> byPurpose.put(one.purpose(), one)));
            return byPurpose;
        });
    }

    private static Arbitrary<Standing> standing(Purpose purpose) {
        return Combinators.combine(
                        mostly(ConsentStatus.GRANTED, Arbitraries.of(ConsentStatus.class)),
                        Arbitraries.of(DenialReason.MERGED, DenialReason.CAME_OF_AGE)
                                .optional(0.5),
                        Arbitraries.of(true, false),
                        mostly(NOW.minusSeconds(3_600), instants()).optional(0.95),
                        mostly(NOW.minusSeconds(3_600), instants()).optional(0.95),
                        mostly(NOW.plusSeconds(3_600), instants()).optional(0.95),
                        mostly(CURRENT, Arbitraries.of("0", "1", "")).optional(0.95),
                        mostly(Giver.Role.PATIENT, Arbitraries.of(Giver.Role.class))
                                .optional(0.95))
                .as((status, reason, sensitive, since, recorded, expires, leaflet, giver) -> new Standing(
                        purpose,
                        status,
                        reason,
                        sensitive,
                        since,
                        recorded,
                        expires,
                        leaflet,
                        giver,
                        Optional.of("an event")));
    }

    /** Around now, and around one another's seconds. */
    private static Arbitrary<Instant> instants() {
        return Arbitraries.of(-7_200_000L, -3_601_000L, -3_600_000L, -3_599_999L, -1_000L, -1L, 0L, 1L, 1_000L, 90_000L)
                .map(NOW::plusMillis);
    }

    /** So that a yes is not too rare to be met. */
    private static <T> Arbitrary<T> mostly(T usual, Arbitrary<T> others) {
        return Arbitraries.frequencyOf(Tuple.of(8, Arbitraries.just(usual)), Tuple.of(1, others));
    }
}
