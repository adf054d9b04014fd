/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.web;

import org.hibernate.SessionFactory;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.aisupport.sandbox.server.module.ModuleLifecycle;
import org.openmrs.module.aisupport.sandbox.server.platform.CurrentThread;
import org.openmrs.module.aisupport.sandbox.server.platform.ServiceContext;

/** Opens the context, and closes and opens it again as OpenMRS does whenever any module starts or stops. */
public final class ContextRefresh {

    private final RootContext root;
    private final ModuleLifecycle module;
    private final ServiceContext services = ServiceContext.getInstance();
    private PlatformDispatcher dispatcher;

    ContextRefresh(RootContext root, ModuleLifecycle module) {
        this.root = root;
        this.module = module;
    }

    void useDispatcher(PlatformDispatcher servlet) {
        dispatcher = servlet;
    }

    /** At start: the only time when the module is told that it started. */
    void first() {
        CurrentThread.asDaemon(() -> {
            module.willRefreshContext();
            open();
            module.contextRefreshed();
            module.started();
        });
    }

    /** As when another module starts. */
    public synchronized void again() {
        CurrentThread.asDaemon(() -> {
            module.willRefreshContext();
            services.beginClosing();
            root.close();
            open();
            dispatcher.refresh();
            module.contextRefreshed();
        });
    }

    private void open() {
        services.beginRefreshing(root.getClassLoader());
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(root.getClassLoader());
        try {
            root.refresh();
            services.openmrsServices().forEach(OpenmrsService::onStartup);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
            services.open();
        }
    }

    void close() {
        CurrentThread.asDaemon(() -> {
            module.willStop();
            root.close();
            module.stopped();
        });
    }

    /** The factory that the context has now; another one after each refresh. */
    public SessionFactory sessionFactory() {
        return root.getBean(SessionFactory.class);
    }
}
