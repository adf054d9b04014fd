/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform.openmrs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openmrs.Concept;
import org.openmrs.ConceptName;
import org.openmrs.PersonAttributeType;
import org.openmrs.api.ConceptService;
import org.openmrs.api.PersonService;
import org.openmrs.api.context.Context;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PlatformSetup;
import org.openmrs.module.aisupport.platform.Settings;

/** Answers, the person attribute type and roles, added through the platform's services. */
public class OpenmrsSetup implements PlatformSetup {

    private final ConsentConcepts concepts;
    private final Settings settings;
    private final Elevation elevation;

    public OpenmrsSetup(ConsentConcepts concepts, Settings settings, Elevation elevation) {
        this.concepts = concepts;
        this.settings = settings;
        this.elevation = elevation;
    }

    @Override
    public List<Step> steps(Map<String, List<String>> privilegesByRole) {
        return List.of(
                new Answer(ConsentMirror.Value.YES, ConsentConcepts.YES, "AI support consent: yes"),
                new Answer(ConsentMirror.Value.NO, ConsentConcepts.NO, "AI support consent: no"),
                new Answer(ConsentMirror.Value.UNDECIDED, ConsentConcepts.UNDECIDED, "AI support consent: undecided"),
                new AttributeType(),
                new RolesOnce(settings, elevation, privilegesByRole));
    }

    /** A concept that answers the attribute; the site's own where a setting names one. */
    private final class Answer implements Step {
        private final ConsentMirror.Value value;
        private final String ownUuid;
        private final String conceptName;

        Answer(ConsentMirror.Value value, String ownUuid, String conceptName) {
            this.value = value;
            this.ownUuid = ownUuid;
            this.conceptName = conceptName;
        }

        @Override
        public String name() {
            return "Consent answer " + value;
        }

        @Override
        public void add() {
            if (missing().isPresent() && concepts.uuidOf(value).equals(ownUuid)) {
                elevation.with(
                        this::save, "Get Concepts", "Get Concept Classes", "Get Concept Datatypes", "Manage Concepts");
            }
        }

        private void save() {
            ConceptService dictionary = Context.getConceptService();
            Concept concept = new Concept();
            concept.setUuid(ownUuid);
            concept.addName(new ConceptName(conceptName, Locale.ENGLISH));
            concept.setConceptClass(dictionary.getConceptClassByName("Misc"));
            concept.setDatatype(dictionary.getConceptDatatypeByName("N/A"));
            dictionary.saveConcept(concept);
        }

        @Override
        public Optional<String> missing() {
            String uuid = concepts.uuidOf(value);
            return concepts.idsOf(List.of(uuid)).containsKey(uuid)
                    ? Optional.empty()
                    : Optional.of("The dictionary has no concept " + uuid
                            + ". Without it no consent can be recorded. Unlock the dictionary and restart the module,"
                            + " or name a concept of yours in the settings.");
        }
    }

    private static final class AttributeType implements Step {

        @Override
        public String name() {
            return "Person attribute type";
        }

        @Override
        public void add() {
            PersonService people = Context.getPersonService();
            if (people.getPersonAttributeTypeByUuid(ConsentConcepts.ATTRIBUTE_TYPE) != null) {
                return;
            }
            PersonAttributeType type = new PersonAttributeType();
            type.setUuid(ConsentConcepts.ATTRIBUTE_TYPE);
            type.setName("AI support consent");
            type.setDescription(
                    "Whether AI in this practice may read the record to support the GP. Mirrors the consent ledger.");
            type.setFormat("org.openmrs.Concept");
            people.savePersonAttributeType(type);
        }

        @Override
        public Optional<String> missing() {
            return Context.getPersonService().getPersonAttributeTypeByUuid(ConsentConcepts.ATTRIBUTE_TYPE) == null
                    ? Optional.of("There is no person attribute type " + ConsentConcepts.ATTRIBUTE_TYPE
                            + ". Unlock person attribute types and restart the module.")
                    : Optional.empty();
        }
    }
}
