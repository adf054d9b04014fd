/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.PatientFacts;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** Collects what a rule lacks, so that the GP hears all of it at once. */
final class Needs {

    private final Snapshot snapshot;
    private final Set<String> missing = new LinkedHashSet<>();

    Needs(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** It could be looked for: otherwise not even its absence is known. */
    Needs readable(Iterable<String> inputs) {
        for (String input : inputs) {
            if (!snapshot.canRead(input)) {
                String why = snapshot.isLeftOut(input)
                        ? "held to be a sensitive topic here, and not read"
                        : "this dictionary has no concept for it";
                missing.add(snapshot.labelOf(input) + " (" + why + ")");
            }
        }
        return this;
    }

    /** Nothing of it was left unused: a rule that says "none was found" must not overlook one, say in an unknown unit. */
    Needs whole(String measurement) {
        boolean unused =
                snapshot.qualityNotes().stream().anyMatch(note -> note.input().equals(Optional.of(measurement)));
        return fact(!unused, snapshot.labelOf(measurement) + " (some of what is recorded could not be used)");
    }

    Needs age() {
        return fact(snapshot.patient().ageOn(snapshot.today()).isPresent(), "birth date");
    }

    Needs sex() {
        PatientFacts patient = snapshot.patient();
        return fact(patient.sex() != Sex.UNKNOWN, "sex (female or male)");
    }

    Needs fact(boolean known, String name) {
        if (!known) {
            missing.add(name);
        }
        return this;
    }

    Optional<RuleAnswer> unmet() {
        return missing.isEmpty() ? Optional.empty() : Optional.of(new RuleAnswer.Missing(List.copyOf(missing)));
    }

    static RuleAnswer missing(String what) {
        return new RuleAnswer.Missing(List.of(what));
    }
}
