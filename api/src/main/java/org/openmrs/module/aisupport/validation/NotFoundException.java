/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.validation;

/** Nothing of that kind is known under that name, or it belongs to somebody else: the answer does not tell which. */
public class NotFoundException extends RuntimeException {

    public NotFoundException(String what, String name) {
        super("There is no " + what + " " + name + ".");
    }
}
