/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.openmrs.module.aisupport.platform.PatientRef;

/**
 * The gate's yes, as a value. Only the gate can make one, and only with one can a snapshot be built, which an engine needs: so
 * code that forgot to ask does not compile. It goes stale soon, because a yes can be taken back at any moment (C5).
 */
public final class Permit {

    static final Duration GOOD_FOR = Duration.ofMinutes(2);

    private final PatientRef patient;
    private final Purpose purpose;
    private final boolean includesSensitive;
    private final Set<OutsideService> recipients;
    private final Instant issuedAt;

    Permit(
            PatientRef patient,
            Purpose purpose,
            boolean includesSensitive,
            Set<OutsideService> recipients,
            Instant issuedAt) {
        this.patient = patient;
        this.purpose = purpose;
        this.includesSensitive = includesSensitive;
        this.recipients = Set.copyOf(recipients);
        this.issuedAt = issuedAt;
    }

    public PatientRef patient() {
        return patient;
    }

    public Purpose purpose() {
        return purpose;
    }

    public boolean includesSensitive() {
        return includesSensitive;
    }

    /** The services outside that data may go to; the patient was told of each. */
    public Set<OutsideService> recipients() {
        return recipients;
    }

    /** True while a snapshot may still be built on it. */
    public boolean isFreshAt(Instant now) {
        return now.isBefore(issuedAt.plus(GOOD_FOR));
    }
}
