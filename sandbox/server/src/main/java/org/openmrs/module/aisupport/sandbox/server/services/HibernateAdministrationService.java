/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.services;

import static org.openmrs.module.aisupport.sandbox.server.platform.Privileges.require;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.api.AdministrationService;
import org.springframework.transaction.annotation.Transactional;

/** Settings, which OpenMRS calls global properties. Through Hibernate as there, since modules listen to it. */
@Transactional
public class HibernateAdministrationService extends PlatformService implements AdministrationService {

    private static final String SETTING = "org.openmrs.GlobalProperty";

    private final SessionFactory sessions;

    public HibernateAdministrationService(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    @SuppressWarnings("unchecked") // entities without a class are maps here
    public void setGlobalProperty(String property, String value) {
        require("Manage Global Properties");
        Session session = sessions.getCurrentSession();
        Map<String, Object> setting = (Map<String, Object>) session.get(SETTING, property);
        boolean isNew = setting == null;
        if (isNew) {
            setting = new HashMap<>(
                    Map.of("property", property, "uuid", UUID.randomUUID().toString()));
        }
        setting.put("propertyValue", value);
        setting.put("changedBy", session.load("org.openmrs.User", creator()));
        setting.put("dateChanged", new Date());
        if (isNew) {
            session.save(SETTING, setting);
        }
    }
}
