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

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.audit.seal.AuditHead;
import org.openmrs.module.aisupport.audit.seal.AuditSealService;
import org.openmrs.module.aisupport.audit.seal.Verification;
import org.openmrs.module.aisupport.audit.seal.Verified;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;

@Tag("A2")
class AuditSealControllerTest {

    private static final AuditHead HEAD = new AuditHead(
            4_000_000_000L, "ab".repeat(32), 5, Instant.parse("2026-11-30T10:00:00.123456Z"), "2026", "cd".repeat(32));

    private final FakeUser user = new FakeUser();
    private final Service service = new Service();
    private final AuditSealController controller = new AuditSealController(service, new Requests(user));

    private static final class Service implements AuditSealService {
        private VerificationState state = new VerificationState(Optional.empty(), Optional.empty());
        private Optional<AuditHead> against = Optional.empty();

        @Override
        public AuditHead head() {
            return HEAD;
        }

        @Override
        public VerificationState verification() {
            return state;
        }

        @Override
        public Verification verify(Optional<AuditHead> against) {
            against.filter(head -> !head.equals(HEAD) && !Verified.isSigned(head))
                    .ifPresent(foreign -> {
                        throw InvalidRequestException.of(
                                "head", "notSigned", "No key of this server signed this head.");
                    });
            this.against = against;
            return Verified.underWay();
        }

        @Override
        public void export(OutputStream out) throws IOException {
            out.write("{\"head\":{}}\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private Map<String, Object> post(Object body) throws IOException, HttpMediaTypeNotSupportedException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/audit/verification");
        request.setContentType("application/json");
        request.setContent(new ObjectMapper().writeValueAsBytes(body));
        return controller.verify(request);
    }

    /** Harm: a head that was kept can't be given back, and the cut it would show is not found. */
    @Test
    void a_head_that_was_answered_can_be_sent_back_as_it_is() throws Exception {
        post(Map.of("head", controller.head()));

        assertThat(service.against).hasValue(HEAD);
    }

    /** Harm: a nonsensical time is an error of the server, 500, and not of whoever sent it. */
    @ParameterizedTest
    @ValueSource(strings = {"2263-01-01T00:00:00Z", "+300000-01-01T00:00:00Z", "+999999999-12-31T23:59:59.999999999Z"})
    void a_head_from_beyond_the_year_2262_is_not_taken_and_is_a_bad_request(String at) {
        Map<String, Object> head = new HashMap<>(controller.head());
        head.put("at", at);

        RuntimeException refused = catchThrowableOfType(RuntimeException.class, () -> post(Map.of("head", head)));

        assertThat(new ErrorAnswers(thrown -> false, user).of(refused).status()).isEqualTo(400);
    }

    @Test
    void a_verification_needs_no_head() throws Exception {
        Map<String, Object> told = post(Map.of());

        assertThat(service.against).isEmpty();
        assertThat(told)
                .containsEntry("status", "RUNNING")
                .containsEntry("rows", 3L)
                .containsEntry("total", 7L);
        assertThat(told).doesNotContainKeys("endedAt", "by", "finding", "head", "message", "againstSeq");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"head\":{}}",
                "{\"head\":\"all of it\"}",
                "{\"head\":{\"seq\":1,\"hash\":\"h\",\"auditId\":1,\"at\":\"yesterday\",\"key\":\"k\",\"signature\":\"s\"}}",
                "{\"head\":{\"seq\":1e40,\"hash\":\"h\",\"auditId\":1,\"at\":\"2026-11-30T10:00:00Z\",\"key\":\"k\",\"signature\":\"s\"}}",
                "{\"hed\":{}}"
            })
    void what_is_no_head_is_refused_and_nothing_starts(String body) throws IOException {
        Object json = new ObjectMapper().readValue(body, Object.class);

        assertThatThrownBy(() -> post(json)).isInstanceOf(InvalidRequestException.class);
        assertThat(service.against).isEmpty();
    }

    @Test
    void a_field_that_is_missing_is_named() {
        InvalidRequestException thrown =
                catchThrowableOfType(InvalidRequestException.class, () -> post(Map.of("head", Map.of("seq", 1))));

        assertThat(thrown.problems())
                .containsOnlyKeys("head.hash", "head.auditId", "head.at", "head.key", "head.signature");
    }

    @Test
    void what_is_found_is_told_with_its_place_and_whom_it_was_made_for() {
        service.state = new AuditSealService.VerificationState(
                Optional.of(Verified.underWay()),
                Optional.of(Verified.broken(new Actor(1, "u", "Dr. Anna Friis"), HEAD)));

        Map<String, Object> told = controller.verification();

        assertThat(told).containsOnlyKeys("underWay", "last");
        assertThat(told.get("last"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("status", "BROKEN")
                .containsEntry("rows", 2L)
                .containsEntry("unsealed", 1L)
                .containsEntry("againstSeq", HEAD.seq())
                .containsEntry("by", Map.of("uuid", "u", "display", "Dr. Anna Friis"))
                .containsEntry("finding", Map.of("kind", "EDITED", "seq", 3L, "auditId", 12L))
                .containsKeys("endedAt", "head", "message");
    }

    @Test
    void before_the_first_verification_there_is_nothing_to_tell() {
        assertThat(controller.verification()).isEmpty();
    }

    @Test
    void an_export_is_lines_of_JSON_to_be_kept_as_a_file() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();

        controller.export(new MockHttpServletRequest(), response);

        assertThat(response.getContentType()).isEqualTo("application/x-ndjson");
        assertThat(response.getHeader("Content-Disposition")).contains("audit.ndjson");
        assertThat(response.getContentAsString()).isEqualTo("{\"head\":{}}\n");
        assertThat(response.isCommitted()).isTrue();
    }

    @Test
    void whoever_is_not_logged_in_gets_nothing() {
        user.logOut();
        MockHttpServletResponse response = new MockHttpServletResponse();

        assertThatThrownBy(controller::head).isInstanceOf(Requests.NotLoggedInException.class);
        assertThatThrownBy(controller::verification).isInstanceOf(Requests.NotLoggedInException.class);
        assertThatThrownBy(() -> post(Map.of())).isInstanceOf(Requests.NotLoggedInException.class);
        assertThatThrownBy(() -> controller.export(new MockHttpServletRequest(), response))
                .isInstanceOf(Requests.NotLoggedInException.class);
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getHeader("Content-Disposition")).isNull();
    }

    @Test
    void a_head_while_another_verification_is_under_way_is_a_conflict_that_says_what_to_do() {
        ErrorAnswer answer = new ErrorAnswers(thrown -> false, user).of(Verified.anotherUnderWay());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("VERIFICATION_UNDER_WAY");
        assertThat(answer.detail()).contains("send the head again");
    }
}
