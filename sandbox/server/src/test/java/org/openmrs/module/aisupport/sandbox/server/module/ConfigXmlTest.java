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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.sandbox.server.ProbeModule;

class ConfigXmlTest {

    @TempDir
    Path folder;

    @Test
    void what_a_module_says_of_itself_is_read() throws IOException {
        ModuleConfig config = read(ProbeModule.source("config.xml"));

        assertThat(config.id()).isEqualTo("probe");
        assertThat(config.version()).isEqualTo("1.2.3");
        assertThat(config.requiredModules())
                .containsExactly(new ModuleConfig.RequiredModule("org.openmrs.module.webservices.rest", "2.40.0"));
        assertThat(config.privileges())
                .contains(new ModuleConfig.Privilege("Use Probe", "Call the probe"))
                .hasSize(2);
        assertThat(config.settings())
                .containsExactly(new ModuleConfig.Setting("probe.greeting", "hello", "What the probe says"));
        assertThat(config.messages()).contains(new ModuleConfig.Messages("da", "messages_da.properties"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"servlet", "advice", "mappingFiles", "conditionalResources"})
    void what_the_sandbox_can_not_do_is_refused_by_name(String tag) throws IOException {
        String xml = ProbeModule.source("config.xml").replace("</module>", "<" + tag + "/></module>");

        assertThatThrownBy(() -> read(xml))
                .isInstanceOf(CannotLoadModuleException.class)
                .hasMessageContaining("<" + tag + ">");
    }

    @Test
    void a_filter_is_read_with_every_pattern_of_its_own() throws IOException {
        ModuleConfig config = read(withFilter("", "<url-pattern>/a/*</url-pattern><url-pattern>/b</url-pattern>"));

        assertThat(config.filters())
                .containsExactly(new ModuleConfig.WebFilter("one", "org.example.One", List.of("/a/*", "/b")));
    }

    @Test
    void what_the_sandbox_can_not_do_for_a_filter_is_refused_by_name() {
        assertThatThrownBy(() -> read(withFilter("<init-param/>", "<url-pattern>/*</url-pattern>")))
                .isInstanceOf(CannotLoadModuleException.class)
                .hasMessageContaining("<init-param>");
        assertThatThrownBy(() -> read(withFilter("", "<servlet-name>openmrs</servlet-name>")))
                .isInstanceOf(CannotLoadModuleException.class)
                .hasMessageContaining("<servlet-name>");
    }

    private static String withFilter(String more, String mapping) throws IOException {
        String filter = "<filter><filter-name>one</filter-name><filter-class>org.example.One</filter-class>" + more
                + "</filter><filter-mapping><filter-name>one</filter-name>" + mapping + "</filter-mapping>";
        return ProbeModule.source("config.xml")
                .replaceAll("(?s)<filter>.*</filter-mapping>", "")
                .replace("</module>", filter + "</module>");
    }

    @Test
    void an_unknown_version_of_the_format_is_refused() throws IOException {
        String xml = ProbeModule.source("config.xml").replace("configVersion=\"1.5\"", "configVersion=\"3.0\"");

        assertThatThrownBy(() -> read(xml)).hasMessageContaining("configVersion '3.0'");
    }

    @Test
    void a_module_without_activator_is_refused() throws IOException {
        String xml = ProbeModule.source("config.xml").replaceAll("<activator>.*</activator>", "");

        assertThatThrownBy(() -> read(xml)).hasMessage("config.xml lacks <activator>");
    }

    private ModuleConfig read(String xml) throws IOException {
        return ConfigXml.read(Files.writeString(folder.resolve("config.xml"), xml));
    }
}
