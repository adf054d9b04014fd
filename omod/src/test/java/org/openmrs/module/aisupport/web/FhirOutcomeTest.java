/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.fhir.R4Rules;
import org.openmrs.module.aisupport.validation.InvalidRequestException.Problem;

@Tag("C9")
class FhirOutcomeTest {

    private static String json(ErrorAnswer answer) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(FhirOutcome.of(answer));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 409, 413, 415, 418, 500, 503})
    void every_error_is_an_outcome_by_hl7s_rules(int status) throws JsonProcessingException {
        R4Rules.assertValid(json(ErrorAnswer.of(status, "SOME_CODE", "It went wrong.", "Mend it.")));
        R4Rules.assertValid(json(ErrorAnswer.of(status, "SOME_CODE", "It went wrong.", "")));
    }

    @Test
    void each_problem_of_a_field_is_an_issue_that_names_the_field() throws JsonProcessingException {
        ErrorAnswer answer = new ErrorAnswer(
                400,
                "BAD_REQUEST",
                "Not as it stands.",
                "Mend it.",
                Map.of("patient", List.of(new Problem("required", "Give it."), new Problem("twice", "Give it once."))),
                Map.of());

        String outcome = json(answer);

        R4Rules.assertValid(outcome);
        assertThat(outcome)
                .contains("\"code\":\"required\"", "patient: Give it.", "\"code\":\"value\"", "patient: Give it once.")
                .doesNotContain("fieldErrors", "diagnostics");
    }
}
