/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.util.Objects;

/** The gate's answer. There is no third kind: whatever can't be read as a yes is {@link Denied}. */
public sealed interface GateAnswer permits GateAnswer.Granted, GateAnswer.Denied {

    record Granted(Permit permit) implements GateAnswer {}

    record Denied(Purpose purpose, DenialReason reason) implements GateAnswer {
        public Denied {
            Objects.requireNonNull(reason, "a denial needs a reason: the GP is shown it, and the patient may ask");
        }
    }
}
