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
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.openmrs.module.aisupport.consent.OutsideService;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.PersonalData;
import org.openmrs.module.aisupport.engine.outside.chart.Disclosure;
import org.openmrs.module.aisupport.validation.Problems;

/**
 * What an administrator says of an engine outside.
 *
 * @param id short and for good: letters, digits and hyphens
 * @param developer who makes it, as the GP and the patient are told
 * @param commercial whether that is a commercial company
 * @param country where what is sent goes, as the patient is told
 * @param retention how long it is kept there, as the patient is told
 * @param inputs ids of the concept mapping; nothing else of the record is sent
 * @param tellsAge whether the age in years is sent, from 90 on as "90 or more"
 * @param tellsSex whether the sex is sent
 * @param startsByItself whether every run asks it whose patient permits that; otherwise the GP asks, each time
 */
public record OutsideEngineSetup(
        String id,
        String name,
        String developer,
        boolean commercial,
        String country,
        String retention,
        OutsideEndpoint endpoint,
        Set<String> inputs,
        boolean tellsAge,
        boolean tellsSex,
        boolean startsByItself) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?";
    /** Control characters, changes of direction, halves of a character; not the joiners that some scripts are written with. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\u2028\u2029&&[^\u200c\u200d]]");

    private static final int NAME_LENGTH = 80;
    private static final int RETENTION_LENGTH = 200;

    public OutsideEngineSetup {
        inputs = Set.copyOf(new TreeSet<>(inputs));
    }

    /** @param known what may be sent at all */
    void refuseNonsense(Set<String> known) {
        Problems problems = new Problems()
                .required(id, "id")
                .required(name, "name")
                .required(developer, "developer")
                .required(country, "country")
                .required(retention, "retention")
                .required(endpoint, "endpoint");
        problems.refuseIfAny();
        problems.check(id.matches(ID), "id", "malformed", "Use small letters, digits and hyphens, at most 40.");
        checkTold(name, "name", NAME_LENGTH, problems);
        checkTold(developer, "developer", NAME_LENGTH, problems);
        checkTold(country, "country", NAME_LENGTH, problems);
        checkTold(retention, "retention", RETENTION_LENGTH, problems);
        endpoint.check(problems);
        Set<String> unknown = new TreeSet<>(inputs);
        unknown.removeAll(known);
        problems.check(
                unknown.isEmpty(),
                "inputs",
                "unknown",
                "The concept mapping does not have, or not for engines" + " outside: " + String.join(", ", unknown)
                        + ".");
        problems.refuseIfAny();
    }

    /** What is told stands in a leaflet, each on one line. */
    private static void checkTold(String words, String field, int length, Problems problems) {
        problems.atMost(length, words, field);
        problems.check(
                !UNSEEN.matcher(words).find(),
                field,
                "malformed",
                "Write it on one line, without characters that can't be seen.");
    }

    /** As patients are told of it. */
    OutsideService service() {
        return new OutsideService(id, name, developer, endpoint.recipient(), commercial, country, retention);
    }

    /** @param inputLabels its inputs in words for the screen */
    EngineCard.Outside outside(List<String> inputLabels) {
        return new EngineCard.Outside(
                endpoint.recipient(),
                commercial,
                country,
                retention,
                inputLabels,
                disclosure().person(),
                startsByItself);
    }

    Disclosure disclosure() {
        Set<PersonalData> person = EnumSet.noneOf(PersonalData.class);
        if (tellsAge) {
            person.add(PersonalData.DATE_OF_BIRTH);
        }
        if (tellsSex) {
            person.add(PersonalData.SEX);
        }
        return new Disclosure(inputs, person);
    }

    String json() {
        ObjectNode json = JSON.createObjectNode()
                .put("id", id)
                .put("name", name)
                .put("developer", developer)
                .put("commercial", commercial)
                .put("country", country)
                .put("retention", retention)
                .put("tellsAge", tellsAge)
                .put("tellsSex", tellsSex)
                .put("startsByItself", startsByItself);
        endpoint.putInto(json.putObject("endpoint"));
        var list = json.putArray("inputs");
        new TreeSet<>(inputs).forEach(list::add);
        return json.toString();
    }

    static OutsideEngineSetup read(String stored) {
        try {
            JsonNode json = JSON.readTree(stored);
            Set<String> inputs = new TreeSet<>();
            json.path("inputs").forEach(input -> inputs.add(input.asText()));
            return new OutsideEngineSetup(
                    json.path("id").asText(),
                    json.path("name").asText(),
                    json.path("developer").asText(),
                    json.path("commercial").asBoolean(),
                    json.path("country").asText(),
                    json.path("retention").asText(),
                    OutsideEndpoint.read(json.path("endpoint")),
                    inputs,
                    json.path("tellsAge").asBoolean(),
                    json.path("tellsSex").asBoolean(),
                    json.path("startsByItself").asBoolean());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What this class wrote can be read as JSON", e);
        }
    }
}
