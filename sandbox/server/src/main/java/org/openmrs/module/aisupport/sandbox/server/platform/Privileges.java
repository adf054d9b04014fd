/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.platform;

import java.util.Arrays;
import org.openmrs.api.APIAuthenticationException;

/**
 * Checks what OpenMRS's own services require. The interfaces here are bare signatures, so their implementations ask for themselves.
 */
public final class Privileges {

    private Privileges() {}

    public static void require(String... oneOf) {
        if (Arrays.stream(oneOf).noneMatch(CurrentThread::has)) {
            throw new APIAuthenticationException("Privileges required: " + String.join(", ", oneOf));
        }
    }
}
