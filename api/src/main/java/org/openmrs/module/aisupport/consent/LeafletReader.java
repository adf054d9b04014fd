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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a folder of leaflets: {@code index.json}, which lists the versions and pins each text by its hash, and one file per
 * version and language. See docs/leaflets.md.
 */
final class LeafletReader {

    private final String folder;
    private final List<String> notAsPublished = new ArrayList<>();

    LeafletReader(String folder) {
        this.folder = folder;
    }

    List<LeafletVersion> versions() {
        List<LeafletVersion> versions = new ArrayList<>();
        json("index.json").path("versions").forEach(entry -> versions.add(version(entry)));
        if (!notAsPublished.isEmpty()) {
            throw new IllegalStateException(
                    "These leaflets are not the texts that were published. Publish a changed text as a"
                            + " new version; pin a new one in index.json: " + String.join(", ", notAsPublished));
        }
        return versions;
    }

    private LeafletVersion version(JsonNode entry) {
        String version = text(entry, "version", "index.json");
        List<Leaflet> leaflets = new ArrayList<>();
        for (JsonNode language : entry.path("languages")) {
            leaflets.addAll(
                    leaflets(version, text(language, "language", "version " + version), language.path("sha256")));
        }
        return new LeafletVersion(version, changes(version, entry.path("changes")), leaflets);
    }

    private static Map<Purpose, LeafletChange> changes(String version, JsonNode json) {
        Map<Purpose, LeafletChange> changes = new EnumMap<>(Purpose.class);
        json.fieldNames()
                .forEachRemaining(id -> changes.put(
                        Purpose.ofId(id)
                                .orElseThrow(() -> new IllegalStateException(
                                        "Version " + version + " changes \"" + id + "\", which is no purpose.")),
                        LeafletChange.ofId(json.path(id).asText())
                                .orElseThrow(() -> new IllegalStateException("Version " + version
                                        + " calls its change of " + id + " \""
                                        + json.path(id).asText() + "\". It is \"material\" or \"editorial\"."))));
        return changes;
    }

    private List<Leaflet> leaflets(String version, String language, JsonNode pinned) {
        JsonNode texts = json(version + "/" + language + ".json");
        List<Leaflet> leaflets = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            Leaflet leaflet = leaflet(purpose, version, language, texts.path(purpose.id()));
            if (!leaflet.sha256().equals(pinned.path(purpose.id()).asText())) {
                notAsPublished.add(leaflet.name() + " (its hash is " + leaflet.sha256() + ")");
            }
            leaflets.add(leaflet);
        }
        return leaflets;
    }

    private static Leaflet leaflet(Purpose purpose, String version, String language, JsonNode json) {
        List<String> text = new ArrayList<>();
        json.path("text").forEach(paragraph -> text.add(paragraph.asText()));
        return new Leaflet(
                purpose,
                version,
                language,
                json.path("title").asText(),
                text,
                json.path("recipient").asText(),
                json.path("country").asText(),
                json.path("retention").asText());
    }

    private static String text(JsonNode json, String field, String where) {
        String value = json.path(field).asText();
        if (value.isBlank()) {
            throw new IllegalStateException("In the list of leaflets, " + where + " lacks \"" + field + "\".");
        }
        return value;
    }

    private JsonNode json(String name) {
        try (InputStream in = LeafletReader.class.getResourceAsStream(folder + name)) {
            if (in == null) {
                throw new IllegalStateException("There is no leaflet file " + folder + name + ".");
            }
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The leaflet file " + folder + name + " can't be read", e);
        }
    }
}
