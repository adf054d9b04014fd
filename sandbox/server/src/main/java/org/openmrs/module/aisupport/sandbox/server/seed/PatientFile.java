/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.seed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The one patient file, as {@code sandbox/patients/README.md} describes it. Lists that the file leaves out are empty. */
public record PatientFile(
        int format,
        String notice,
        Map<String, String> settings,
        List<Source> conceptSources,
        List<Concept> concepts,
        List<Named> encounterTypes,
        List<Named> visitTypes,
        List<Named> locations,
        List<UserEntry> users,
        List<PatientEntry> patients) {

    private static final String RESOURCE = "/patients.json";
    private static final int KNOWN_FORMAT = 1;

    public static PatientFile load() {
        try (InputStream in = PatientFile.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The patient file is not on the class path: " + RESOURCE);
            }
            PatientFile file = new ObjectMapper().readValue(in, PatientFile.class);
            if (file.format() != KNOWN_FORMAT) {
                throw new IllegalStateException(
                        "The patient file has format " + file.format() + ", not " + KNOWN_FORMAT);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The patient file can't be read", e);
        }
    }

    private static <T> List<T> orNone(List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    public record Source(String uuid, String name, String description) {}

    public record Named(String key, String uuid, String name) {}

    public record Mapping(String source, String code) {}

    /** An entry of the dictionary. */
    public record Concept(
            String key,
            String uuid,
            String name,
            @JsonProperty("class") String conceptClass,
            String datatype,
            String units,
            List<String> answers,
            List<String> members,
            List<Mapping> mappings) {
        public Concept {
            answers = orNone(answers);
            members = orNone(members);
            mappings = orNone(mappings);
        }
    }

    public record ProviderEntry(String uuid, String identifier) {}

    /** Somebody who logs in. */
    public record UserEntry(
            String username,
            String password,
            String givenName,
            String familyName,
            String gender,
            String uuid,
            String personUuid,
            String role,
            ProviderEntry provider) {}

    public record Age(int years, int days) {}

    public record Guardian(String name, String relationship) {}

    /** A patient with the whole record. Consent is kept as it is written, since it is sent on as it is. */
    public record PatientEntry(
            String key,
            String uuid,
            String identifier,
            String givenName,
            String familyName,
            String gender,
            Age age,
            boolean dead,
            Guardian guardian,
            List<JsonNode> consent,
            List<ConditionEntry> conditions,
            List<MedicationEntry> medications,
            List<AllergyEntry> allergies,
            List<VisitEntry> visits,
            List<Series> series) {
        public PatientEntry {
            consent = orNone(consent);
            conditions = orNone(conditions);
            medications = orNone(medications);
            allergies = orNone(allergies);
            visits = orNone(visits);
            series = orNone(series);
        }
    }

    public record ConditionEntry(String uuid, String concept, String status, int onsetDaysAgo, Integer endedDaysAgo) {}

    public record MedicationEntry(
            String uuid,
            String concept,
            String encounter,
            int startedDaysAgo,
            Integer stoppedDaysAgo,
            String instructions) {}

    public record AllergyEntry(String uuid, String type, String concept, String reaction, String severity) {}

    /** A visit and its encounters. */
    public record VisitEntry(
            String uuid,
            String type,
            String location,
            int startDaysAgo,
            String startTime,
            boolean open,
            List<EncounterEntry> encounters) {
        public VisitEntry {
            encounters = orNone(encounters);
        }
    }

    /** An encounter and what was found in it. */
    public record EncounterEntry(
            String uuid,
            String type,
            int daysAgo,
            String time,
            String provider,
            String note,
            List<ObsEntry> obs,
            List<DiagnosisEntry> diagnoses) {
        public EncounterEntry {
            obs = orNone(obs);
            diagnoses = orNone(diagnoses);
        }
    }

    /** The value is a number, the key of a coded answer, or text, by the datatype of the concept. */
    public record ObsEntry(String uuid, String concept, JsonNode value, String time) {}

    public record DiagnosisEntry(String uuid, String concept, String certainty, int rank) {}

    public record Series(String concept, int count, int everyDays, int lastDaysAgo, double base, double spread) {}
}
