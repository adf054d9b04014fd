/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.module;

import java.util.List;

/** What a module says of itself in its {@code config.xml}. */
public record ModuleConfig(
        String id,
        String name,
        String version,
        String packageName,
        String author,
        String description,
        String activator,
        String requiredVersion,
        List<RequiredModule> requiredModules,
        List<String> awareOfModules,
        List<Privilege> privileges,
        List<Setting> settings,
        List<ExtensionPoint> extensions,
        List<WebFilter> filters,
        List<Messages> messages) {

    /** A module that must be there; an empty version means any. */
    public record RequiredModule(String packageName, String version) {}

    public record Privilege(String name, String description) {}

    /** OpenMRS calls it a global property. */
    public record Setting(String property, String defaultValue, String description) {}

    public record ExtensionPoint(String point, String className) {}

    /** For requests whose address matches one of the patterns, which begin below the context path. */
    public record WebFilter(String name, String className, List<String> patterns) {}

    public record Messages(String language, String file) {}
}
