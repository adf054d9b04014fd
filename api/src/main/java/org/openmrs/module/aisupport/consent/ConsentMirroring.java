/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.audit.AuditOutcome;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the person attribute after the ledger's event stands, never before: a person that no longer validates can refuse the
 * attribute, and must not thereby keep a patient from withdrawing. Until the attribute follows, the gate denies.
 */
public class ConsentMirroring {

    private static final Logger LOG = LoggerFactory.getLogger(ConsentMirroring.class);

    private final ConsentLedger ledger;
    private final ConsentMirror mirror;
    private final Transactions transactions;
    private final AuditLog audit;

    public ConsentMirroring(ConsentLedger ledger, ConsentMirror mirror, Transactions transactions, AuditLog audit) {
        this.ledger = ledger;
        this.mirror = mirror;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Lets the attribute follow; a failure is recorded, and tried again later. */
    void followAndTell(PatientRef patient) {
        try {
            follow(patient);
        } catch (RuntimeException refused) {
            LOG.error("event=attribute_not_written The gate denies until it follows the ledger", refused);
            audit.recordAlone(AuditEntry.of(AuditKind.MIRROR_WRITE_FAILED)
                    .outcome(AuditOutcome.FAILED)
                    .patient(patient)
                    .purpose(Purpose.OWN_CARE.id()));
        }
    }

    /** Lets the attribute follow, unless somebody changed it meanwhile: that is theirs to say, and the keeper's to judge. */
    void follow(PatientRef patient) {
        transactions.alone(() -> {
            ConsentState state = ledger.lockState(patient, Purpose.OWN_CARE);
            ConsentMirror.Reading attribute = mirror.read(patient);
            if (state.isMirrorDue() && state.hasAccountedFor(attribute)) {
                state.accountFor(written(patient, state, attribute));
            }
            return state;
        });
    }

    private ConsentMirror.Reading written(PatientRef patient, ConsentState state, ConsentMirror.Reading attribute) {
        return state.mirrorValue()
                .filter(value -> value != attribute.value())
                .map(value -> mirror.write(patient, value))
                .orElse(attribute);
    }
}
