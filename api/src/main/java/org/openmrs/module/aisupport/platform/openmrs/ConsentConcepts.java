/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;

/** The concepts that answer the attribute "AI support consent": the site's own where a setting names one, else the module's. */
public class ConsentConcepts {

    static final String ATTRIBUTE_TYPE = ConsentMirror.ATTRIBUTE_TYPE;
    static final String YES = ConsentMirror.YES_CONCEPT;
    static final String NO = "8a2f6c1e-3d54-4b8a-8f0e-1c9b7d2a4e02";
    static final String UNDECIDED = "8a2f6c1e-3d54-4b8a-8f0e-1c9b7d2a4e03";

    private final SessionFactory sessions;
    private final Settings settings;

    public ConsentConcepts(SessionFactory sessions, Settings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    String uuidOf(ConsentMirror.Value value) {
        return switch (value) {
            case YES -> settings.value(Setting.CONSENT_YES_CONCEPT).orElse(YES);
            case NO -> settings.value(Setting.CONSENT_NO_CONCEPT).orElse(NO);
            case UNDECIDED -> settings.value(Setting.CONSENT_UNDECIDED_CONCEPT).orElse(UNDECIDED);
            case ABSENT, UNREADABLE -> throw new IllegalArgumentException("No concept stands for " + value);
        };
    }

    /** Concept id by uuid, of those that the dictionary has. */
    Map<String, Integer> idsOf(List<String> uuids) {
        return sessions
                .getCurrentSession()
                .createQuery("select c.uuid, c.conceptId from Concept c where c.uuid in (:uuids)", Object[].class)
                .setParameterList("uuids", uuids)
                .list()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Integer) row[1]));
    }
}
