/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.module;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/** Which platform the sandbox stands in for, and which modules it stands in for with it. */
public final class PlatformVersion {

    public static final String OPENMRS = "2.8.9";

    /** Its answers under /ws/rest/v1 are in the format of that module. */
    public static final Map<String, String> MODULES = Map.of("org.openmrs.module.webservices.rest", "2.51.0");

    private PlatformVersion() {}

    static void check(ModuleConfig config) {
        String needed = config.requiredVersion();
        // A dash means a range in OpenMRS; its lower end decides here.
        if (!needed.isEmpty() && compare(OPENMRS, needed.split("-")[0].strip()) < 0) {
            throw new CannotLoadModuleException(
                    "The module requires OpenMRS " + needed + "; the sandbox stands in for " + OPENMRS);
        }
        config.requiredModules().forEach(PlatformVersion::check);
    }

    private static void check(ModuleConfig.RequiredModule required) {
        String there = MODULES.get(required.packageName());
        if (there == null || !required.version().isEmpty() && compare(there, required.version()) < 0) {
            throw new CannotLoadModuleException("The module requires " + required.packageName() + " "
                    + required.version() + "; the sandbox has only " + MODULES);
        }
    }

    static int compare(String left, String right) {
        int[] a = numbers(left);
        int[] b = numbers(right);
        return IntStream.range(0, Math.max(a.length, b.length))
                .map(i -> Integer.compare(i < a.length ? a[i] : 0, i < b.length ? b[i] : 0))
                .filter(difference -> difference != 0)
                .findFirst()
                .orElse(0);
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.replaceAll("[^0-9.].*", "").split("\\."))
                .filter(part -> !part.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
