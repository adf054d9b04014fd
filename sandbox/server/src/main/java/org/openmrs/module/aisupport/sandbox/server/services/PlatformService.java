/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.services;

import org.openmrs.api.OpenmrsService;
import org.openmrs.module.aisupport.sandbox.server.platform.Account;
import org.openmrs.module.aisupport.sandbox.server.platform.CurrentThread;

/** What the stand-ins of OpenMRS's own services share. */
abstract class PlatformService implements OpenmrsService {

    private static final int ADMINISTRATOR = 1;

    @Override
    public void onStartup() {
        // nothing to open
    }

    @Override
    public void onShutdown() {
        // nothing to close
    }

    /** Whose name stands on what is written now. */
    static int creator() {
        return CurrentThread.account().map(Account::userId).orElse(ADMINISTRATOR);
    }
}
