/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.platform.ProblemDictionary;

/** By one projection query. */
public class OpenmrsProblemDictionary implements ProblemDictionary {

    private final SessionFactory sessions;

    public OpenmrsProblemDictionary(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Told by language in here: a database would compare the names of locales, of which there are as many as countries. */
    @Override
    public List<ProblemName> names(Set<String> classes, Locale language) {
        if (classes.isEmpty()) {
            return List.of();
        }
        return sessions
                .getCurrentSession()
                .createQuery(
                        "select c.conceptId, c.uuid, k.name, n.name, n.locale from ConceptName n join n.concept c"
                                + " join c.conceptClass k where c.retired = false and n.voided = false and k.name in (:classes)"
                                + " order by c.conceptId, n.localePreferred desc, n.conceptNameId",
                        Object[].class)
                .setParameterList("classes", classes)
                .stream()
                .filter(row -> ((Locale) row[4]).getLanguage().equals(language.getLanguage()))
                .map(row -> new ProblemName((Integer) row[0], (String) row[1], (String) row[2], (String) row[3]))
                .toList();
    }
}
