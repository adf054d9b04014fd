/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must hold between one version and the next. A change that calls itself smaller than it is would keep a yes alive that
 * was given to something else (C4), so the module does not start with one.
 */
final class LeafletHistory {

    private final List<String> wrong = new ArrayList<>();

    private LeafletHistory() {}

    static void check(List<LeafletVersion> oldestFirst) {
        if (oldestFirst.isEmpty()) {
            throw new IllegalStateException("There is no leaflet. List at least one version in index.json.");
        }
        LeafletHistory history = new LeafletHistory();
        history.checkNames(oldestFirst);
        history.checkFirst(oldestFirst.get(0));
        for (int i = 1; i < oldestFirst.size(); i++) {
            history.checkStep(oldestFirst.get(i - 1), oldestFirst.get(i));
        }
        if (!history.wrong.isEmpty()) {
            throw new IllegalStateException("The leaflets can't be used. " + String.join(" ", history.wrong));
        }
    }

    private void checkNames(List<LeafletVersion> versions) {
        Set<String> seen = new TreeSet<>();
        for (LeafletVersion version : versions) {
            check(seen.add(version.version()), "There are two versions " + version.version() + ".");
            check(
                    version.languages().contains(Leaflets.FALLBACK),
                    "Version " + version.version()
                            + " has no leaflet in English, which is shown where a language has none.");
        }
    }

    private void checkFirst(LeafletVersion first) {
        for (Purpose purpose : Purpose.values()) {
            check(
                    first.isMaterialFor(purpose),
                    "Version " + first.version() + " is the first, so its " + purpose.id() + " is material.");
        }
    }

    private void checkStep(LeafletVersion before, LeafletVersion after) {
        check(
                !after.changes().isEmpty(),
                "Version " + after.version() + " changes no purpose. Add a language to the current version instead.");
        Set<String> dropped = new TreeSet<>(before.languages());
        dropped.removeAll(after.languages());
        check(dropped.isEmpty(), "Version " + after.version() + " lacks languages of the one before: " + dropped + ".");
        for (Leaflet now : after.leaflets()) {
            before.find(now.purpose(), now.language())
                    .ifPresent(then -> checkLeaflet(then, now, after.changes().get(now.purpose())));
        }
    }

    private void checkLeaflet(Leaflet then, Leaflet now, LeafletChange change) {
        if (change == null) {
            check(
                    then.saysTheSameAs(now),
                    now.name() + " reads otherwise than before, but index.json does not say so.");
        } else if (change == LeafletChange.EDITORIAL) {
            check(
                    then.sharesLike(now),
                    now.name() + " names another recipient, country or retention than before. That is material.");
        }
    }

    private void check(boolean right, String otherwise) {
        if (!right) {
            wrong.add(otherwise);
        }
    }
}
