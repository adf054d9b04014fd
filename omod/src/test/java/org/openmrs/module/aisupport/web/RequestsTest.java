/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.consent.ConsentDecision;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpMediaTypeNotSupportedException;

@Tag("X3")
class RequestsTest {

    private final FakeUser user = new FakeUser();

    private final Requests requests = new Requests(user);

    private static MockHttpServletRequest json(String body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setContentType("application/json");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    @Test
    void who_is_not_logged_in_learns_nothing_of_what_is_wrong_with_the_body() {
        user.logOut();

        assertThatThrownBy(() -> requests.body(json("{"))).isInstanceOf(Requests.NotLoggedInException.class);
        assertThatThrownBy(() -> requests.parameters(new MockHttpServletRequest()))
                .isInstanceOf(Requests.NotLoggedInException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "text/plain", "multipart/form-data", "nonsense"})
    void only_json_is_read(String type) {
        MockHttpServletRequest request = json("{}");
        request.setContentType(type);

        assertThatThrownBy(() -> requests.body(request)).isInstanceOf(HttpMediaTypeNotSupportedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "{} {}", "{\"patient\":\"a\",\"patient\":\"b\"}", "nul"})
    void what_is_no_single_json_object_is_refused_in_words(String body) {
        assertThatThrownBy(() -> requests.body(json(body)))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("body"));
    }

    @Test
    void a_body_that_is_too_large_or_too_deep_is_refused() {
        String large = "{\"note\":\"" + "x".repeat(Requests.LARGEST_BODY) + "\"}";
        String deep = "{\"a\":".repeat(20_000 / 5) + "1" + "}".repeat(20_000 / 5);

        assertThatThrownBy(() -> requests.body(json(large))).isInstanceOf(Requests.BodyTooLargeException.class);
        assertThatThrownBy(() -> requests.body(json(deep)))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("body"));
    }

    @Test
    void every_field_of_the_wrong_type_and_every_field_that_nobody_reads_is_named_at_once() throws Exception {
        JsonBody body =
                requests.body(json("{\"patient\":7,\"decision\":\"PERHAPS\",\"sensitive\":\"yes\",\"version\":1.5,"
                        + "\"engines\":[\"a\",2],\"givenBy\":{\"role\":[],\"extra\":1},\"unheard\":true}"));

        body.text("patient");
        body.oneOf("decision", ConsentDecision.class);
        body.flag("sensitive");
        body.integer("version");
        body.texts("engines");
        body.object("givenBy").ifPresent(giver -> giver.text("role"));

        InvalidRequestException refusal = catchThrowableOfType(InvalidRequestException.class, body::refuseWrong);
        assertThat(refusal.problems())
                .containsOnlyKeys(
                        "patient",
                        "decision",
                        "sensitive",
                        "version",
                        "engines",
                        "givenBy.role",
                        "givenBy.extra",
                        "unheard");
    }

    @Test
    void a_field_that_is_null_counts_as_absent() throws Exception {
        JsonBody body = requests.body(json("{\"note\":null,\"givenBy\":null}"));

        assertThat(body.text("note")).isNull();
        assertThat(body.object("givenBy")).isEmpty();
        body.refuseWrong();
    }

    @Test
    void what_is_required_is_missed_by_its_name_and_what_is_of_the_wrong_type_only_told_so() throws Exception {
        JsonBody body = requests.body(json("{\"on\":\"yes\",\"commercial\":null,\"endpoint\":{}}"));

        assertThat(body.requiredFlag("on")).isFalse();
        assertThat(body.requiredFlag("commercial")).isFalse();
        assertThat(body.requiredInteger("version")).isZero();
        assertThat(body.requiredTexts("inputs")).isEmpty();
        assertThat(body.object("endpoint").orElseThrow().requiredText("url")).isEmpty();

        InvalidRequestException refusal = catchThrowableOfType(InvalidRequestException.class, body::refuseWrong);
        assertThat(refusal.problems())
                .containsOnlyKeys("on", "commercial", "version", "inputs", "endpoint.url")
                .hasEntrySatisfying("on", found -> assertThat(found)
                        .extracting(InvalidRequestException.Problem::code)
                        .containsExactly("wrongType"))
                .hasEntrySatisfying("commercial", found -> assertThat(found)
                        .extracting(InvalidRequestException.Problem::code)
                        .containsExactly("required"));
    }

    @Test
    void what_is_required_and_there_is_read_as_it_stands() throws Exception {
        JsonBody body = requests.body(
                json("{\"name\":\"A\",\"on\":true,\"version\":3,\"inputs\":[\"creatinine\"],\"empty\":\"\"}"));

        assertThat(body.requiredText("name")).isEqualTo("A");
        assertThat(body.requiredFlag("on")).isTrue();
        assertThat(body.requiredInteger("version")).isEqualTo(3);
        assertThat(body.requiredTexts("inputs")).containsExactly("creatinine");
        assertThat(body.requiredText("empty")).isEmpty();
        body.refuseWrong();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "ten", "99999999999"})
    void a_limit_outside_its_range_is_refused(String limit) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setParameter("limit", limit);
        Parameters parameters = requests.parameters(request);

        assertThatThrownBy(() -> parameters.integer("limit", 50, 1, 100))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("limit"));
    }

    @Test
    void a_flag_that_is_not_given_is_not_set() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.addParameter("silent", "true");
        Parameters parameters = requests.parameters(request);

        assertThat(parameters.flag("silent")).isTrue();
        assertThat(parameters.flag("loud")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRUE", "1", "yes", "true,true"})
    void a_flag_that_is_neither_true_nor_false_is_refused(String value) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.addParameter("silent", value);
        Parameters parameters = requests.parameters(request);

        assertThatThrownBy(() -> parameters.flag("silent")).isInstanceOf(InvalidRequestException.class);
    }
}
