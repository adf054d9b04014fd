/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

/** The chain is not what this node may go on with; no mistake of the program. Its message is for an administrator. */
final class UnsealableException extends RuntimeException {

    private final boolean nodeIsBehind;

    private UnsealableException(String message, boolean nodeIsBehind) {
        super(message);
        this.nodeIsBehind = nodeIsBehind;
    }

    /** Something is wrong with the chain. */
    static UnsealableException chain(String message) {
        return new UnsealableException(message, false);
    }

    /** The keys or the program of this node are not those that made the chain: it can't judge it. */
    static UnsealableException node(String message) {
        return new UnsealableException(message, true);
    }

    boolean nodeIsBehind() {
        return nodeIsBehind;
    }
}
