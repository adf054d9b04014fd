/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;
import org.openmrs.module.aisupport.sandbox.server.CannotStartException;
import org.openmrs.module.aisupport.sandbox.server.module.LoadedModule;
import org.openmrs.module.aisupport.sandbox.server.module.ModuleLifecycle;
import org.openmrs.module.aisupport.sandbox.server.platform.Accounts;

/** Tomcat, listening to this machine only. */
public final class WebServer implements AutoCloseable {

    private static final String CONTEXT = "/openmrs";

    private final Tomcat tomcat = new Tomcat();
    private final PlatformWebApplication application;
    private final Context context;

    public WebServer(
            Path folder,
            LoadedModule module,
            ModuleLifecycle lifecycle,
            Accounts accounts,
            Optional<O3Shell> o3,
            Map<String, Object> singletons) {
        application = new PlatformWebApplication(module, lifecycle, accounts, o3, singletons);
        tomcat.setBaseDir(folder.resolve("tomcat").toString());
        context = tomcat.addContext(CONTEXT, null);
        context.addServletContainerInitializer(application, Set.of());
        context.setParentClassLoader(module.loader());
        ((StandardHost) tomcat.getHost()).setErrorReportValveClass(TerseErrors.class.getName());
        Rfc6265CookieProcessor cookies = new Rfc6265CookieProcessor();
        cookies.setSameSiteCookies("lax");
        context.setCookieProcessor(cookies);
        context.setUseHttpOnly(true);
        context.setSessionTimeout(60);
    }

    /** Said at once, and not after everything else was started. */
    public static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw taken(port);
        }
    }

    private static CannotStartException taken(int port) {
        return new CannotStartException(
                "Port " + port + " is taken. Choose another: --port N, or --port 0 for any free one");
    }

    /** Starts the application, then listens. */
    public void start(int port) {
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new CannotStartException("The web server could not be started: " + e.getMessage(), e);
        }
        if (context.getState() != LifecycleState.STARTED) {
            throw new CannotStartException("The platform did not start", application.failure());
        }
        if (connector.getState() != LifecycleState.STARTED) {
            throw taken(port);
        }
    }

    public String address() {
        return "http://localhost:" + tomcat.getConnector().getLocalPort() + CONTEXT + "/";
    }

    /** Where people begin: O3 if it is served, the simple page always. */
    public List<String> pages() {
        return application.pages().stream()
                .map(page -> address() + page.substring(1))
                .toList();
    }

    public ContextRefresh refresh() {
        return application.refresh();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            application.refresh().close();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("The web server did not stop", e);
        }
    }

    /** Error pages that say the status and nothing about the server. */
    public static final class TerseErrors extends ErrorReportValve {
        public TerseErrors() {
            setShowReport(false);
            setShowServerInfo(false);
        }
    }
}
