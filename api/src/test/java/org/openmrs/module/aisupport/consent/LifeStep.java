/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.platform.ConsentMirror;

/** Something that may happen in the life of a patient's consent. Each prints itself, so that a failure reads as a story. */
sealed interface LifeStep {

    List<Purpose> PURPOSES = List.of(Purpose.OWN_CARE, Purpose.EXTERNAL_PROCESSING, Purpose.QUALITY);

    record Grant(
            Purpose purpose, Giver.Role by, boolean sensitive, Optional<Duration> effective, Optional<Duration> expires)
            implements LifeStep {}

    record No(Purpose purpose, ConsentDecision decision) implements LifeStep {}

    record CorrectWhatStands(Purpose purpose) implements LifeStep {}

    record GuardianshipEnds(Purpose purpose) implements LifeStep {}

    record AttributeChangedOutside(ConsentMirror.Value value) implements LifeStep {}

    record AttributeAddedOutside(String stored) implements LifeStep {}

    record Sweep() implements LifeStep {}

    record TimePasses(Duration by) implements LifeStep {}

    record Death() implements LifeStep {}

    /** Of a record whose patient had said this about every purpose, or nothing. */
    record Merge(Optional<ConsentDecision> said) implements LifeStep {}

    record BirthDateCorrected(LocalDate to) implements LifeStep {}
}
