/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.aisupport.consent.ConsentEvent;
import org.openmrs.module.aisupport.consent.ConsentOverview;
import org.openmrs.module.aisupport.consent.ConsentRecorded;
import org.openmrs.module.aisupport.consent.Giver;
import org.openmrs.module.aisupport.consent.Leaflet;
import org.openmrs.module.aisupport.consent.PurposeState;

/** Consent as the API shows it. */
final class ConsentJson {

    private ConsentJson() {}

    static Map<String, Object> of(ConsentOverview overview, boolean withEvents) {
        String uuid = overview.patient().ref().uuid();
        JsonObject json = new JsonObject()
                .with("patient", JsonObject.ref(uuid, overview.patient().name()))
                .with(
                        "purposes",
                        overview.purposes().stream().map(ConsentJson::of).toList());
        if (withEvents) {
            json.with("events", overview.events().stream().map(ConsentJson::of).toList());
        }
        return json.with("links", Links.self("consent?patient=" + uuid));
    }

    static Map<String, Object> of(PurposeState state) {
        return new JsonObject()
                .with("purpose", state.purpose().id())
                .with("status", state.status().name())
                .with("permitted", state.permitted())
                .with("reason", state.denial().map(Enum::name))
                .with("since", state.since())
                .with("expires", state.expires())
                .with("includesSensitive", state.includesSensitive());
    }

    static Map<String, Object> of(ConsentEvent event) {
        return new JsonObject()
                .with("uuid", event.getUuid())
                .with("display", event.getDecision() + " " + event.getPurpose().id())
                .with("purpose", event.getPurpose().id())
                .with("decision", event.getDecision().name())
                .with("includesSensitive", event.isIncludesSensitive())
                .with("givenBy", event.getGiver().map(ConsentJson::of))
                .with("method", event.getMethod().map(Enum::name))
                .with("leaflet", leafletTold(event))
                .with("recordedBy", event.getRecorder())
                .with("recordedAt", event.getRecordedAt())
                .with("effectiveAt", event.getEffectiveAt())
                .with("expiresAt", event.getExpiresAt())
                .with("note", event.getNote());
    }

    static Map<String, Object> of(ConsentRecorded recorded) {
        return new JsonObject()
                .with("event", of(recorded.event()))
                .with("state", of(recorded.state()))
                .with("withdrawnSuggestions", recorded.withdrawnSuggestions())
                .with(
                        "alreadyShared",
                        recorded.alreadyShared().stream()
                                .map(shared -> new JsonObject()
                                        .with("recipient", shared.recipient())
                                        .with("at", shared.at())
                                        .asMap())
                                .toList());
    }

    static Map<String, Object> of(List<Leaflet> leaflets) {
        return new JsonObject()
                .with("results", leaflets.stream().map(ConsentJson::of).toList())
                .with("totalCount", leaflets.size());
    }

    private static Map<String, Object> of(Leaflet leaflet) {
        return new JsonObject()
                .with("purpose", leaflet.purpose().id())
                .with("version", leaflet.version())
                .with("language", leaflet.language())
                .with("title", leaflet.title())
                .with("text", leaflet.text())
                .with("recipient", leaflet.recipient())
                .with("country", leaflet.country())
                .with("retention", leaflet.retention())
                .with("sha256", leaflet.sha256());
    }

    private static Map<String, Object> of(Giver giver) {
        return new JsonObject()
                .with("role", giver.role().name())
                .with("name", giver.name())
                .with("relationship", giver.relationship());
    }

    private static Optional<Map<String, Object>> leafletTold(ConsentEvent event) {
        return Optional.ofNullable(event.getLeafletVersion()).map(version -> new JsonObject()
                .with("version", version)
                .with("language", event.getLeafletLanguage())
                .with("sha256", event.getLeafletSha256()));
    }
}
