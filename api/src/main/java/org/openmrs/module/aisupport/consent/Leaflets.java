/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The leaflets that come with the module, oldest version first. A published text never changes: one that was edited does not
 * load.
 */
public final class Leaflets {

    static final String FALLBACK = "en";

    private static final String FOLDER = "/org/openmrs/module/aisupport/leaflets/";

    private final List<LeafletVersion> versions;

    Leaflets(List<LeafletVersion> oldestFirst) {
        LeafletHistory.check(oldestFirst);
        versions = List.copyOf(oldestFirst);
    }

    public static Leaflets load() {
        return load(FOLDER);
    }

    /** From another folder of the class path; it ends with a slash. */
    static Leaflets load(String folder) {
        return new Leaflets(new LeafletReader(folder).versions());
    }

    /** The current leaflet of each purpose; in English where there is none in that language. */
    public List<Leaflet> current(Locale locale) {
        return Arrays.stream(Purpose.values())
                .map(purpose -> current()
                        .find(purpose, locale.getLanguage())
                        .or(() -> current().find(purpose, FALLBACK))
                        .orElseThrow())
                .toList();
    }

    public Optional<Leaflet> find(Purpose purpose, String version, String language) {
        return versions.stream()
                .filter(each -> each.version().equals(version))
                .findFirst()
                .flatMap(each -> each.find(purpose, language));
    }

    /** The versions after which a grant still holds: the last one that changed this purpose materially, and what came later. */
    List<String> holding(Purpose purpose) {
        List<String> holding = new ArrayList<>();
        for (LeafletVersion version : versions) {
            if (version.isMaterialFor(purpose)) {
                holding.clear();
            }
            holding.add(version.version());
        }
        return holding;
    }

    public String currentVersion() {
        return current().version();
    }

    /**
     * Whether a yes that was given after that version is a yes to what the leaflet says today: no later version changed this
     * purpose materially. Another purpose's change does not matter, and a version that nobody knows holds nothing (C4).
     */
    public boolean stillHolds(Purpose purpose, String version) {
        return holding(purpose).contains(version);
    }

    List<LeafletVersion> versions() {
        return versions;
    }

    private LeafletVersion current() {
        return versions.get(versions.size() - 1);
    }
}
