/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.util.Optional;
import java.util.Set;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Patients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the ledger in line with what happened without anybody telling it: time went by, a leaflet changed, a child grew up, records
 * were merged or purged, somebody changed the person attribute. The gate denies in each of these cases by itself and at once; the keeper
 * writes the event, and takes away what rested on the consent. Whoever asks for it, and however often: it writes each event once, since
 * it looks under the ledger's lock.
 */
public class ConsentKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(ConsentKeeper.class);

    private final ConsentLedger ledger;
    private final ConsentBook book;
    private final GateQuery query;
    private final Findings findings;
    private final AttributeNotes notes;
    private final ConsentMirror mirror;
    private final ConsentMirroring mirroring;
    private final Patients patients;
    private final Transactions transactions;

    public ConsentKeeper(
            ConsentLedger ledger,
            ConsentBook book,
            GateQuery query,
            Findings findings,
            AttributeNotes notes,
            ConsentMirror mirror,
            ConsentMirroring mirroring,
            Patients patients,
            Transactions transactions) {
        this.ledger = ledger;
        this.book = book;
        this.query = query;
        this.findings = findings;
        this.notes = notes;
        this.mirror = mirror;
        this.mirroring = mirroring;
        this.patients = patients;
        this.transactions = transactions;
    }

    /** Looks after own care of a patient whose attribute may have changed; of most people there is nothing to look after. */
    void attendAttribute(PatientRef patient) {
        boolean concerned = transactions.alone(
                () -> !mirror.read(patient).stored().isEmpty() || ledger.knows(patient, Purpose.OWN_CARE));
        if (concerned) {
            attend(patient, Purpose.OWN_CARE);
        }
    }

    /** Looks after one purpose of one patient. */
    public void attend(PatientRef patient, Purpose purpose) {
        boolean mirrorDue = transactions.aloneAndAgainIfInterrupted(() -> {
            ConsentState state = ledger.lockState(patient, purpose); // first: see ConsentLedger#lock
            takeNote(patient, purpose, state);
            return state.isMirrorDue();
        });
        if (mirrorDue) {
            try {
                mirroring.follow(patient);
            } catch (RuntimeException refused) {
                LOG.debug("The person attribute still can't follow the consent ledger", refused);
            }
        }
    }

    private void takeNote(PatientRef patient, Purpose purpose, ConsentState state) {
        if (patients.findEvenVoided(patient.uuid()).isEmpty()) {
            takeNoteOfPurge(patient, state);
            return;
        }
        // What others said through the attribute comes first: the ledger must not write over a no that it has not seen.
        if (purpose == Purpose.OWN_CARE) {
            notes.take(patient, state);
        }
        findings.ofTimeAndLife(patient, state.standing(), query.read(patient, Set.of(purpose)))
                .ifPresent(finding -> book.enterFinding(patient, state, finding));
    }

    private void takeNoteOfPurge(PatientRef patient, ConsentState state) {
        if (!state.standing().reason().equals(Optional.of(DenialReason.NO_PATIENT))) {
            book.enterFinding(patient, state, Finding.lapsed(DenialReason.NO_PATIENT));
            book.erase(patient);
            state.accountFor(mirror.read(patient));
        }
    }
}
