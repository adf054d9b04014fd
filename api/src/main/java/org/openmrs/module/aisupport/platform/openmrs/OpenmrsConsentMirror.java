/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.Cache;
import org.hibernate.SessionFactory;
import org.openmrs.Person;
import org.openmrs.PersonAttribute;
import org.openmrs.PersonAttributeType;
import org.openmrs.api.PersonService;
import org.openmrs.api.context.Context;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;

/** The mirror as a person attribute. Read by projection, past the caches that other nodes keep; written through the platform. */
public class OpenmrsConsentMirror implements ConsentMirror {

    private static final List<Value> ANSWERS = List.of(Value.YES, Value.NO, Value.UNDECIDED);

    // The platform validates the whole person as it saves it, and its validators read much more than the attribute.
    private static final String[] TO_SAVE_A_PERSON = {
        "Get People",
        "Edit People",
        "Get Patients",
        "Get Patient Identifiers",
        "Get Identifier Types",
        "Get Person Attribute Types",
        "Get Locations",
        "Get Concepts",
        "Get Global Properties"
    };

    private final SessionFactory sessions;
    private final ConsentConcepts concepts;
    private final Elevation elevation;

    public OpenmrsConsentMirror(SessionFactory sessions, ConsentConcepts concepts, Elevation elevation) {
        this.sessions = sessions;
        this.concepts = concepts;
        this.elevation = elevation;
    }

    @Override
    public Reading read(PatientRef patient) {
        List<String> stored = sessions.getCurrentSession()
                .createQuery(
                        "select a.value from PersonAttribute a where a.person.personId = :person"
                                + " and a.attributeType.uuid = :type and a.voided = false order by a.personAttributeId",
                        String.class)
                .setParameter("person", patient.id())
                .setParameter("type", ConsentConcepts.ATTRIBUTE_TYPE)
                .list();
        if (stored.isEmpty()) {
            return new Reading(Value.ABSENT, "");
        }
        Value value = stored.size() == 1 ? valueOf(stored.get(0)) : Value.UNREADABLE;
        return new Reading(value, String.join("|", stored));
    }

    @Override
    public Reading write(PatientRef patient, Value value) {
        String concept = Optional.ofNullable(
                        concepts.idsOf(List.of(concepts.uuidOf(value))).get(concepts.uuidOf(value)))
                .map(Objects::toString)
                .orElseThrow(() -> new IllegalStateException("The dictionary has no concept for the consent answer "
                        + value + ". Name one in the settings."));
        forgetWhatIsCached(patient);
        elevation.with(() -> save(patient, concept), TO_SAVE_A_PERSON);
        sessions.getCurrentSession().flush();
        Reading written = read(patient);
        if (written.value() != value) {
            throw new IllegalStateException("The attribute holds '" + written.stored() + "' where " + value
                    + " was written. If there is more than one answer, remove all but one.");
        }
        return written;
    }

    /** Another node, or SQL, may have changed the attributes since: what is written must not be compared with an old copy. */
    private void forgetWhatIsCached(PatientRef patient) {
        Cache cache = sessions.getCache();
        cache.evictEntityData("org.openmrs.Person", patient.id());
        sessions.getCurrentSession()
                .createQuery(
                        "select a.personAttributeId from PersonAttribute a where a.person.personId = :person",
                        Integer.class)
                .setParameter("person", patient.id())
                .list()
                .forEach(id -> cache.evictEntityData("org.openmrs.PersonAttribute", id));
        cache.evictCollectionData("org.openmrs.Person.attributes", patient.id());
    }

    private static void save(PatientRef patient, String conceptId) {
        PersonService people = Context.getPersonService();
        PersonAttributeType type = people.getPersonAttributeTypeByUuid(ConsentConcepts.ATTRIBUTE_TYPE);
        if (type == null) {
            throw new IllegalStateException("The person attribute type for AI support consent is missing.");
        }
        Person person = people.getPerson(patient.id());
        person.addAttribute(new PersonAttribute(type, conceptId));
        people.savePerson(person);
    }

    /** The platform stores a concept's id; some clients store its uuid. */
    private Value valueOf(String stored) {
        Map<String, Integer> ids =
                concepts.idsOf(ANSWERS.stream().map(concepts::uuidOf).toList());
        return ANSWERS.stream()
                .filter(answer -> Stream.of(concepts.uuidOf(answer), String.valueOf(ids.get(concepts.uuidOf(answer))))
                        .anyMatch(stored::equals))
                .findFirst()
                .orElse(Value.UNREADABLE);
    }
}
