/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

/** Something newer was recorded than what the user saw. */
public class ConsentChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConsentChangedException() {
        super("Something newer has been recorded for this purpose. Nothing of yours was saved.");
    }
}
