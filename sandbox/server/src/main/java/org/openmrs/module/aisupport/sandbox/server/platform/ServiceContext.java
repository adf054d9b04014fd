/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.api.APIException;
import org.openmrs.api.OpenmrsService;

/** The services by their interface, as beans put them in. It knows how far a refresh of the context has come, and lets others wait for it. */
public final class ServiceContext {

    private static final ServiceContext INSTANCE = new ServiceContext();

    private enum Phase {
        OPEN,
        CLOSING,
        REFRESHING
    }

    private final Map<Class<?>, Object> services = new LinkedHashMap<>();
    private ClassLoader loader = ServiceContext.class.getClassLoader();
    private Phase phase = Phase.REFRESHING;
    private Thread refresher;

    private ServiceContext() {}

    /** The name by which {@code parent="serviceContext"} finds it, in modules' context files too. */
    public static ServiceContext getInstance() {
        return INSTANCE;
    }

    /** An interface's name and the bean that implements it. */
    public synchronized void setModuleService(List<Object> nameAndService) {
        if (nameAndService.size() != 2 || nameAndService.get(0) == null || nameAndService.get(1) == null) {
            throw new APIException("A service needs an interface and a bean, not " + nameAndService);
        }
        String name = (String) nameAndService.get(0);
        try {
            services.put(Class.forName(name, false, loader), nameAndService.get(1));
        } catch (ClassNotFoundException e) {
            throw new APIException("Unable to find service as class not found: " + name);
        }
    }

    /** The old context is about to close: new requests wait, daemon threads still find its database sessions. */
    public synchronized void beginClosing() {
        phase = Phase.CLOSING;
        services.clear();
    }

    public synchronized void beginRefreshing(ClassLoader moduleLoader) {
        phase = Phase.REFRESHING;
        refresher = Thread.currentThread();
        loader = moduleLoader;
        services.clear();
    }

    public synchronized void open() {
        phase = Phase.OPEN;
        refresher = null;
        notifyAll();
    }

    /** For requests: nothing begins on a context that is about to go. */
    public synchronized void awaitOpen() {
        while (phase != Phase.OPEN) {
            pause();
        }
    }

    /** For daemon threads and for those who want a service. */
    synchronized void awaitRefreshed() {
        while (phase == Phase.REFRESHING && Thread.currentThread() != refresher) {
            pause();
        }
    }

    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new APIException("Interrupted while the platform was refreshing");
        }
    }

    public synchronized <T> T get(Class<? extends T> type) {
        awaitRefreshed();
        Object service = services.get(type);
        if (service == null) {
            throw new APIException("Service not found: " + type);
        }
        return type.cast(service);
    }

    public synchronized List<OpenmrsService> openmrsServices() {
        return services.values().stream()
                .filter(OpenmrsService.class::isInstance)
                .map(OpenmrsService.class::cast)
                .toList();
    }
}
