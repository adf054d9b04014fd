/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.Collection;
import java.util.Optional;

/** What permits and what does not, as a pure question to one reading. The gate asks it; so does whoever keeps the ledger. */
public final class ConsentRules {

    private final Leaflets leaflets;
    private final Clock clock;

    public ConsentRules(Leaflets leaflets, Clock clock) {
        this.leaflets = leaflets;
        this.clock = clock;
    }

    /** Why this purpose, looked at alone, permits nothing; empty if it permits. Life and death come last. */
    Optional<DenialReason> denial(Purpose purpose, GateReading reading) {
        Instant now = clock.instant();
        Standing standing = reading.standing(purpose);
        return said(standing, now)
                .or(() -> leaflet(standing))
                .or(() -> age(standing, reading))
                .or(() -> merge(standing, reading, now))
                .or(() -> mirror(purpose, reading))
                .or(() -> life(reading));
    }

    /** True while sensitive topics may be read for every purpose that this one needs, in every record that was merged. */
    boolean includesSensitive(Purpose purpose, GateReading reading) {
        return purpose.needed().stream().allMatch(needed -> {
            Standing standing = reading.standing(needed);
            return standing.includesSensitive()
                    && reading.merged().stream()
                            .filter(merged -> !askedSince(standing, merged))
                            .allMatch(merged -> merged.standing(needed).includesSensitive());
        });
    }

    private static Optional<DenialReason> said(Standing standing, Instant now) {
        return switch (standing.statusAt(now)) {
            case GRANTED -> standing.isInEffectAt(now) ? Optional.empty() : Optional.of(DenialReason.NOT_YET_EFFECTIVE);
            case NOT_RECORDED -> Optional.of(DenialReason.NO_RECORD);
            case REFUSED -> Optional.of(DenialReason.REFUSED);
            case WITHDRAWN -> Optional.of(DenialReason.WITHDRAWN);
            case EXPIRED -> Optional.of(DenialReason.EXPIRED);
            case LAPSED -> Optional.of(standing.reason().orElse(DenialReason.UNREADABLE));
            case PENDING -> Optional.of(DenialReason.PENDING_EVIDENCE);
        };
    }

    Optional<DenialReason> leaflet(Standing standing) {
        boolean holds = standing.leafletVersion()
                .filter(version -> leaflets.stillHolds(standing.purpose(), version))
                .isPresent();
        return holds ? Optional.empty() : Optional.of(DenialReason.LEAFLET_CHANGED);
    }

    /** Of which services outside the patient was not told, though data would go to them (C4). */
    Optional<DenialReason> untold(Standing standing, Collection<OutsideService> recipients) {
        boolean told = recipients.isEmpty()
                || standing.leafletVersion()
                        .filter(version -> leaflets.tellsOf(version, recipients))
                        .isPresent();
        return told ? Optional.empty() : Optional.of(DenialReason.LEAFLET_CHANGED);
    }

    /** Who may speak changes with the patient's age, also when a birth date is corrected. An unknown age changes nothing. */
    Optional<DenialReason> age(Standing standing, GateReading reading) {
        boolean guardian = standing.giverRole().equals(Optional.of(Giver.Role.GUARDIAN));
        return isAdult(reading)
                .filter(adult -> adult == guardian)
                .map(adult -> adult ? DenialReason.CAME_OF_AGE : DenialReason.GUARDIAN_NEEDED);
    }

    Optional<Boolean> isAdult(GateReading reading) {
        return reading.person()
                .flatMap(GateReading.Person::birthdate)
                .map(born -> Period.between(
                                        born,
                                        clock.instant().atZone(clock.getZone()).toLocalDate())
                                .getYears()
                        >= reading.adultAge());
    }

    /** The stricter of merged records wins, until the patient has been asked again. */
    Optional<DenialReason> merge(Standing standing, GateReading reading, Instant now) {
        boolean allSaidYes = reading.merged().stream()
                .filter(merged -> !askedSince(standing, merged))
                .allMatch(merged -> merged.standing(standing.purpose()).stoodUntilMergedAt(now));
        return allSaidYes ? Optional.empty() : Optional.of(DenialReason.MERGED);
    }

    /**
     * Whether this word came after the merge, and after whatever was said for the merged record. The platform keeps the time of a merge
     * in whole seconds, so that a word of the same second may have come before it. That the merge itself ended a grant is no word.
     */
    private static boolean askedSince(Standing standing, GateReading.Merged merged) {
        Standing mergedStanding = merged.standing(standing.purpose());
        Optional<Instant> other = mergedStanding.recordedAt().filter(at -> !mergedStanding.endedByMerge());
        return standing.saidAt()
                .filter(at -> !at.isBefore(merged.at().plusSeconds(1)))
                .filter(at -> other.map(at::isAfter).orElse(true))
                .isPresent();
    }

    private static Optional<DenialReason> mirror(Purpose purpose, GateReading reading) {
        boolean mirrored = purpose == Purpose.OWN_CARE;
        return !mirrored || reading.attributeSaysYes() ? Optional.empty() : Optional.of(DenialReason.MIRROR_DIFFERS);
    }

    private static Optional<DenialReason> life(GateReading reading) {
        if (reading.person().isEmpty()) {
            return Optional.of(DenialReason.NO_PATIENT);
        }
        return reading.person().get().dead() ? Optional.of(DenialReason.DECEASED) : Optional.empty();
    }
}
