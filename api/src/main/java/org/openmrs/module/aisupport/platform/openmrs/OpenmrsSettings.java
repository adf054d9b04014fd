/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import java.util.Optional;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;

/** Global properties by projection: the platform caches the entity for each node on its own. */
public class OpenmrsSettings implements Settings {

    private final SessionFactory sessions;

    public OpenmrsSettings(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<String> value(Setting setting) {
        return value(setting.property());
    }

    @Override
    public Optional<String> value(Setting setting, String language) {
        return value(setting.property() + "." + language);
    }

    private Optional<String> value(String property) {
        return sessions
                .getCurrentSession()
                .createQuery("select g.propertyValue from GlobalProperty g where g.property = :property", String.class)
                .setParameter("property", property)
                .list()
                .stream()
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .findFirst();
    }
}
