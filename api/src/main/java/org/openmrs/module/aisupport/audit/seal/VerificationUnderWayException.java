/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

/** The audit is being verified, and not against the head that was given. */
public class VerificationUnderWayException extends RuntimeException {

    VerificationUnderWayException() {
        super("The audit is being verified already, and not against this head.");
    }
}
