/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.openmrs.module.aisupport.platform.PatientRecord;
import org.openmrs.module.aisupport.platform.PatientRef;

/** Puts together what screens show of consent: the ledger's last word beside the gate's answer. */
public class ConsentOverviews {

    private final ConsentLedger ledger;
    private final ConsentGate gate;
    private final Clock clock;

    public ConsentOverviews(ConsentLedger ledger, ConsentGate gate, Clock clock) {
        this.ledger = ledger;
        this.gate = gate;
        this.clock = clock;
    }

    ConsentOverview of(PatientRecord patient) {
        Map<Purpose, Standing> standings = ledger.standings(patient.ref(), List.of(Purpose.values()));
        List<PurposeState> purposes = Arrays.stream(Purpose.values())
                .map(purpose -> state(patient.ref(), standings.get(purpose)))
                .toList();
        return new ConsentOverview(patient, purposes, ledger.events(patient.ref()));
    }

    PurposeState state(PatientRef patient, Purpose purpose) {
        return state(patient, ledger.standings(patient, List.of(purpose)).get(purpose));
    }

    private PurposeState state(PatientRef patient, Standing standing) {
        Instant now = clock.instant();
        return new PurposeState(
                standing.purpose(),
                standing.statusAt(now),
                gate.denial(patient, standing.purpose()),
                standing.since(),
                standing.expiresAt(),
                standing.includesSensitive());
    }
}
