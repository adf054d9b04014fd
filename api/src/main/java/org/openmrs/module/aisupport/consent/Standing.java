/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the ledger says that one purpose stands.
 *
 * @param stored the status as it was last written; the clock may have moved on
 * @param reason why a grant lapsed, or what a pending one lacks
 * @param since when the word that stands took effect
 * @param recordedAt when it was written down
 * @param eventUuid the event whose word it is
 */
record Standing(
        Purpose purpose,
        ConsentStatus stored,
        Optional<DenialReason> reason,
        boolean includesSensitive,
        Optional<Instant> since,
        Optional<Instant> recordedAt,
        Optional<Instant> expiresAt,
        Optional<String> leafletVersion,
        Optional<Giver.Role> giverRole,
        Optional<String> eventUuid) {

    static Standing notRecorded(Purpose purpose) {
        return new Standing(
                purpose,
                ConsentStatus.NOT_RECORDED,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * As it is stored. A word that this version does not know, as after a downgrade, is no yes: it reads as lapsed for being unreadable,
     * so that a no can still be recorded over it.
     */
    static Standing stored(Purpose purpose, String status, String reason, String giverRole, Terms terms) {
        Optional<ConsentStatus> known = word(ConsentStatus.class, status);
        Optional<Giver.Role> giver = word(Giver.Role.class, giverRole);
        boolean readable = known.isPresent() && (giverRole == null || giver.isPresent());
        Optional<DenialReason> why = Optional.ofNullable(reason)
                .map(text -> word(DenialReason.class, text).orElse(DenialReason.UNREADABLE));
        return new Standing(
                purpose,
                readable ? known.get() : ConsentStatus.LAPSED,
                readable ? why : Optional.of(DenialReason.UNREADABLE),
                terms.includesSensitive(),
                terms.since(),
                terms.recordedAt(),
                terms.expiresAt(),
                terms.leafletVersion(),
                giver,
                terms.eventUuid());
    }

    /** What is stored beside the words. */
    record Terms(
            boolean includesSensitive,
            Optional<Instant> since,
            Optional<Instant> recordedAt,
            Optional<Instant> expiresAt,
            Optional<String> leafletVersion,
            Optional<String> eventUuid) {}

    private static <E extends Enum<E>> Optional<E> word(Class<E> words, String stored) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(stored))
                .findFirst();
    }

    /** A grant without an end is none: every grant is made with one (C7). */
    ConsentStatus statusAt(Instant now) {
        return stored == ConsentStatus.GRANTED && isOverAt(now) ? ConsentStatus.EXPIRED : stored;
    }

    private boolean isOverAt(Instant now) {
        return !expiresAt.map(now::isBefore).orElse(false);
    }

    /** When it was said: a form may have been signed before it was written down. */
    Optional<Instant> saidAt() {
        return recordedAt.map(written -> since.filter(written::isAfter).orElse(written));
    }

    boolean isInEffectAt(Instant now) {
        return since.map(from -> !now.isBefore(from)).orElse(false);
    }

    /** True when the patient had said yes until the record was merged into another. */
    boolean stoodUntilMergedAt(Instant now) {
        return (stored == ConsentStatus.GRANTED || endedByMerge()) && !isOverAt(now);
    }

    boolean endedByMerge() {
        return stored == ConsentStatus.LAPSED && reason.equals(Optional.of(DenialReason.MERGED));
    }
}
