/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.consent.AiConsentService;
import org.openmrs.module.aisupport.consent.ConsentOverview;
import org.openmrs.module.aisupport.consent.ConsentStatus;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.consent.PurposeState;
import org.openmrs.module.aisupport.platform.PatientRecord;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.openmrs.module.aisupport.validation.NotFoundException;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@Tag("C9")
class FhirConsentControllerTest {

    private static final String EVA = "5946f880-b197-400b-9caa-a3c661d23041";

    private final FakeUser user = new FakeUser();
    private final FhirConsentController controller = new FhirConsentController(service(), new Requests(user));

    /** A service that only knows Eva, who has said yes to her own care, no to quality, and nothing else. */
    private static AiConsentService service() {
        return (AiConsentService) Proxy.newProxyInstance(
                AiConsentService.class.getClassLoader(),
                new Class<?>[] {AiConsentService.class},
                (self, method, asked) -> {
                    if (!method.getName().equals("overview")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    if (!EVA.equals(asked[0])) {
                        throw new NotFoundException("patient", (String) asked[0]);
                    }
                    List<PurposeState> states = Arrays.stream(Purpose.values())
                            .map(FhirConsentControllerTest::state)
                            .toList();
                    PatientRecord eva = new PatientRecord(
                            new PatientRef(7, EVA), "Eva Made-up", Sex.FEMALE, Optional.empty(), false);
                    return new ConsentOverview(eva, states, List.of(), List.of());
                });
    }

    private static PurposeState state(Purpose purpose) {
        return switch (purpose) {
            case OWN_CARE -> state(purpose, ConsentStatus.GRANTED, Optional.empty());
            case QUALITY -> state(purpose, ConsentStatus.REFUSED, Optional.of(DenialReason.REFUSED));
            case EXTERNAL_PROCESSING, DEVELOPMENT, COMMERCIAL ->
                state(purpose, ConsentStatus.NOT_RECORDED, Optional.of(DenialReason.NO_RECORD));
        };
    }

    private static PurposeState state(Purpose purpose, ConsentStatus status, Optional<DenialReason> denial) {
        Instant since = Instant.parse("2026-03-01T09:30:00Z");
        return new PurposeState(
                purpose, status, denial, denial, Optional.of(since), Optional.empty(), false, Optional.empty());
    }

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/openmrs/ws/rest/v1/aisupport");

    @BeforeEach
    void inARequest() {
        request.setContextPath("/openmrs");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void afterIt() {
        RequestContextHolder.resetRequestAttributes();
    }

    private String search(String... parameters) {
        for (int i = 0; i < parameters.length; i += 2) {
            request.addParameter(parameters[i], parameters[i + 1]);
        }
        return text(controller.search(request));
    }

    private static String text(ResponseEntity<byte[]> answer) {
        assertThat(answer.getHeaders().getContentType()).hasToString("application/fhir+json;charset=UTF-8");
        return new String(answer.getBody(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {EVA, "Patient/" + EVA})
    void a_search_finds_one_resource_for_each_purpose_of_which_something_is_recorded(String patient) {
        String here = "http://localhost/openmrs/ws/rest/v1/aisupport/fhir/Consent";

        assertThat(search("patient", patient))
                .contains("\"type\":\"searchset\"", "\"total\":2", "\"url\":\"" + here + "?patient=" + EVA + "\"")
                .contains("\"fullUrl\":\"" + here + "/" + EVA + ".own-care\"", EVA + ".quality")
                .doesNotContain("external-processing", "development", "commercial");
    }

    /** An answer names the patient by uuid only: a name is for who may read patients. */
    @Test
    void no_answer_tells_the_patients_name() {
        assertThat(search("patient", EVA)).doesNotContain("Made-up");
    }

    @Test
    void a_search_for_an_unknown_patient_finds_nothing() {
        assertThat(search("patient", "nobody")).contains("\"total\":0").doesNotContain("entry");
    }

    @ParameterizedTest
    @CsvSource({
        "patient, ''",
        "status, active",
        "patient:missing, true",
        "_count, 4",
        "_count, all",
        "_format, xml",
        "_include, Consent:patient"
    })
    void a_search_that_can_not_be_answered_as_asked_is_refused(String name, String value) {
        if (!name.equals("patient")) {
            request.addParameter("patient", EVA);
        }

        assertThatThrownBy(() -> search(name, value))
                .isInstanceOfSatisfying(InvalidRequestException.class, refused -> assertThat(refused.problems())
                        .containsOnlyKeys(name));
    }

    /** FHIR reads it as "both", so the first alone would be too much. */
    @Test
    void two_patients_at_once_are_refused() {
        assertThatThrownBy(() -> search("patient", EVA, "patient", "other"))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void what_clients_send_by_habit_is_taken() {
        assertThat(search("patient", EVA, "_count", "20", "_format", "json", "_pretty", "true"))
                .contains("\"total\":2");
    }

    @Test
    void a_read_answers_what_is_recorded_and_nothing_for_what_is_not() {
        assertThat(text(controller.read(EVA + ".own-care"))).contains("\"status\":\"active\"");
        for (String id : List.of(EVA + ".commercial", "nobody.own-care", EVA, EVA + ".everything")) {
            assertThatThrownBy(() -> controller.read(id)).as(id).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void who_is_not_logged_in_learns_nothing() {
        user.logOut();

        assertThatThrownBy(() -> controller.read("nonsense")).isInstanceOf(Requests.NotLoggedInException.class);
        assertThatThrownBy(() -> search()).isInstanceOf(Requests.NotLoggedInException.class);
    }
}
