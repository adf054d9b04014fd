/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.openmrs.module.aisupport.validation.NotFoundException;

/**
 * Takes back what was recorded in error. A yes may be taken back at any time; a no only by the user who recorded it, and only for a few
 * minutes, since behind it a yes would stand again: that is an undo, and no way around asking the patient.
 */
public class ConsentCorrector {

    static final Duration UNDO = Duration.ofMinutes(10);

    private final ConsentLedger ledger;
    private final ConsentBook book;

    public ConsentCorrector(ConsentLedger ledger, ConsentBook book) {
        this.ledger = ledger;
        this.book = book;
    }

    ConsentRecorder.Entered correct(
            PatientRef patient, ConsentCorrection correction, Actor corrector, ConsentState state) {
        ConsentEvent wrong = ledger.event(correction.eventUuid())
                .filter(event -> event.getPatient().equals(patient) && event.getPurpose() == correction.purpose())
                .orElseThrow(() -> new NotFoundException("consent event of this patient", correction.eventUuid()));
        if (!state.standing().eventUuid().equals(Optional.of(wrong.getUuid()))) {
            throw new ConsentChangedException();
        }
        refuse(wrong, correction, corrector);
        ConsentEvent event = ConsentEvent.correcting(wrong, corrector, book.now(), correction.note());
        return new ConsentRecorder.Entered(event, book.enterCorrection(state, wrong, event));
    }

    private void refuse(ConsentEvent wrong, ConsentCorrection correction, Actor corrector) {
        switch (wrong.getDecision()) {
            case GRANT -> {
                if (correction.note() == null || correction.note().isBlank()) {
                    throw InvalidRequestException.of("note", "required", "Say what was recorded in error.");
                }
                if (ledger.standingBefore(wrong)
                        .filter(before -> isWider(before, wrong))
                        .isPresent()) {
                    refuseLateUndo(wrong, corrector);
                }
            }
            case REFUSE, WITHDRAW -> refuseLateUndo(wrong, corrector);
            case CORRECT, EXPIRE, LAPSE, IMPORT ->
                throw InvalidRequestException.of(
                        "corrects", "notSaid", "Nobody said this. Ask the patient, and record what they say.");
        }
    }

    /** A yes to less than before is in part a no. */
    private static boolean isWider(ConsentEvent before, ConsentEvent after) {
        boolean longer = before.getExpiresAt()
                .filter(end -> end.isAfter(after.getExpiresAt().orElse(Instant.MIN)))
                .isPresent();
        boolean moreSensitive = before.isIncludesSensitive() && !after.isIncludesSensitive();
        return before.leadsTo() == ConsentStatus.GRANTED && (longer || moreSensitive);
    }

    private void refuseLateUndo(ConsentEvent no, Actor corrector) {
        boolean own = no.getRecorder()
                .filter(recorder -> recorder.uuid().equals(corrector.uuid()))
                .isPresent();
        Instant until = no.getRecordedAt().plus(UNDO);
        if (!own || !book.now().isBefore(until)) {
            throw InvalidRequestException.of(
                    "corrects",
                    own ? "tooLate" : "notYours",
                    "A no, and a yes to less than before, can be undone for " + UNDO.toMinutes()
                            + " minutes, by whoever recorded it. Ask the patient, and record a new consent.");
        }
    }
}
