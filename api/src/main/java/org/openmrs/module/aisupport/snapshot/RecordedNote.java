/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import java.time.Instant;

/** A text that somebody wrote of the patient, such as the note of an encounter; at most {@value #LENGTH} characters of it. */
public record RecordedNote(String input, String name, String text, Instant at, RecordLink record) {

    /** Longer than a consultation's note is, and short enough for whoever reads it in a moment. */
    static final int LENGTH = 20_000;
}
