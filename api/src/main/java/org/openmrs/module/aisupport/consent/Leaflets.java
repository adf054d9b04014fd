/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The leaflets that come with the module, oldest version first. A published text never changes: one that was edited does not
 * load.
 */
public final class Leaflets {

    static final String FALLBACK = "en";

    private static final String FOLDER = "/org/openmrs/module/aisupport/leaflets/";

    /** What each is told of. Whoever is told of companies is asked for each of them by name. */
    private static final Map<Purpose, Predicate<OutsideService>> TELLS_OF =
            Map.of(Purpose.EXTERNAL_PROCESSING, service -> true, Purpose.COMMERCIAL, OutsideService::commercial);

    private final List<LeafletVersion> versions;
    private final OutsideServices services;
    private final ServiceWords words = new ServiceWords();

    Leaflets(List<LeafletVersion> oldestFirst) {
        this(oldestFirst, OutsideServices.NONE);
    }

    private Leaflets(List<LeafletVersion> oldestFirst, OutsideServices services) {
        LeafletHistory.check(oldestFirst);
        this.versions = List.copyOf(oldestFirst);
        this.services = services;
    }

    /** Those that come with the module, and tell of the services outside that this practice uses. */
    public static Leaflets load(OutsideServices services) {
        return new Leaflets(new LeafletReader(FOLDER).versions(), services);
    }

    public static Leaflets load() {
        return load(FOLDER);
    }

    /** From another folder of the class path; it ends with a slash. */
    static Leaflets load(String folder) {
        return new Leaflets(new LeafletReader(folder).versions());
    }

    /** The current leaflet of each purpose; in English where there is none in that language. Needs a transaction. */
    public List<Leaflet> current(Locale locale) {
        return Arrays.stream(Purpose.values())
                .map(purpose -> telling(current()
                        .find(purpose, locale.getLanguage())
                        .or(() -> current().find(purpose, FALLBACK))
                        .orElseThrow()))
                .toList();
    }

    private Leaflet telling(Leaflet leaflet) {
        List<OutsideService> toTell = toTell(leaflet.purpose());
        return toTell.isEmpty() ? leaflet : words.tell(leaflet, toTell).orElse(leaflet);
    }

    private List<OutsideService> toTell(Purpose purpose) {
        Predicate<OutsideService> tellsOf = TELLS_OF.get(purpose);
        return tellsOf == null
                ? List.of()
                : services.current().stream().filter(tellsOf).toList();
    }

    /** As it was told, with the services of then. Needs a transaction. */
    public Optional<Leaflet> find(Purpose purpose, String version, String language) {
        Optional<Leaflet> published = versions.stream()
                .filter(each -> each.version().equals(published(version)))
                .findFirst()
                .flatMap(each -> each.find(purpose, language));
        return revision(version)
                .map(revision -> published.flatMap(
                        leaflet -> services.told(revision).flatMap(told -> words.tell(leaflet, told))))
                .orElse(published);
    }

    private static String published(String version) {
        int and = version.indexOf(ServiceWords.AND);
        return and < 0 ? version : version.substring(0, and);
    }

    private static Optional<String> revision(String version) {
        int and = version.indexOf(ServiceWords.AND);
        return and < 0 ? Optional.empty() : Optional.of(version.substring(and + ServiceWords.AND.length()));
    }

    /**
     * The current leaflet, to somebody who says yes to it now; what it tells of services is kept. Empty where there is none in that
     * language. Needs a transaction.
     */
    Optional<Leaflet> keepAsTold(Purpose purpose, String language) {
        List<OutsideService> toTell = toTell(purpose);
        if (!toTell.isEmpty()) {
            services.keep(toTell);
        }
        return current().find(purpose, language).map(this::telling);
    }

    /** Whether a yes that was given after that version is one to all of these services, each exactly as it is now. */
    boolean tellsOf(String version, Collection<OutsideService> asked) {
        return revision(version)
                .flatMap(services::told)
                .map(told -> told.containsAll(asked))
                .orElse(asked.isEmpty());
    }

    /** The published versions after which a grant still holds: the last one that changed this purpose materially, and what came later. */
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

    /** As published, without what this practice adds. */
    public String currentVersion() {
        return current().version();
    }

    /** With what it tells of services outside. Needs a transaction. */
    public String currentVersion(Purpose purpose) {
        return telling(current().find(purpose, FALLBACK).orElseThrow()).version();
    }

    /**
     * Whether a yes that was given after that version is a yes to what the leaflet says today: no later version changed this
     * purpose materially. Of which services it told is another question. Another purpose's change does not matter, and a version that nobody knows holds nothing (C4).
     */
    public boolean stillHolds(Purpose purpose, String version) {
        return version != null && holding(purpose).contains(published(version));
    }

    List<LeafletVersion> versions() {
        return versions;
    }

    private LeafletVersion current() {
        return versions.get(versions.size() - 1);
    }
}
