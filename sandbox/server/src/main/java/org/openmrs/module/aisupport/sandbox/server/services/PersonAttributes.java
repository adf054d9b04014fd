/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.services;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes attributes through Hibernate, as OpenMRS does, so that a module's listeners hear of them. Its methods are public, since a proxy
 * of another class loader would pass over anything less.
 */
@Component
@Transactional
public class PersonAttributes {

    private static final String ATTRIBUTE = "org.openmrs.PersonAttribute";

    private final SessionFactory sessions;

    PersonAttributes(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** What the person has of that type gives way, and its row stays. The same value again, or a blank one, adds nothing. */
    public Optional<Integer> add(int person, int type, String value, String uuid) {
        List<Map<String, Object>> others = active(person, type);
        if (others.stream().anyMatch(other -> other.get("value").equals(value))) {
            return Optional.empty();
        }
        others.forEach(other -> markVoided(other, "New value: " + value));
        Optional<Integer> key =
                value == null || value.isBlank() ? Optional.empty() : Optional.of(insert(person, type, value, uuid));
        session().flush();
        return key;
    }

    private int insert(int person, int type, String value, String uuid) {
        Map<String, Object> added = new HashMap<>();
        added.put("uuid", uuid);
        added.put("person", session().load("org.openmrs.Person", person));
        added.put("attributeType", session().load("org.openmrs.PersonAttributeType", type));
        added.put("value", value);
        added.put("voided", false);
        added.put("creator", user());
        added.put("dateCreated", new Date());
        return (Integer) session().save(ATTRIBUTE, added);
    }

    /** In place: the old value is gone. A blank one is no value, which Hibernate refuses. */
    public void overwrite(String uuid, String value) {
        Map<String, Object> attribute = byUuid(uuid);
        attribute.put("value", value.isBlank() ? null : value);
        markChanged(attribute);
        session().flush();
    }

    public void markVoided(String uuid, String reason) {
        markVoided(byUuid(uuid), reason);
        session().flush();
    }

    /** As the edit of a person can, which asks nobody for a reason. */
    public void setVoided(String uuid, boolean voided) {
        Map<String, Object> attribute = byUuid(uuid);
        attribute.put("voided", voided);
        if (!voided) {
            List.of("voidedBy", "dateVoided", "voidReason").forEach(property -> attribute.put(property, null));
        }
        markChanged(attribute);
        session().flush();
    }

    public void purge(String uuid) {
        session().delete(ATTRIBUTE, byUuid(uuid));
        session().flush();
    }

    private void markVoided(Map<String, Object> attribute, String reason) {
        if (Boolean.TRUE.equals(attribute.get("voided"))) {
            return;
        }
        attribute.put("voided", true);
        attribute.put("voidedBy", user());
        attribute.put("dateVoided", new Date());
        attribute.put("voidReason", reason);
    }

    private void markChanged(Map<String, Object> attribute) {
        attribute.put("changedBy", user());
        attribute.put("dateChanged", new Date());
    }

    private List<Map<String, Object>> active(int person, int type) {
        return find(
                "x.person.personId = ?0 and x.attributeType.personAttributeTypeId = ?1 and x.voided = false",
                person,
                type);
    }

    private Map<String, Object> byUuid(String uuid) {
        return find("x.uuid = ?0", uuid).get(0);
    }

    @SuppressWarnings("unchecked") // an entity without a class is a Map
    private List<Map<String, Object>> find(String condition, Object... values) {
        Query<?> query = session().createQuery("from " + ATTRIBUTE + " x where " + condition);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i, values[i]);
        }
        return (List<Map<String, Object>>) query.list();
    }

    private Object user() {
        return session().load("org.openmrs.User", PlatformService.creator());
    }

    private Session session() {
        return sessions.getCurrentSession();
    }
}
