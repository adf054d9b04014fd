/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport;

import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.BaseModuleActivator;
import org.openmrs.module.DaemonToken;
import org.openmrs.module.DaemonTokenAware;
import org.openmrs.module.aisupport.platform.openmrs.DaemonThreads;
import org.openmrs.module.aisupport.status.StatusService;
import org.openmrs.util.OpenmrsClassLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Called by the platform as the module starts and stops. Starting never fails for want of something that can be added later. */
public class AisupportActivator extends BaseModuleActivator implements DaemonTokenAware {

    private static final Logger LOG = LoggerFactory.getLogger(AisupportActivator.class);

    @Override
    public void setDaemonToken(DaemonToken token) {
        DaemonThreads.useToken(token);
    }

    /**
     * To run liquibase.xml, the platform gives its thread this module's class loader, and then forgets it there. The thread goes back to a
     * pool, and would keep the whole module after it was stopped, for as long as the pool keeps the thread.
     */
    @Override
    public void willStart() {
        Thread.currentThread().setContextClassLoader(OpenmrsClassLoader.getInstance());
    }

    @Override
    public void started() {
        try {
            List<String> refusals = Context.getService(StatusService.class).setUp(Roles.privilegesByRole());
            LOG.info("event=started not_set_up={} {}", refusals.size(), refusals);
        } catch (RuntimeException e) {
            LOG.error("event=set_up_failed See the status page", e);
        }
    }

    @Override
    public void stopped() {
        LOG.info("event=stopped");
    }
}
