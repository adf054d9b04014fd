/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;

/** Takes note of what others have written into the person attribute since the ledger last looked. */
public class AttributeNotes {

    private final ConsentBook book;
    private final Findings findings;
    private final ConsentMirror mirror;

    public AttributeNotes(ConsentBook book, Findings findings, ConsentMirror mirror) {
        this.book = book;
        this.findings = findings;
        this.mirror = mirror;
    }

    /** The caller holds the lock. Also before anything else is entered, so that nothing is written over a no that was not seen. */
    void take(PatientRef patient, ConsentState state) {
        ConsentMirror.Reading attribute = mirror.read(patient);
        if (state.hasAccountedFor(attribute)) {
            return;
        }
        findings.ofAttribute(state.standing(), attribute.value())
                .ifPresent(finding -> book.enterFinding(patient, state, finding));
        state.accountFor(attribute);
    }
}
