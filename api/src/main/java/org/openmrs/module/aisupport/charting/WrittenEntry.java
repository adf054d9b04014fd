/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.charting;

import java.util.Optional;
import org.openmrs.module.aisupport.platform.ChartWriter.EntryKind;

/**
 * What became of an entry that a GP wanted written.
 *
 * @param reason why it was not written, or why it is still there, or no longer there, after an undo; a name that screens put into words
 * @param recordUuid the record, once one was written
 */
public record WrittenEntry(EntryKind kind, Status status, Optional<String> reason, Optional<String> recordUuid) {

    public enum Status {
        WRITTEN,
        NOT_WRITTEN,
        /** The decision was undone, and the record with it. */
        TAKEN_BACK,
        /** The decision was undone, but not the record. */
        KEPT
    }

    static WrittenEntry of(ChartEntry entry, Optional<EntryReturn> undone) {
        return new WrittenEntry(
                entry.getKind(),
                status(entry, undone),
                entry.getObstacle().map(Enum::name).or(() -> undone.flatMap(EntryReturn::reason)),
                entry.getRecordUuid());
    }

    private static Status status(ChartEntry entry, Optional<EntryReturn> undone) {
        if (entry.getObstacle().isPresent()) {
            return Status.NOT_WRITTEN;
        }
        return undone.map(back -> back.reason().isEmpty() ? Status.TAKEN_BACK : Status.KEPT)
                .orElse(Status.WRITTEN);
    }
}
