/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

/** How one kind of resource comes to be. */
interface Creation {

    String resource();

    /** Asks for the privileges, checks everything, writes, and answers the UUID. */
    String create(Submission submission);
}
