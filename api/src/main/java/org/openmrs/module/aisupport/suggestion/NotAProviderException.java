/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

/** Deciding is for those who treat patients; not even an administrator does it by accident (X1). */
public class NotAProviderException extends RuntimeException {
    NotAProviderException() {
        super("Only a provider decides on suggestions, and your account is not linked to one."
                + " Ask your administrator to link it.");
    }
}
