/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.egress;

/** The two protocols that engines outside speak. */
public final class OutsideProtocols {

    private final OutsideProtocol cdsHooks;
    private final OutsideProtocol chat;

    public OutsideProtocols(OutsideLines lines) {
        this.cdsHooks = new CdsHooksProtocol(lines);
        this.chat = new ChatProtocol(lines);
    }

    OutsideProtocol of(OutsideEngineSetup setup) {
        return switch (setup.endpoint().protocol()) {
            case CDS_HOOKS -> cdsHooks;
            case CHAT -> chat;
        };
    }
}
