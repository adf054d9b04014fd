/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.List;
import java.util.Map;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.module.aisupport.sandbox.server.module.LoadedModule;
import org.openmrs.module.aisupport.sandbox.server.module.ModuleConfig;
import org.openmrs.module.aisupport.sandbox.server.module.PlatformVersion;
import org.openmrs.module.aisupport.sandbox.server.platform.CurrentThread;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Which modules run: the one that was loaded, and those that the sandbox stands in for. */
@Controller
@RequestMapping("/rest/v1/module")
public class ModuleController extends SandboxController {

    private final LoadedModule module;

    ModuleController(LoadedModule sandboxModule) {
        this.module = sandboxModule;
    }

    @GetMapping
    @ResponseBody
    public Map<String, Object> list() {
        requireLogin();
        return Map.of("results", modules());
    }

    @GetMapping("/{id}")
    @ResponseBody
    public Map<String, Object> get(@PathVariable String id) {
        requireLogin();
        return modules().stream()
                .filter(each -> id.equals(each.get("uuid")))
                .findFirst()
                .orElseThrow(RestException.ObjectNotFound::new);
    }

    private static void requireLogin() {
        if (CurrentThread.account().isEmpty()) {
            throw new APIAuthenticationException("User must be authenticated");
        }
    }

    private List<Map<String, Object>> modules() {
        return List.of(loaded(module.config()), standIn());
    }

    private static Map<String, Object> loaded(ModuleConfig config) {
        return ChartTypes.group(
                "uuid", config.id(),
                "display", config.name(),
                "name", config.name(),
                "description", config.description(),
                "packageName", config.packageName(),
                "author", config.author(),
                "version", config.version(),
                "started", true,
                "startupErrorMessage", null,
                "requireOpenmrsVersion", config.requiredVersion(),
                "awareOfModules", config.awareOfModules(),
                "requiredModules",
                        config.requiredModules().stream()
                                .map(ModuleConfig.RequiredModule::packageName)
                                .toList());
    }

    private static Map<String, Object> standIn() {
        String packageName = PlatformVersion.MODULES.keySet().iterator().next();
        return ChartTypes.group(
                "uuid",
                "webservices.rest",
                "display",
                "Rest Web Services (stand-in)",
                "name",
                "Rest Web Services (stand-in)",
                "description",
                "The part of it that the sandbox answers",
                "packageName",
                packageName,
                "version",
                PlatformVersion.MODULES.get(packageName),
                "started",
                true,
                "startupErrorMessage",
                null);
    }
}
