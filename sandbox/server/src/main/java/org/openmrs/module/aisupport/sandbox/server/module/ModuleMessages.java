/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.module;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.util.StringUtils;

/** The texts that a module brings, by language. */
public final class ModuleMessages {

    private ModuleMessages() {}

    public static MessageSource of(LoadedModule module) {
        StaticMessageSource messages = new StaticMessageSource();
        module.config()
                .messages()
                .forEach(each -> messages.addMessages(
                        read(module.folder().resolve(each.file())), StringUtils.parseLocaleString(each.language())));
        return messages;
    }

    private static Map<String, String> read(Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toMap(name -> name, properties::getProperty));
        } catch (IOException e) {
            throw new CannotLoadModuleException(
                    "config.xml names messages in " + file.getFileName()
                            + ", which can't be read from the root of the module",
                    e);
        }
    }
}
