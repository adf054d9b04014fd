/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.Privileges;
import org.openmrs.module.aisupport.platform.CurrentUser;
import org.openmrs.module.aisupport.platform.PatientRecord;
import org.openmrs.module.aisupport.platform.PatientRef;

/** Puts together what screens show of consent: the ledger beside the gate's answers. */
public class ConsentOverviews {

    private final ConsentLedger ledger;
    private final ConsentGate gate;
    private final Leaflets leaflets;
    private final CurrentUser user;

    public ConsentOverviews(ConsentLedger ledger, ConsentGate gate, Leaflets leaflets, CurrentUser user) {
        this.ledger = ledger;
        this.gate = gate;
        this.leaflets = leaflets;
        this.user = user;
    }

    /** Needs a transaction. */
    public ConsentOverview of(PatientRecord patient) {
        List<ConsentEvent> events = ledger.events(patient.ref());
        List<Leaflet> told = events.stream()
                .flatMap(event -> leaflet(event).stream())
                .distinct()
                .toList();
        return new ConsentOverview(shown(patient), gate.states(patient.ref()), events, told);
    }

    Optional<Leaflet> leaflet(ConsentEvent event) {
        return Optional.ofNullable(event.getLeafletVersion())
                .flatMap(version -> leaflets.find(event.getPurpose(), version, event.getLeafletLanguage()));
    }

    /** Whoever may not read patients learns no name from here either. */
    private PatientRecord shown(PatientRecord patient) {
        return user.may(Privileges.GET_PATIENTS)
                ? patient
                : new PatientRecord(patient.ref(), "", patient.sex(), patient.birthdate(), patient.dead());
    }

    PurposeState state(PatientRef patient, Purpose purpose) {
        return gate.state(patient, purpose);
    }
}
