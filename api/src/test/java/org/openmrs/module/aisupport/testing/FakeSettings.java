/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.testing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;

/** Settings in memory. */
public final class FakeSettings implements Settings {

    private final Map<String, String> values = new ConcurrentHashMap<>();

    private final boolean stored;

    public FakeSettings() {
        this(false);
    }

    private FakeSettings(boolean stored) {
        this.stored = stored;
    }

    /** Also in the platform's table, for what reads them there. */
    static FakeSettings inTheDatabase() {
        Database.execute("delete from global_property");
        return new FakeSettings(true);
    }

    public void set(Setting setting, String value) {
        values.put(setting.property(), value);
        if (stored) {
            Database.execute(
                    "replace into global_property (property, property_value) values (?, ?)", setting.property(), value);
        }
    }

    public void set(Setting setting, String language, String value) {
        values.put(setting.property() + "." + language, value);
    }

    @Override
    public Optional<String> value(Setting setting) {
        return Optional.ofNullable(values.get(setting.property())).filter(value -> !value.isBlank());
    }

    @Override
    public Optional<String> value(Setting setting, String language) {
        return Optional.ofNullable(values.get(setting.property() + "." + language))
                .filter(value -> !value.isBlank());
    }
}
