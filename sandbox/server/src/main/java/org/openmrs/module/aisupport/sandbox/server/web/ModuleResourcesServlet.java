/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.web;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.openmrs.module.aisupport.sandbox.server.module.LoadedModule;

/** {@code /moduleResources/ID/**} is what the module's file holds in {@code web/module/resources}, for anyone, as in OpenMRS. */
final class ModuleResourcesServlet extends StaticFiles {

    private static final long serialVersionUID = 1L;

    private final transient LoadedModule module;

    ModuleResourcesServlet(LoadedModule module) {
        this.module = module;
    }

    @Override
    Optional<URL> find(String path) {
        String prefix = "/" + module.config().id() + "/";
        if (!path.startsWith(prefix)) {
            return Optional.empty();
        }
        Path resources = module.folder().resolve("web/module/resources");
        Path file = resources.resolve(path.substring(prefix.length())).normalize();
        return file.startsWith(resources) && Files.isRegularFile(file) ? Optional.of(url(file)) : Optional.empty();
    }

    /** OpenMRS says nothing of it; a filter of the module may. */
    @Override
    Optional<String> caching(String file) {
        return Optional.empty();
    }
}
