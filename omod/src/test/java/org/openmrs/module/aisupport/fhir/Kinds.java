/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.fhir;

import java.util.Arrays;
import java.util.stream.Stream;
import org.openmrs.module.aisupport.consent.ConsentStatus;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.consent.Giver;
import org.openmrs.module.aisupport.consent.Purpose;

/** Every purpose in every status, permitted and not; every reason; every giver. */
final class Kinds {

    private Kinds() {}

    static Stream<RecordedConsent> all() {
        Stream<Recorded> states = Arrays.stream(Purpose.values())
                .flatMap(purpose -> Arrays.stream(ConsentStatus.values())
                        .filter(status -> status != ConsentStatus.NOT_RECORDED)
                        .map(status -> Recorded.grant().of(purpose).status(status)));
        Stream<Recorded> reasons = Arrays.stream(DenialReason.values())
                .map(reason -> Recorded.grant().denied(reason));
        Stream<Recorded> givers = Stream.of(
                Recorded.grant().sensitiveTopicsToo(),
                Recorded.grant().givenBy(Giver.Role.PATIENT, "Eva \"E\" <Made-up> & Co", null),
                Recorded.grant().givenBy(Giver.Role.GUARDIAN, "Ada Made-up", "mother"),
                Recorded.grant().givenBy(Giver.Role.PROXY, "Bo Mådeüp", "husband"));
        return Stream.of(states, reasons, givers)
                .flatMap(kind -> kind)
                .flatMap(kind -> Stream.of(kind.withEvidence(), kind.withoutEvidence()));
    }
}
