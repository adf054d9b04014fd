/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/** Settings, which O3 asks for by name. */
final class SettingTypes {

    private SettingTypes() {}

    static RestType setting() {
        return RestType.of("systemsetting")
                .needs("Get Global Properties")
                .shownAs(SettingTypes::words)
                .with("value", row -> row.get("propertyValue"))
                .byDefault("uuid,property,value,description,display");
    }

    /** The name's section and rest in plain words, and the value. */
    private static String words(Row setting) {
        String name = setting.text("property");
        String section = name.contains(".") ? StringUtils.substringBefore(name, ".") : "general";
        String rest = name.contains(".") ? StringUtils.substringAfter(name, ".") : name;
        return plain(section) + " - " + plain(rest) + " = " + setting.get("propertyValue");
    }

    private static String plain(String name) {
        return Arrays.stream(StringUtils.splitByCharacterTypeCamelCase(name))
                .filter(StringUtils::isAlphanumeric)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
