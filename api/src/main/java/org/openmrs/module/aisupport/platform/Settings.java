/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.util.Optional;

/** The administrator's settings, read past every cache so that a change reaches all nodes (O3). */
public interface Settings {

    /** The value as it is stored; empty when it is missing or blank. */
    Optional<String> value(Setting setting);

    /** A whole number within limits; whatever else is stored counts as the fallback. */
    default int number(Setting setting, int least, int most, int fallback) {
        return number(value(setting), least, most, fallback);
    }

    /** As {@link #number(Setting, int, int, int)}, of a stored text that was read in another way. */
    static int number(Optional<String> stored, int least, int most, int fallback) {
        return stored.map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most)
                .orElse(fallback);
    }

    /** The variant of a setting for a language, stored under its name, a dot, and the language. */
    Optional<String> value(Setting setting, String language);
}
