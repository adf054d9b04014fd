/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Writes into the chart through the platform's own services: as the user, with the user's own rights, in the caller's transaction.
 * Orders and prescriptions are nothing that it could write (S6).
 */
public interface ChartWriter {

    enum EntryKind {
        /** On the problem list, provisional. */
        CONDITION,
        /** In an encounter, provisional. */
        DIAGNOSIS,
        /** A plan in words, as an observation on the concept that a setting names. */
        PLAN_NOTE
    }

    /** Whether the platform lets the user write entries of this kind. */
    boolean mayWrite(EntryKind kind);

    /** Whether it lets the user take one back. */
    boolean mayVoid(EntryKind kind);

    /**
     * Returns the uuid of the new record.
     *
     * @throws RefusedEntryException if the platform won't have it; the caller's transaction can't stand then
     */
    String write(NewEntry entry);

    /** What the record says now, and nobody changes it before the caller's transaction ends. Empty when it is gone. */
    Optional<StandingEntry> lock(EntryKind kind, String recordUuid);

    /**
     * What such records say now, by uuid: what the dictionary calls it, or the words that somebody wrote. Those that are voided or gone are
     * absent. The caller has checked that the user may read it.
     */
    Map<String, String> wordsOf(EntryKind kind, Collection<String> recordUuids);

    void voidRecord(EntryKind kind, String recordUuid, String reason);

    /**
     * @param encounterUuid must be there for a diagnosis
     * @param conceptUuid what a condition or diagnosis is; without one it is free text. The question that a plan note answers
     * @param provenance uuid of the suggestion, kept with the record
     */
    record NewEntry(
            EntryKind kind,
            PatientRef patient,
            Optional<String> encounterUuid,
            Optional<String> conceptUuid,
            String text,
            String provenance) {}

    /** @param content all that a person could have changed, as one text to compare */
    record StandingEntry(boolean voided, String content) {}
}
