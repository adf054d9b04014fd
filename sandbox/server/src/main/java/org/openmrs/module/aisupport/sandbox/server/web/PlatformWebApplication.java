/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.ServletContainerInitializer;
import javax.servlet.ServletContext;
import javax.servlet.http.HttpServlet;
import org.openmrs.module.aisupport.sandbox.server.module.LoadedModule;
import org.openmrs.module.aisupport.sandbox.server.module.ModuleConfig;
import org.openmrs.module.aisupport.sandbox.server.module.ModuleLifecycle;
import org.openmrs.module.aisupport.sandbox.server.platform.Accounts;
import org.springframework.orm.hibernate5.support.OpenSessionInViewFilter;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Filters and servlets in OpenMRS's order, around the one Spring context. */
final class PlatformWebApplication implements ServletContainerInitializer {

    private final LoadedModule module;
    private final Accounts accounts;
    private final Optional<O3Shell> o3;
    private final RootContext root;
    private final ContextRefresh refresh;
    private Throwable failure;

    PlatformWebApplication(
            LoadedModule module,
            ModuleLifecycle lifecycle,
            Accounts accounts,
            Optional<O3Shell> o3,
            Map<String, Object> singletons) {
        this.module = module;
        this.accounts = accounts;
        this.o3 = o3;
        this.root = new RootContext(module.loader(), singletons);
        this.refresh = new ContextRefresh(root, lifecycle);
    }

    /** Why it did not start; null if it did. Tomcat itself only says that it did not. */
    Throwable failure() {
        return failure;
    }

    ContextRefresh refresh() {
        return refresh;
    }

    List<String> pages() {
        return o3.isPresent() ? List.of(O3Servlet.HOME, SimplePageServlet.HOME) : List.of(SimplePageServlet.HOME);
    }

    @Override
    public void onStartup(Set<Class<?>> none, ServletContext servlets) {
        root.setServletContext(servlets);
        servlets.setAttribute(WebApplicationContext.ROOT_WEB_APPLICATION_CONTEXT_ATTRIBUTE, root);
        try {
            refresh.first();
        } catch (RuntimeException | LinkageError e) {
            failure = e;
            throw e;
        }
        addFilters(servlets);
        addServlets(servlets);
    }

    private void addFilters(ServletContext servlets) {
        add(servlets, "refreshGate", new RefreshGateFilter(), "/*");
        add(servlets, "openSession", new OpenSessionInViewFilter(), "/ws/*");
        add(servlets, "userContext", new UserContextFilter(accounts), "/*");
        addModuleFilters(servlets);
        add(servlets, "xmlRefusal", new XmlRefusalFilter(), "/ws/rest/*");
        add(
                servlets,
                "basicAuthentication",
                new BasicAuthenticationFilter(accounts),
                "/ws/rest/*",
                "/ws/fhir2/*",
                "/sandbox/*");
        add(servlets, "shallowEtagHeaderFilter", new ShallowEtagHeaderFilter(), "/ws/rest/*");
    }

    /** Before those of webservices.rest, as there: of two modules' filters, those of the one that started later come first. */
    private void addModuleFilters(ServletContext servlets) {
        for (ModuleConfig.WebFilter filter : module.config().filters()) {
            add(
                    servlets,
                    filter.name(),
                    module.create(filter),
                    filter.patterns().toArray(String[]::new));
        }
    }

    private static void add(ServletContext servlets, String name, Filter filter, String... patterns) {
        servlets.addFilter(name, filter).addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, patterns);
    }

    private void addServlets(ServletContext servlets) {
        PlatformDispatcher dispatcher = new PlatformDispatcher();
        refresh.useDispatcher(dispatcher);
        add(servlets, "openmrs", dispatcher, "/ws/*");
        add(servlets, "module_resources", new ModuleResourcesServlet(module), "/moduleResources/*");
        o3.ifPresent(shell -> add(servlets, "o3", new O3Servlet(shell), "/spa/*"));
        add(servlets, "simple", new SimplePageServlet(), "/simple/*");
        add(servlets, "refresh", new RefreshServlet(refresh), "/sandbox/refresh");
        add(servlets, "root", new RootRedirectServlet(pages().get(0)), "/");
    }

    private static void add(ServletContext servlets, String name, HttpServlet servlet, String pattern) {
        var registration = servlets.addServlet(name, servlet);
        registration.addMapping(pattern);
        registration.setLoadOnStartup(1);
    }
}
