/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.PatientEntry;

/**
 * The finished module, started in the same Java machine again and again: what the platform's libraries remember outlives each round, as in
 * a server where the module is stopped and started.
 */
@Tag("O1")
class ModuleRestartIT {

    private static final int ROUNDS = 3;
    private static final Path FOLDER = Path.of("target/restart-test").toAbsolutePath();

    @Test
    void once_started_again_nothing_holds_the_classes_of_the_module_that_was_stopped() {
        Logs.calm();
        WeakReference<ClassLoader> last = new WeakReference<>(null);
        for (int round = 0; round < ROUNDS; round++) {
            try (Sandbox sandbox = new Sandbox(options(round == 0), new Progress(System.out))) {
                sandbox.start();
                use(new Browser(sandbox.address()), sandbox.people().patients());
                WeakReference<ClassLoader> stopped = last;
                assertThat(soon(() -> isCollected(stopped)))
                        .as("in round %d the class loader before can be collected", round)
                        .isTrue();
                last = new WeakReference<>(sandbox.moduleLoader());
            }
        }
    }

    private static boolean isCollected(WeakReference<?> reference) {
        System.gc();
        return reference.get() == null;
    }

    private static Options options(boolean fresh) {
        return new Options(
                0,
                FOLDER,
                fresh,
                Optional.of(Project.newestModule()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    private static void use(Browser browser, List<PatientEntry> patients) {
        Browser admin = browser.asAdmin();
        for (String path :
                List.of("status", "coverage", "coverage/patients", "audit", "engine", "leaflet", "openapi.yaml")) {
            assertThat(admin.rest("aisupport/" + path).status()).as(path).isEqualTo(200);
        }
        assertThat(admin.rest("aisupport/nothing").status()).isEqualTo(404);
        assertThat(admin.rest("aisupport/fhir/Consent/nobody").status()).isEqualTo(404);
        patients.stream()
                .filter(patient -> !patient.consent().isEmpty())
                .forEach(patient -> use(browser.asDoctor(), patient));
        assertThat(browser.asDoctor().rest("aisupport/suggestion?awaiting=me").status())
                .isEqualTo(200);
    }

    private static void use(Browser doctor, PatientEntry patient) {
        for (String path : List.of("consent?v=full&patient=", "fhir/Consent?patient=")) {
            assertThat(doctor.rest("aisupport/" + path + patient.uuid()).status())
                    .as(path)
                    .isEqualTo(200);
        }
        Browser.Answer run = doctor.post("ws/rest/v1/aisupport/run", "{\"patient\": \"" + patient.uuid() + "\"}");
        assertThat(run.status()).isIn(202, 403);
        if (run.status() == 202) {
            String path = "aisupport/run/" + run.json().path("uuid").asText();
            assertThat(soon(() -> !doctor.rest(path).json().path("finishedAt").isMissingNode()))
                    .as("the run ends")
                    .isTrue();
        }
        for (JsonNode each : doctor.rest("aisupport/suggestion?patient=" + patient.uuid())
                .json()
                .path("results")) {
            doctor.post(
                    "ws/rest/v1/aisupport/suggestion/" + each.path("uuid").asText() + "/decision",
                    "{\"outcome\": \"ACCEPTED\", \"version\": " + each.path("version") + "}");
        }
    }

    private static boolean soon(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }
}
