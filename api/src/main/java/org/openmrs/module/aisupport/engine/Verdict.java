/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import java.time.Instant;
import java.util.Optional;

/** What became of a proposal, as much of it as an engine outside may learn: no word that a GP wrote, and not who the GP was. */
public record Verdict(boolean accepted, Optional<Reason> reason, Instant at) {

    /** Why it was rejected, as a code. */
    public record Reason(String system, String code) {}
}
