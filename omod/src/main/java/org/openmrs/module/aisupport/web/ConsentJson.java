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
import org.openmrs.module.aisupport.consent.Renewal;
import org.openmrs.module.aisupport.consent.RenewalPage;
import org.openmrs.module.aisupport.consent.RenewalQuery;

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
            json.with(
                    "events",
                    overview.events().stream()
                            .map(event -> of(event, told(event, overview.leaflets())))
                            .toList());
        }
        return json.with("links", Links.self("consent?patient=" + uuid)).asMap();
    }

    static Map<String, Object> of(PurposeState state) {
        return new JsonObject()
                .with("purpose", state.purpose().id())
                .with("status", state.status().name())
                .with("permitted", state.permitted())
                .with("reason", state.denial().map(Enum::name))
                .with("since", state.since())
                .with("expires", state.expires())
                .with("includesSensitive", state.includesSensitive())
                .with("event", state.eventUuid())
                .asMap();
    }

    private static Optional<Leaflet> told(ConsentEvent event, List<Leaflet> leaflets) {
        return leaflets.stream()
                .filter(leaflet -> leaflet.sha256().equals(event.getLeafletSha256()))
                .findFirst();
    }

    static Map<String, Object> of(ConsentEvent event, Optional<Leaflet> leaflet) {
        return new JsonObject()
                .with("uuid", event.getUuid())
                .with("display", event.getDecision() + " " + event.getPurpose().id())
                .with("patient", event.getPatient().uuid())
                .with("purpose", event.getPurpose().id())
                .with("decision", event.getDecision().name())
                .with("reason", event.getReason().map(Enum::name))
                .with("corrects", event.getCorrects())
                .with("automatic", event.getRecorder().isEmpty())
                .with("includesSensitive", event.isIncludesSensitive())
                .with("givenBy", event.getGiver().map(ConsentJson::of))
                .with("method", event.getMethod().map(Enum::name))
                .with("leaflet", leafletTold(event, leaflet))
                .with("recordedBy", event.getRecorder().map(actor -> JsonObject.ref(actor.uuid(), actor.name())))
                .with("recordedAt", event.getRecordedAt())
                .with("effectiveAt", event.getEffectiveAt())
                .with("expiresAt", event.getExpiresAt())
                .with("note", event.getNote())
                .asMap();
    }

    static Map<String, Object> of(ConsentRecorded recorded) {
        return new JsonObject()
                .with("event", of(recorded.event(), recorded.leaflet()))
                .with("state", of(recorded.state()))
                .with("withdrawnSuggestions", recorded.withdrawnSuggestions())
                .with(
                        "alreadyShared",
                        recorded.alreadyShared().stream()
                                .map(shared -> new JsonObject()
                                        .with("recipient", shared.recipient())
                                        .with("at", shared.at())
                                        .asMap())
                                .toList())
                .asMap();
    }

    static Map<String, Object> of(RenewalPage page, RenewalQuery query) {
        return new JsonObject()
                .with("results", page.renewals().stream().map(ConsentJson::of).toList())
                .with("totalCount", page.total())
                .with("startIndex", query.startIndex())
                .with("limit", query.limit())
                .with(
                        "links",
                        Links.page(
                                "consent/renewal?within=" + query.withinDays(),
                                query.startIndex(),
                                query.limit(),
                                page.total()))
                .asMap();
    }

    private static Map<String, Object> of(Renewal renewal) {
        return new JsonObject()
                .with("patient", JsonObject.ref(renewal.patient().uuid(), renewal.patientName()))
                .with("purpose", renewal.purpose().id())
                .with("status", renewal.status().name())
                .with("reason", renewal.reason().map(Enum::name))
                .with("since", renewal.since())
                .with("expires", renewal.expires())
                .asMap();
    }

    static Map<String, Object> of(List<Leaflet> leaflets) {
        return new JsonObject()
                .with("results", leaflets.stream().map(ConsentJson::of).toList())
                .with("totalCount", leaflets.size())
                .asMap();
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
                .with("sha256", leaflet.sha256())
                .asMap();
    }

    private static Map<String, Object> of(Giver giver) {
        return new JsonObject()
                .with("role", giver.role().name())
                .with("name", giver.name())
                .with("relationship", giver.relationship())
                .asMap();
    }

    private static Optional<Map<String, Object>> leafletTold(ConsentEvent event, Optional<Leaflet> leaflet) {
        return Optional.ofNullable(event.getLeafletVersion()).map(version -> new JsonObject()
                .with("version", version)
                .with("language", event.getLeafletLanguage())
                .with("sha256", event.getLeafletSha256())
                .with("recipient", leaflet.map(Leaflet::recipient))
                .with("country", leaflet.map(Leaflet::country))
                .with("retention", leaflet.map(Leaflet::retention))
                .asMap());
    }
}
