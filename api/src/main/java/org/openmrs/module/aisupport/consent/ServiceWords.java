/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells of the services outside that a practice uses, in the place of the paragraph that says that there is none. The rest of a leaflet
 * stays as it was published; what results has a version and a hash of its own, so that a yes to it is a yes to these services.
 */
final class ServiceWords {

    /** Between a leaflet's version and the revision of the services that it tells of. */
    static final String AND = "+";

    private static final String FILE = "/org/openmrs/module/aisupport/leaflets/services.json";

    private final JsonNode words = read();

    private static JsonNode read() {
        try (InputStream in = ServiceWords.class.getResourceAsStream(FILE)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The module's own file " + FILE + " can't be read", e);
        }
    }

    /** Empty where a version, or a language of it, has no words for services: then none can be told of, and a yes covers none. */
    Optional<Leaflet> tell(Leaflet leaflet, List<OutsideService> services) {
        JsonNode version = words.path(leaflet.version());
        JsonNode language = version.path("languages").path(leaflet.language());
        return language.isMissingNode()
                ? Optional.empty()
                : Optional.of(told(leaflet, services, version.path("paragraph").asInt(), language));
    }

    private static Leaflet told(Leaflet leaflet, List<OutsideService> services, int place, JsonNode words) {
        List<String> text = new ArrayList<>(leaflet.text());
        text.set(place, words.path("now").asText());
        for (int i = 0; i < services.size(); i++) {
            text.add(place + 1 + i, paragraph(services.get(i), words));
        }
        return new Leaflet(
                leaflet.purpose(),
                leaflet.version() + AND + OutsideServices.revisionOf(services),
                leaflet.language(),
                leaflet.title(),
                text,
                services.stream()
                        .map(service -> service.name() + " (" + service.recipient() + ")")
                        .collect(Collectors.joining(", ")),
                services.stream().map(OutsideService::country).distinct().collect(Collectors.joining(", ")),
                services.stream()
                                .map(service -> service.name() + ": " + service.retention())
                                .collect(Collectors.joining("; "))
                        + ". " + words.path("holds").asText());
    }

    private static String paragraph(OutsideService service, JsonNode words) {
        String told = words.path("service")
                .asText()
                .replace("{name}", service.name())
                .replace("{developer}", service.developer())
                .replace("{recipient}", service.recipient())
                .replace("{country}", service.country())
                .replace("{retention}", service.retention());
        return service.commercial() ? told + " " + words.path("company").asText() : told;
    }
}
