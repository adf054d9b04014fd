/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.egress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.platform.Settings;

/** What keeps engines outside from being called, for the status page and the administrator's list of them. */
public class OutsideHealth {

    private final OutsideEngineStore store;
    private final OutsideLines lines;
    private final PayloadCipher cipher;
    private final Settings settings;

    public OutsideHealth(OutsideEngineStore store, OutsideLines lines, PayloadCipher cipher, Settings settings) {
        this.store = store;
        this.lines = lines;
        this.cipher = cipher;
        this.settings = settings;
    }

    /** Whether an administrator has stopped them all (E5). */
    public boolean areStopped() {
        return SentPayloads.areEnginesStopped(settings);
    }

    /** What has to be mended before any of them can be called. Needs a transaction. */
    public List<String> obstacles() {
        List<String> obstacles = new ArrayList<>();
        lines.problem().ifPresent(obstacles::add);
        cipher.missing().ifPresent(obstacles::add);
        return obstacles;
    }

    /** The same and what keeps each one that is on from being called; empty where none is set up. Needs a transaction. */
    public Optional<String> problem() {
        List<OutsideEngineRow> on =
                store.all().stream().filter(OutsideEngineRow::isEnabled).toList();
        if (on.isEmpty()) {
            return lines.problem();
        }
        List<String> problems = obstacles();
        on.forEach(row ->
                lines.obstacle(row.getSetup()).ifPresent(obstacle -> problems.add(row.getEngine() + ": " + obstacle)));
        return problems.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", problems));
    }

    /** How many there are, in words. Needs a transaction. */
    public String state() {
        List<OutsideEngineRow> all = store.all();
        long on = all.stream().filter(OutsideEngineRow::isEnabled).count();
        if (all.isEmpty()) {
            return "None is set up, so nothing leaves this server.";
        }
        return areStopped()
                ? "All are stopped by a setting, so nothing leaves this server."
                : on + " of " + all.size() + " switched on.";
    }
}
