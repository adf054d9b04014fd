/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.web;

import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.web.context.support.XmlWebApplicationContext;

/** The one Spring context: the platform's beans and the module's, as in OpenMRS. It can be closed and refreshed as often as needed. */
final class RootContext extends XmlWebApplicationContext {

    private final Map<String, Object> singletons;

    /** @param singletons what exists before any bean, by the names that beans know it by */
    RootContext(ClassLoader moduleLoader, Map<String, Object> singletons) {
        this.singletons = Map.copyOf(singletons);
        setClassLoader(moduleLoader);
        setConfigLocations(
                "classpath:platformContext.xml",
                "classpath*:/moduleApplicationContext.xml",
                "classpath*:/webModuleApplicationContext.xml");
    }

    @Override
    protected void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        super.postProcessBeanFactory(beanFactory);
        singletons.forEach(beanFactory::registerSingleton);
    }
}
