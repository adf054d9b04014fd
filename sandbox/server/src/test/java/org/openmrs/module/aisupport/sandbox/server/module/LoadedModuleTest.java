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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmrs.module.aisupport.sandbox.server.ProbeModule;

class LoadedModuleTest {

    @TempDir
    Path folder;

    @Test
    void a_module_is_unpacked_below_its_id_and_its_classes_come_from_there() throws IOException {
        try (LoadedModule module = LoadedModule.load(ProbeModule.build(folder), folder.resolve("cache"))) {
            assertThat(module.folder()).isEqualTo(folder.resolve("cache/probe"));
            assertThat(module.activator().getClass().getClassLoader()).isSameAs(module.loader());
            assertThat(module.extensions()).hasSize(1);
            assertThat(ModuleMessages.of(module).getMessage("probe.title", null, Locale.ENGLISH))
                    .isEqualTo("Probe");
        }
    }

    @Test
    void a_module_for_a_newer_platform_is_refused() throws IOException {
        assertRefused("<require_version>2.8.0", "<require_version>2.9.0", "requires OpenMRS 2.9.0");
    }

    @Test
    void a_module_that_needs_another_module_is_refused() throws IOException {
        assertRefused("org.openmrs.module.webservices.rest", "org.openmrs.module.fhir2", "org.openmrs.module.fhir2");
    }

    @Test
    void a_module_that_needs_a_newer_version_of_what_is_there_is_refused() throws IOException {
        assertRefused("version=\"2.40.0\"", "version=\"2.100.0\"", "webservices.rest 2.100.0");
    }

    @Test
    void a_class_that_is_not_there_is_named() throws IOException {
        assertRefused("ProbeActivator", "NoActivator", "org.openmrs.module.probe.NoActivator");
    }

    private void assertRefused(String said, String instead, String reason) throws IOException {
        String config = ProbeModule.source("config.xml").replace(said, instead);
        Path omod = ProbeModule.build(folder, Map.of("config.xml", config));

        assertThatThrownBy(() -> LoadedModule.load(omod, folder.resolve("cache")))
                .isInstanceOf(CannotLoadModuleException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void a_file_that_would_land_outside_the_modules_folder_is_refused() throws IOException {
        Path omod = zip("../outside.txt");

        assertThatThrownBy(() -> LoadedModule.load(omod, folder.resolve("cache")))
                .hasMessageContaining("outside its own folder");
        assertThat(folder.resolve("cache/outside.txt")).doesNotExist();
    }

    @Test
    void a_file_without_config_xml_is_no_module() throws IOException {
        Path omod = zip("readme.txt");

        assertThatThrownBy(() -> LoadedModule.load(omod, folder.resolve("cache")))
                .hasMessageContaining("no config.xml");
    }

    private Path zip(String entry) throws IOException {
        Path file = folder.resolve("broken.omod");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
            zip.closeEntry();
        }
        return file;
    }
}
