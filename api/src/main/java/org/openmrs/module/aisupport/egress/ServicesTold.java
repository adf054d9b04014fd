/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.egress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.hibernate.type.StandardBasicTypes;
import org.openmrs.module.aisupport.consent.OutsideService;
import org.openmrs.module.aisupport.consent.OutsideServices;
import org.openmrs.module.aisupport.persistence.MicrosConverter;

/** The engines outside that are switched on, as patients are told of them, and what they were told before. Needs a transaction. */
public class ServicesTold implements OutsideServices {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SessionFactory sessions;
    private final OutsideEngineStore store;
    private final Clock clock;

    public ServicesTold(SessionFactory sessions, OutsideEngineStore store, Clock clock) {
        this.sessions = sessions;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<OutsideService> current() {
        return store.all().stream()
                .filter(OutsideEngineRow::isEnabled)
                .map(row -> row.getSetup().service())
                .toList();
    }

    /** Its name is its hash, so that what somebody changed in the database covers nothing. */
    @Override
    public Optional<List<OutsideService>> told(String revision) {
        List<?> stored = sessions.getCurrentSession()
                .createNativeQuery("select services_json from aisupport_told_services where revision = :revision")
                .addScalar("services_json", StandardBasicTypes.TEXT)
                .setParameter("revision", revision)
                .list();
        return stored.stream()
                .map(json -> read((String) json))
                .filter(told -> OutsideServices.revisionOf(told).equals(revision))
                .findFirst();
    }

    /** Of two who tell the same at once both are right. */
    @Override
    public void keep(List<OutsideService> told) {
        sessions.getCurrentSession()
                .createNativeQuery("insert ignore into aisupport_told_services (revision, services_json, since_micros)"
                        + " values (:revision, :services, :since)")
                .addSynchronizedQuerySpace("aisupport_told_services")
                .setParameter("revision", OutsideServices.revisionOf(told))
                .setParameter("services", json(told))
                .setParameter("since", new MicrosConverter().convertToDatabaseColumn(clock.instant()))
                .executeUpdate();
    }

    private static String json(List<OutsideService> services) {
        ArrayNode list = JSON.createArrayNode();
        services.forEach(service -> list.addObject()
                .put("id", service.id())
                .put("name", service.name())
                .put("developer", service.developer())
                .put("recipient", service.recipient())
                .put("commercial", service.commercial())
                .put("country", service.country())
                .put("retention", service.retention()));
        return list.toString();
    }

    private static List<OutsideService> read(String stored) {
        try {
            List<OutsideService> services = new ArrayList<>();
            for (JsonNode service : JSON.readTree(stored)) {
                services.add(new OutsideService(
                        service.path("id").asText(),
                        service.path("name").asText(),
                        service.path("developer").asText(),
                        service.path("recipient").asText(),
                        service.path("commercial").asBoolean(),
                        service.path("country").asText(),
                        service.path("retention").asText()));
            }
            return services;
        } catch (JsonProcessingException changed) {
            return List.of();
        }
    }
}
