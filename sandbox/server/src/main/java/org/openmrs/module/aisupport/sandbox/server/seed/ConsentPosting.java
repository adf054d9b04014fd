/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import javax.sql.DataSource;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.PatientEntry;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.UserEntry;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records what the made-up patients said about AI, through the module's own REST and as the GP: the ledger has no other way in. */
public final class ConsentPosting {

    private static final String DONE = "sandbox.consentRecorded";
    private static final String RECORDER = "doctor";

    private final PatientFile file;
    private final JdbcTemplate jdbc;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String rest;

    /** @param address of the running server, ending in a slash */
    public ConsentPosting(PatientFile file, DataSource dataSource, String address) {
        this.file = file;
        this.jdbc = new JdbcTemplate(dataSource);
        this.rest = address + "ws/rest/v1/aisupport/";
    }

    public boolean isDue() {
        return !new Marks(jdbc).has(DONE);
    }

    /** How many events were recorded. Throws at the first that is refused. */
    public int post() throws IOException, InterruptedException {
        JsonNode leaflets = call(request("leaflet?locale=en").GET().build(), 200);
        int recorded = 0;
        for (PatientEntry patient : file.patients()) {
            for (JsonNode event : patient.consent()) {
                call(
                        request("consent")
                                .POST(HttpRequest.BodyPublishers.ofString(body(patient, event, leaflets)))
                                .build(),
                        201);
                recorded++;
            }
        }
        new Marks(jdbc).set(DONE);
        return recorded;
    }

    private String body(PatientEntry patient, JsonNode event, JsonNode leaflets) {
        ObjectNode body = event.deepCopy();
        body.put("patient", patient.uuid());
        if (body.get("leaflet") instanceof ObjectNode leaflet) {
            leaflet.put("version", versionFor(leaflets, event.path("purpose").asText()));
        }
        return body.toString();
    }

    private static String versionFor(JsonNode leaflets, String purpose) {
        for (JsonNode leaflet : leaflets.path("results")) {
            if (leaflet.path("purpose").asText().equals(purpose)) {
                return leaflet.path("version").asText();
            }
        }
        throw new IllegalStateException("The module has no leaflet for " + purpose);
    }

    private HttpRequest.Builder request(String path) {
        UserEntry user = file.users().stream()
                .filter(each -> each.username().equals(RECORDER))
                .findFirst()
                .orElseThrow();
        String credentials = user.username() + ":" + user.password();
        return HttpRequest.newBuilder(URI.create(rest + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private JsonNode call(HttpRequest request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IOException(request.method() + " " + request.uri().getPath() + " answered "
                    + response.statusCode() + ": " + response.body());
        }
        return json.readTree(response.body());
    }
}
