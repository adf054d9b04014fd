/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.fhir;

import java.time.Instant;
import java.util.Optional;
import org.openmrs.module.aisupport.consent.ConsentMethod;
import org.openmrs.module.aisupport.consent.ConsentStatus;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.consent.Giver;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.consent.PurposeState;

/** Builds recorded consents, each saying only what matters: a grant by the patient for her own care, which the gate follows. */
final class Recorded {

    static final String PATIENT = "5946f880-b197-400b-9caa-a3c661d23041";
    static final String EVENT = "0f97e14e-cdc2-49ac-9255-b5126f8a5147";
    static final Instant SINCE = Instant.parse("2026-03-01T09:30:00.123456Z");
    static final Instant EXPIRES = Instant.parse("2028-03-01T09:30:00Z");

    private Purpose purpose = Purpose.OWN_CARE;
    private ConsentStatus status = ConsentStatus.GRANTED;
    private Optional<DenialReason> denial = Optional.empty();
    private boolean sensitive;
    private Optional<Giver> giver = Optional.of(new Giver(Giver.Role.PATIENT, null, null));

    static Recorded grant() {
        return new Recorded();
    }

    Recorded of(Purpose other) {
        purpose = other;
        return this;
    }

    Recorded status(ConsentStatus other) {
        status = other;
        return this;
    }

    Recorded denied(DenialReason reason) {
        denial = Optional.of(reason);
        return this;
    }

    Recorded sensitiveTopicsToo() {
        sensitive = true;
        return this;
    }

    Recorded givenBy(Giver.Role role, String name, String relationship) {
        giver = Optional.of(new Giver(role, name, relationship));
        return this;
    }

    PurposeState state() {
        return new PurposeState(
                purpose,
                status,
                denial,
                denial,
                Optional.of(SINCE),
                Optional.of(EXPIRES),
                sensitive,
                Optional.of(EVENT));
    }

    RecordedConsent withEvidence() {
        RecordedConsent.LeafletTold leaflet = new RecordedConsent.LeafletTold("2", "da", "a".repeat(64));
        return with(
                new RecordedConsent.Said(EVENT, SINCE, giver, Optional.of(ConsentMethod.SPOKEN), Optional.of(leaflet)));
    }

    /** As a no is, or what the module found by itself. */
    RecordedConsent withoutEvidence() {
        return with(new RecordedConsent.Said(EVENT, SINCE, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private RecordedConsent with(RecordedConsent.Said said) {
        return new RecordedConsent(PATIENT, state(), Optional.of(said));
    }
}
