/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openmrs.module.aisupport.egress.OutsideCallLog;
import org.openmrs.module.aisupport.egress.OutsideEndpoint;
import org.openmrs.module.aisupport.egress.OutsideEngineService;
import org.openmrs.module.aisupport.egress.OutsideEngineSetup;
import org.openmrs.module.aisupport.snapshot.InputDefinition;

/** Engines outside as the API takes and shows them. */
final class OutsideEngineJson {

    static final String PATH = "outsideengine";

    private OutsideEngineJson() {}

    /** Nothing of it has a default: a missing "commercial" that is read as a no would ask too little of patients (C1). */
    static OutsideEngineSetup setup(JsonBody body, String id) {
        body.problems().required(id, "id");
        return new OutsideEngineSetup(
                id,
                body.requiredText("name"),
                body.requiredText("developer"),
                body.requiredFlag("commercial"),
                body.requiredText("country"),
                body.requiredText("retention"),
                endpoint(body),
                Set.copyOf(body.requiredTexts("inputs")),
                body.requiredFlag("tellsAge"),
                body.requiredFlag("tellsSex"),
                body.requiredFlag("startsByItself"));
    }

    private static OutsideEndpoint endpoint(JsonBody body) {
        Optional<JsonBody> endpoint = body.object("endpoint");
        body.problems().required(endpoint.orElse(null), "endpoint");
        return endpoint.map(given -> {
                    OutsideEndpoint.Protocol protocol = given.oneOf("protocol", OutsideEndpoint.Protocol.class);
                    given.problems().required(protocol, "endpoint.protocol");
                    return new OutsideEndpoint(
                            protocol,
                            given.requiredText("url"),
                            orEmpty(given.text("service")),
                            orEmpty(given.text("hook")),
                            orEmpty(given.text("model")));
                })
                .orElse(null);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    static Map<String, Object> of(OutsideEngineService.Listed listed) {
        OutsideEngineSetup setup = listed.setup();
        return new JsonObject()
                .with("id", setup.id())
                .with("display", setup.name())
                .with("developer", setup.developer())
                .with("commercial", setup.commercial())
                .with("country", setup.country())
                .with("retention", setup.retention())
                .with("inputs", setup.inputs().stream().sorted().toList())
                .with("tellsAge", setup.tellsAge())
                .with("tellsSex", setup.tellsSex())
                .with("startsByItself", setup.startsByItself())
                .with("endpoint", of(setup.endpoint()))
                .with("version", listed.version())
                .with("enabled", listed.enabled())
                .with("lookedAt", listed.lookedAt())
                .with("wants", listed.wants())
                .with("obstacle", listed.obstacle())
                .with("leftAlone", listed.leftAlone())
                .with("hasSecret", listed.hasSecret())
                .with("lately", of(listed.lately()))
                .with("links", Links.self(PATH + "/" + setup.id()))
                .asMap();
    }

    /** What its protocol does not have is left out. */
    private static Map<String, Object> of(OutsideEndpoint endpoint) {
        return new JsonObject()
                .with("protocol", endpoint.protocol().name())
                .with("url", endpoint.url())
                .with("service", given(endpoint.service()))
                .with("hook", given(endpoint.hook()))
                .with("model", given(endpoint.model()))
                .asMap();
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    private static Map<String, Object> of(OutsideCallLog.Lately lately) {
        return new JsonObject()
                .with("calls", lately.calls())
                .with("failed", lately.failed())
                .with("medianMillis", lately.medianMillis())
                .asMap();
    }

    static Map<String, Object> of(OutsideCallLog.Call call) {
        return new JsonObject()
                .with("at", call.at())
                .with("outcome", call.outcome().name())
                .with("millis", call.millis())
                .with("bytes", call.answerBytes())
                .with("detail", call.detail())
                .asMap();
    }

    static Map<String, Object> of(InputDefinition input) {
        return new JsonObject()
                .with("id", input.id())
                .with("label", input.label())
                .asMap();
    }
}
