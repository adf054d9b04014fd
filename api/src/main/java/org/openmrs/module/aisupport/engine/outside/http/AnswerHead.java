/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges an answer by its status and headers, before any of its body is read. */
final class AnswerHead {

    /** application/json, or a type that says it is JSON (RFC 6839). */
    private static final Pattern JSON = Pattern.compile("application/(?:[a-z0-9.!#$&^_-]+\\+)?json");

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\"]*?)\"?");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    private final HttpResponse.ResponseInfo info;

    AnswerHead(HttpResponse.ResponseInfo info) {
        this.info = info;
    }

    /** Empty where the body may be read. */
    Optional<ExchangeResult.Failed> refusal(OutgoingRequest.Answer expected, int answerBytes) {
        Optional<ExchangeFailure> reason = byStatus(info.statusCode(), expected);
        if (reason.isEmpty() && expected == OutgoingRequest.Answer.JSON) {
            reason = byHeaders(info.headers(), answerBytes);
        }
        return reason.map(why -> new ExchangeResult.Failed(why, OptionalInt.of(info.statusCode()), retryAfter()));
    }

    private static Optional<ExchangeFailure> byStatus(int status, OutgoingRequest.Answer expected) {
        if (expected == OutgoingRequest.Answer.NOTHING && status / 100 == 2) {
            return Optional.empty();
        }
        return switch (status) {
            case 200 -> Optional.empty();
            case 204 -> Optional.of(ExchangeFailure.NO_CONTENT);
            case 401, 403, 407 -> Optional.of(ExchangeFailure.UNAUTHORISED);
            case 404, 410 -> Optional.of(ExchangeFailure.NOT_FOUND);
            case 412 -> Optional.of(ExchangeFailure.LACKS_DATA);
            case 429 -> Optional.of(ExchangeFailure.ASKED_TO_WAIT);
            default -> Optional.of(byClass(status / 100));
        };
    }

    private static ExchangeFailure byClass(int hundreds) {
        return switch (hundreds) {
            case 3 -> ExchangeFailure.REDIRECTED;
            case 4 -> ExchangeFailure.REFUSED;
            case 5 -> ExchangeFailure.ENGINE_FAILED;
            default -> ExchangeFailure.UNEXPECTED_STATUS;
        };
    }

    private static Optional<ExchangeFailure> byHeaders(HttpHeaders headers, int answerBytes) {
        boolean encoded =
                headers.allValues("content-encoding").stream().anyMatch(coding -> !coding.equalsIgnoreCase("identity"));
        if (encoded) {
            return Optional.of(ExchangeFailure.ENCODED);
        }
        if (!isJson(headers.allValues("content-type"))) {
            return Optional.of(ExchangeFailure.NOT_JSON_TYPE);
        }
        boolean large = headers.firstValueAsLong("content-length").orElse(0) > answerBytes;
        return large ? Optional.of(ExchangeFailure.TOO_LARGE) : Optional.empty();
    }

    private static boolean isJson(List<String> types) {
        if (types.size() != 1) {
            return false;
        }
        String[] parts = types.get(0).toLowerCase(Locale.ROOT).split(";");
        return JSON.matcher(parts[0].strip()).matches()
                && Arrays.stream(parts).skip(1).map(String::strip).allMatch(AnswerHead::isNoOtherCharset);
    }

    private static boolean isNoOtherCharset(String parameter) {
        Matcher charset = CHARSET.matcher(parameter);
        return !charset.matches() || charset.group(1).equals("utf-8");
    }

    /** RFC 9110, section 10.2.3, in seconds; a date is not read, since the engine's clock is its own. */
    private Optional<Duration> retryAfter() {
        return info.headers()
                .firstValue("retry-after")
                .map(String::strip)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
