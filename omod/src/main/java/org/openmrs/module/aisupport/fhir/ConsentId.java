/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.fhir;

import java.util.Optional;
import org.openmrs.module.aisupport.consent.Purpose;

/** A resource's id: the patient's uuid, a full stop, the purpose. There is one resource of each, whatever becomes of it. */
public record ConsentId(String patientUuid, Purpose purpose) {

    static String of(String patientUuid, Purpose purpose) {
        return patientUuid + "." + purpose.id();
    }

    /** Empty for what can't be the id of any. */
    public static Optional<ConsentId> parse(String id) {
        int stop = id.lastIndexOf('.');
        return stop < 1
                ? Optional.empty()
                : Purpose.ofId(id.substring(stop + 1)).map(purpose -> new ConsentId(id.substring(0, stop), purpose));
    }
}
