/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.probe;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openmrs.module.BaseModuleActivator;
import org.openmrs.module.DaemonToken;
import org.openmrs.module.DaemonTokenAware;

/** Remembers in which order it was called. */
public class ProbeActivator extends BaseModuleActivator implements DaemonTokenAware {

    static final List<String> CALLS = new CopyOnWriteArrayList<>();

    @Override
    public void setDaemonToken(DaemonToken token) {
        CALLS.add("setDaemonToken");
    }

    @Override
    public void willRefreshContext() {
        CALLS.add("willRefreshContext");
    }

    @Override
    public void contextRefreshed() {
        CALLS.add("contextRefreshed");
    }

    @Override
    public void willStart() {
        CALLS.add("willStart");
    }

    @Override
    public void started() {
        CALLS.add("started");
    }
}
