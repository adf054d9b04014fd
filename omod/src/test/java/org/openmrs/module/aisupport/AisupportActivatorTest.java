/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.util.OpenmrsClassLoader;

@Tag("O1")
class AisupportActivatorTest {

    @Test
    void the_thread_that_started_the_module_does_not_keep_its_class_loader() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader modules = new URLClassLoader(new URL[0])) {
            thread.setContextClassLoader(modules); // what the platform leaves there

            new AisupportActivator().willStart();

            assertThat(thread.getContextClassLoader()).isSameAs(OpenmrsClassLoader.getInstance());
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
