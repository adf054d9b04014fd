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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The leaflets that come with the module. {@code leaflets/index.json} lists the versions, oldest first, and pins the hash of
 * each text: one that was edited after it was published does not load.
 */
public final class Leaflets {

    private static final String FALLBACK = "en";

    private final List<Leaflet> all;
    private final String current;

    private Leaflets(List<Leaflet> all, String current) {
        this.all = List.copyOf(all);
        this.current = current;
    }

    public static Leaflets load() {
        JsonNode versions = read("index.json").path("versions");
        List<Leaflet> all = new ArrayList<>();
        String newest = "";
        for (JsonNode version : versions) {
            newest = version.path("version").asText();
            for (JsonNode language : version.path("languages")) {
                all.addAll(readLeaflets(newest, language.path("language").asText(), language.path("sha256")));
            }
        }
        return new Leaflets(all, newest);
    }

    /** The current leaflet of each purpose; in English where there is none in that language. */
    public List<Leaflet> current(Locale locale) {
        return Arrays.stream(Purpose.values())
                .map(purpose -> find(purpose, current, locale.getLanguage())
                        .or(() -> find(purpose, current, FALLBACK))
                        .orElseThrow())
                .toList();
    }

    public Optional<Leaflet> find(Purpose purpose, String version, String language) {
        return all.stream()
                .filter(leaflet -> leaflet.purpose() == purpose
                        && leaflet.version().equals(version)
                        && leaflet.language().equals(language))
                .findFirst();
    }

    /** True while a grant that was given after this version still holds. */
    public boolean stillHolds(Purpose purpose, String version) {
        return version.equals(current);
    }

    /** The versions after which a grant still holds. */
    List<String> holding(Purpose purpose) {
        return all.stream()
                .map(Leaflet::version)
                .distinct()
                .filter(version -> stillHolds(purpose, version))
                .toList();
    }

    public String currentVersion() {
        return current;
    }

    private static List<Leaflet> readLeaflets(String version, String language, JsonNode pinned) {
        JsonNode texts = read(version + "/" + language + ".json");
        List<Leaflet> leaflets = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            Leaflet leaflet = leaflet(purpose, version, language, texts.path(purpose.id()));
            if (!leaflet.sha256().equals(pinned.path(purpose.id()).asText())) {
                throw new IllegalStateException("The leaflet " + version + "/" + language + " for " + purpose.id()
                        + " is not the text that was published (its hash is " + leaflet.sha256()
                        + "). Publish a changed text as a new version.");
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

    private static JsonNode read(String name) {
        try (InputStream in = Leaflets.class.getResourceAsStream("/org/openmrs/module/aisupport/leaflets/" + name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The leaflet file " + name + " can't be read", e);
        }
    }
}
