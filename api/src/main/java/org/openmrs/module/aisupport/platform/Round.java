/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.util.function.BooleanSupplier;

/** Work that is done every so often, outside of any request, on every node. */
public interface Round {

    /** @param stopped turns true when the module stops: then end with what is under way */
    void run(BooleanSupplier stopped);
}
