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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Which modules run: the one that was loaded, and those that the sandbox stands in for. */
@Controller
@RequestMapping("/rest/v1/module")
public class ModuleController extends SandboxController {

    private static final String REST =
            PlatformVersion.MODULES.keySet().iterator().next();
    private static final String FHIR_VERSION = "4.2.0";

    private final LoadedModule module;

    ModuleController(LoadedModule sandboxModule) {
        this.module = sandboxModule;
    }

    @GetMapping
    @ResponseBody
    public Map<String, Object> list(@RequestParam(defaultValue = "default") String v) {
        requireLogin();
        return Map.of(
                "results",
                modules().stream().map(each -> named(each, Spec.parse(v))).toList());
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

    private static Map<String, Object> named(Map<String, Object> one, Spec spec) {
        if (spec.level() == Spec.Level.CUSTOM) {
            one.keySet().retainAll(spec.properties().keySet());
        }
        return one;
    }

    private static void requireLogin() {
        if (CurrentThread.account().isEmpty()) {
            throw new APIAuthenticationException("User must be authenticated");
        }
    }

    private List<Map<String, Object>> modules() {
        return List.of(
                loaded(module.config()),
                standIn("webservices.rest", "Rest Web Services (stand-in)", REST, PlatformVersion.MODULES.get(REST)),
                standIn("fhir2", "FHIR2 Module (stand-in)", "org.openmrs.module.fhir2", FHIR_VERSION));
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

    private static Map<String, Object> standIn(String id, String name, String packageName, String version) {
        return ChartTypes.group(
                "uuid",
                id,
                "display",
                name,
                "name",
                name,
                "description",
                "The part of it that the sandbox answers",
                "packageName",
                packageName,
                "version",
                version,
                "started",
                true,
                "startupErrorMessage",
                null);
    }
}
