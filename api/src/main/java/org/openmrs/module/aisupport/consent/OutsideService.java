/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

/**
 * A service outside of this practice, as a patient is told of it before saying yes (C4). If any of this changes, it is another one.
 *
 * @param recipient the host that data goes to
 * @param commercial whether a company runs it
 * @param country where the data goes, in the practice's words
 * @param retention how long it is kept there, in the practice's words
 */
public record OutsideService(
        String id,
        String name,
        String developer,
        String recipient,
        boolean commercial,
        String country,
        String retention) {}
