/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import org.openmrs.module.aisupport.persistence.KeyRing;

/** What is known of the chain apart from the database: its keys, which are lost, and what was found and is explained. */
record SealTerms(KeyRing ring, LostKeys lost, Explained explained) {}
