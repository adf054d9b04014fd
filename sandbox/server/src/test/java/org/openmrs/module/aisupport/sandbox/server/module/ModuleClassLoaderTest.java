/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmrs.module.DaemonToken;
import org.openmrs.module.Extension;

class ModuleClassLoaderTest {

    private static final String SHARED = "org/openmrs/module/DaemonToken.class";

    @TempDir
    Path module;

    private ModuleClassLoader loader;

    @BeforeEach
    void a_module_that_brings_a_class_of_the_platform() throws IOException {
        Path copy = module.resolve(SHARED);
        Files.createDirectories(copy.getParent());
        try (InputStream original = getClass().getClassLoader().getResourceAsStream(SHARED)) {
            Files.copy(original, copy);
        }
        loader = new ModuleClassLoader(
                List.of(module.toUri().toURL()), getClass().getClassLoader());
    }

    @Test
    void a_class_that_both_have_is_the_modules() throws ClassNotFoundException {
        Class<?> found = loader.loadClass(DaemonToken.class.getName());

        assertThat(found).isNotSameAs(DaemonToken.class);
        assertThat(found.getClassLoader()).isSameAs(loader);
    }

    @Test
    void a_class_that_only_the_platform_has_is_the_platforms() throws ClassNotFoundException {
        assertThat(loader.loadClass("org.openmrs.module.Extension")).isSameAs(Extension.class);
        assertThat(loader.loadClass("java.lang.String")).isSameAs(String.class);
    }

    @Test
    void a_class_that_neither_has_is_not_found() {
        assertThatThrownBy(() -> loader.loadClass("org.openmrs.Nothing")).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void resources_are_the_modules_first_and_then_the_platforms() throws IOException {
        assertThat(loader.getResource(SHARED).toString())
                .startsWith(module.toUri().toURL().toString());
        assertThat(Collections.list(loader.getResources(SHARED)))
                .hasSize(2)
                .first()
                .asString()
                .startsWith(module.toUri().toURL().toString());
    }
}
