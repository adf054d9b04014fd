/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.validation;

/**
 * The module can't do this as it is set up. Nothing that its user does would help; the message says so without quoting a setting,
 * and the status page tells an administrator what to mend.
 */
public class MisconfiguredException extends RuntimeException {

    public MisconfiguredException(String message) {
        super(message);
    }
}
