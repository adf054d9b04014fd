/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

/** Told of decisions in the same transaction and under the ledger's lock: what it writes stands if the decision does. */
public interface DecisionListener {

    void decided(Suggestion suggestion, Decision decision);

    void undone(Suggestion suggestion, Decision decision);
}
