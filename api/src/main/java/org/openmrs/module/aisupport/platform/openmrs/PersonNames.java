/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;

/** Names of people as they are called. */
public class PersonNames {

    private final SessionFactory sessions;

    public PersonNames(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** The preferred name, else the oldest; empty text when there is none. */
    String of(int personId) {
        return of(List.of(personId)).getOrDefault(personId, "");
    }

    /** Of several people in one query. */
    Map<Integer, String> of(Collection<Integer> personIds) {
        Map<Integer, String> names = new HashMap<>();
        if (personIds.isEmpty()) {
            return names;
        }
        sessions.getCurrentSession()
                .createQuery(
                        "select n.person.personId, n.givenName, n.middleName, n.familyName from PersonName n"
                                + " where n.person.personId in (:people) and n.voided = false"
                                + " order by n.preferred desc, n.personNameId asc",
                        Object[].class)
                .setParameterList("people", personIds)
                .list()
                .forEach(row -> names.putIfAbsent((Integer) row[0], joined(row)));
        return names;
    }

    private static String joined(Object[] row) {
        return Stream.of(row)
                .skip(1)
                .filter(part -> part != null)
                .map(part -> part.toString().strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
