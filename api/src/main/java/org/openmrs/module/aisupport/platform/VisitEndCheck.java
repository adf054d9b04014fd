/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.util.Optional;

/** Asked before somebody ends a visit. */
public interface VisitEndCheck {

    /** Why the visit can't be ended yet, as a sentence for who wants to end it; empty if it can. Never throws. */
    Optional<String> refusal(String visitUuid);
}
