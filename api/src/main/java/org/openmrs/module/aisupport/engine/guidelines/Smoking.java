/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.RecordedProblem;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** Whether somebody smokes now: by the newest answer, else by an active problem. That nothing is recorded is no answer. */
record Smoking(boolean now, List<Evidence> evidence) {

    static final String ANSWER = "smoking-status";
    static final String PROBLEM = "smoking";

    static Optional<Smoking> of(Snapshot snapshot) {
        return snapshot.latestAnswer(ANSWER)
                .map(answer -> new Smoking(answer.yes(), List.of(Evidence.of(Stance.FOR, answer))))
                .or(() -> asProblem(snapshot));
    }

    private static Optional<Smoking> asProblem(Snapshot snapshot) {
        List<Evidence> active = snapshot.problems(PROBLEM).stream()
                .filter(RecordedProblem::active)
                .map(problem -> Evidence.of(Stance.FOR, problem))
                .toList();
        return active.isEmpty() ? Optional.empty() : Optional.of(new Smoking(true, active));
    }
}
