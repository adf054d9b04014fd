/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.time.temporal.ChronoUnit;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.RecordedAnswer;
import org.openmrs.module.aisupport.snapshot.RecordedProblem;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** Whether the record says that the patient is pregnant now: several rules don't hold then. */
final class Pregnancy {

    static final String PROBLEM = "pregnancy";
    static final String ANSWER = "pregnancy-status";
    private static final int LONGEST_IN_DAYS = 300;

    private Pregnancy() {}

    /** True if the newest answer of the last 300 days says yes, or a pregnancy is an active recent problem. */
    static boolean isRecorded(Snapshot snapshot) {
        boolean answered = snapshot.canRead(ANSWER)
                && snapshot.latestAnswer(ANSWER).map(RecordedAnswer::yes).orElse(false);
        return answered || snapshot.problems(PROBLEM).stream().anyMatch(problem -> isCurrent(problem, snapshot));
    }

    /** For the limits of a suggestion to a woman whose record can't say whether she is pregnant; else empty text. */
    static String limit(Snapshot snapshot) {
        boolean readable = snapshot.canRead(ANSWER) || snapshot.canRead(PROBLEM);
        return readable || snapshot.patient().sex() == Sex.MALE
                ? ""
                : " This dictionary has no concept for pregnancy, so it was not looked at.";
    }

    private static boolean isCurrent(RecordedProblem problem, Snapshot snapshot) {
        return problem.active()
                && problem.since()
                        .map(since -> since.isAfter(snapshot.takenAt().minus(LONGEST_IN_DAYS, ChronoUnit.DAYS)))
                        .orElse(true);
    }
}
