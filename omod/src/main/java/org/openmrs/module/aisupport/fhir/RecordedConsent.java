/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.consent.ConsentEvent;
import org.openmrs.module.aisupport.consent.ConsentMethod;
import org.openmrs.module.aisupport.consent.ConsentOverview;
import org.openmrs.module.aisupport.consent.ConsentStatus;
import org.openmrs.module.aisupport.consent.Giver;
import org.openmrs.module.aisupport.consent.PurposeState;

/** One purpose of which something is recorded, with the event that stands: all that one resource tells. */
public record RecordedConsent(String patientUuid, PurposeState state, Optional<Said> said) {

    public RecordedConsent {
        if (state.status() == ConsentStatus.NOT_RECORDED) {
            throw new IllegalArgumentException("Nothing is recorded, and nothing is what FHIR is told: no resource.");
        }
    }

    /** Who said it, how, and after which leaflet; for a no, or for what the module found by itself, mostly nobody and nothing. */
    public record Said(
            String eventUuid,
            Instant recordedAt,
            Optional<Giver> giver,
            Optional<ConsentMethod> method,
            Optional<LeafletTold> leaflet) {

        static Said of(ConsentEvent event) {
            Optional<LeafletTold> leaflet = Optional.ofNullable(event.getLeafletVersion())
                    .map(version -> new LeafletTold(version, event.getLeafletLanguage(), event.getLeafletSha256()));
            return new Said(event.getUuid(), event.getRecordedAt(), event.getGiver(), event.getMethod(), leaflet);
        }
    }

    public record LeafletTold(String version, String language, String sha256) {}

    /** Those of a patient, in the order of the purposes. */
    public static List<RecordedConsent> of(ConsentOverview overview) {
        return overview.purposes().stream()
                .filter(state -> state.status() != ConsentStatus.NOT_RECORDED)
                .map(state ->
                        new RecordedConsent(overview.patient().ref().uuid(), state, standing(state, overview.events())))
                .toList();
    }

    private static Optional<Said> standing(PurposeState state, List<ConsentEvent> events) {
        return events.stream()
                .filter(event ->
                        state.eventUuid().filter(event.getUuid()::equals).isPresent())
                .findFirst()
                .map(Said::of);
    }

    public String id() {
        return ConsentId.of(patientUuid, state.purpose());
    }

    /** The one question on which somebody's privacy hangs. Both must say yes: the ledger, and the gate at this moment. */
    boolean permits() {
        return state.status() == ConsentStatus.GRANTED && state.permitted();
    }
}
