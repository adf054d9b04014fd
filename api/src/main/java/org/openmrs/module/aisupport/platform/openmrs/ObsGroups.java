/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.openmrs.module.aisupport.platform.PatientRef;

/** The groups in one person's observations, such as a panel of tests, and the groups that these stand in themselves. */
final class ObsGroups {

    private final Map<Integer, Group> groups = new HashMap<>();

    private record Group(int conceptId, Integer parent) {}

    private ObsGroups() {}

    /** One query, however deep groups lie in groups. Whether a group was voided makes no difference to what it says of its members. */
    static ObsGroups of(PatientRef patient, Session session) {
        ObsGroups all = new ObsGroups();
        session.createQuery(
                        "select distinct g.obsId, g.concept.conceptId, g.obsGroup.obsId from Obs m join m.obsGroup g"
                                + " where m.person.personId = :person",
                        Object[].class)
                .setParameter("person", patient.id())
                .list()
                .forEach(row -> all.groups.put((Integer) row[0], new Group((Integer) row[1], (Integer) row[2])));
        return all;
    }

    /**
     * The questions of a group and of all around it; none for an observation that stands in no group. Empty if it can't be told, which
     * takes a group of another person.
     */
    Optional<Set<Integer>> conceptsAround(Integer groupId) {
        Set<Integer> concepts = new HashSet<>();
        Set<Integer> seen = new HashSet<>();
        Integer id = groupId;
        while (id != null && seen.add(id)) {
            Group group = groups.get(id);
            if (group == null) {
                return Optional.empty();
            }
            concepts.add(group.conceptId());
            id = group.parent();
        }
        return Optional.of(concepts);
    }
}
