/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Visits;

/** Visits that have begun. */
public final class FakeVisits implements Visits {

    private final Map<String, ActiveVisit> active = new ConcurrentHashMap<>();

    public String begin(PatientRef patient, String... encounterUuids) {
        String uuid = UUID.randomUUID().toString();
        active.put(uuid, new ActiveVisit(uuid, patient, List.of(encounterUuids)));
        return uuid;
    }

    public void end(String uuid) {
        active.remove(uuid);
    }

    boolean isOf(PatientRef patient, String uuid) {
        return active(uuid).filter(visit -> visit.patient().equals(patient)).isPresent();
    }

    @Override
    public Optional<ActiveVisit> active(String uuid) {
        return Optional.ofNullable(active.get(uuid));
    }
}
