/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import java.util.List;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Visits;

/** By projection. To be asked in a transaction of its own: in the caller's, a visit that was changed would be written first. */
public class OpenmrsVisits implements Visits {

    private final SessionFactory sessions;

    public OpenmrsVisits(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<ActiveVisit> active(String uuid) {
        return sessions
                .getCurrentSession()
                .createQuery(
                        "select v.patient.patientId, v.patient.uuid from Visit v"
                                + " where v.uuid = :uuid and v.stopDatetime is null and v.voided = false",
                        Object[].class)
                .setParameter("uuid", uuid)
                .list()
                .stream()
                .findFirst()
                .map(row -> new ActiveVisit(uuid, new PatientRef((Integer) row[0], (String) row[1]), encounters(uuid)));
    }

    private List<String> encounters(String visit) {
        return sessions.getCurrentSession()
                .createQuery(
                        "select e.uuid from Encounter e where e.visit.uuid = :visit and e.voided = false", String.class)
                .setParameter("visit", visit)
                .list();
    }
}
