/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Patients;

/** What is to be written into the ledger, given what stands there and what is so. */
public class Findings {

    private final ConsentRules rules;
    private final Patients patients;
    private final Clock clock;

    public Findings(ConsentRules rules, Patients patients, Clock clock) {
        this.rules = rules;
        this.patients = patients;
        this.clock = clock;
    }

    /** Whether a yes has ended without anybody saying so. A death ends nothing: the gate denies, and the history stays. */
    Optional<Finding> ofTimeAndLife(PatientRef patient, Standing standing, GateReading reading) {
        boolean yes = standing.stored() == ConsentStatus.GRANTED || standing.stored() == ConsentStatus.PENDING;
        if (yes && patients.isMergedAway(patient)) {
            return Optional.of(Finding.mergedAway(standing));
        }
        return standing.stored() == ConsentStatus.GRANTED ? ofGrant(standing, reading) : Optional.empty();
    }

    private Optional<Finding> ofGrant(Standing standing, GateReading reading) {
        Instant now = clock.instant();
        if (standing.statusAt(now) == ConsentStatus.EXPIRED) {
            return Optional.of(Finding.expired());
        }
        // A birth date that makes a child of somebody who said yes may be a slip: the gate denies, but nothing ends.
        return rules.leaflet(standing)
                .or(() -> rules.age(standing, reading).filter(DenialReason.CAME_OF_AGE::equals))
                .or(() -> rules.merge(standing, reading, now))
                .map(Finding::lapsed);
    }

    /** What a change of the attribute by somebody else means: a no counts, a yes has yet to be evidenced, doubt is no yes. */
    Optional<Finding> ofAttribute(Standing standing, ConsentMirror.Value attribute) {
        boolean yes = standing.stored() == ConsentStatus.GRANTED || standing.stored() == ConsentStatus.PENDING;
        return switch (attribute) {
            case YES -> yes ? Optional.empty() : Optional.of(Finding.imported(DenialReason.PENDING_EVIDENCE));
            case NO -> yes ? Optional.of(Finding.withdrawnThroughAttribute()) : refused(standing);
            case UNDECIDED, ABSENT, UNREADABLE ->
                yes ? Optional.of(Finding.lapsed(DenialReason.ATTRIBUTE_CHANGED)) : Optional.empty();
        };
    }

    private static Optional<Finding> refused(Standing standing) {
        return switch (standing.stored()) {
            case NOT_RECORDED, EXPIRED, LAPSED -> Optional.of(Finding.imported(DenialReason.REFUSED));
            case GRANTED, PENDING, REFUSED, WITHDRAWN -> Optional.empty();
        };
    }
}
