/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.aisupport.platform.CurrentUser;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/** Reads requests. First of all somebody must be logged in: who isn't learns nothing of what is wrong with the rest. */
@Component("aisupport.requests")
class Requests {

    static final int LARGEST_BODY = 64 * 1024;
    private static final int DEEPEST = 10;

    private final CurrentUser user;
    private final ObjectMapper json = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    Requests(CurrentUser user) {
        this.user = user;
    }

    Parameters parameters(HttpServletRequest request) {
        requireLogin();
        return new Parameters(request);
    }

    void requireLogin() {
        if (user.actor().isEmpty()) {
            throw new NotLoggedInException();
        }
    }

    /** JSON and nothing else: a form-encoded body could be sent by any page that the user's browser has open (X3). */
    JsonBody body(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        requireLogin();
        requireJson(request);
        byte[] bytes = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new BodyTooLargeException();
        }
        JsonNode root = parse(bytes);
        if (!root.isObject()) {
            throw InvalidRequestException.of("body", "wrongType", "Send a JSON object.");
        }
        return new JsonBody(root);
    }

    private static void requireJson(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        String type = request.getContentType();
        boolean isJson;
        try {
            isJson = type != null && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(MediaType.parseMediaType(type));
        } catch (IllegalArgumentException unreadable) {
            isJson = false;
        }
        if (!isJson) {
            throw new HttpMediaTypeNotSupportedException("Send application/json.");
        }
    }

    private JsonNode parse(byte[] bytes) throws IOException {
        try {
            refuseDeep(bytes);
            return json.readTree(bytes);
        } catch (JsonProcessingException malformed) {
            throw InvalidRequestException.of(
                    "body",
                    "malformed",
                    "It is not JSON: look at line " + malformed.getLocation().getLineNr() + ", column "
                            + malformed.getLocation().getColumnNr() + ".");
        }
    }

    /** Older Jacksons read nested values by recursion, and a deep enough body would overflow the stack. */
    private void refuseDeep(byte[] bytes) throws IOException {
        int depth = 0;
        try (JsonParser parser = json.getFactory().createParser(bytes)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth > DEEPEST) {
                    throw InvalidRequestException.of("body", "tooDeep", "Nest at most " + DEEPEST + " levels.");
                }
            }
        }
    }

    static final class NotLoggedInException extends RuntimeException {}

    static final class BodyTooLargeException extends RuntimeException {}
}
