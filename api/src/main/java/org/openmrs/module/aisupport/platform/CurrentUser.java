/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.util.Locale;
import java.util.Optional;

/** The user whose request the calling thread serves. */
public interface CurrentUser {

    /** Empty for a request without login and in the module's own background threads. */
    Optional<Actor> actor();

    /** The provider record linked to the user: deciding needs one, so that no superuser decides by accident (X1). */
    Optional<String> providerUuid();

    /** Whether the platform lets the user do what a privilege of that name allows. */
    boolean may(String privilege);

    Locale locale();
}
