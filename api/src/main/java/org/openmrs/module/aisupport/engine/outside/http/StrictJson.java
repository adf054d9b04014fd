/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON (RFC 8259) that a stranger wrote: an object in plain UTF-8, of modest depth and with modest values, each field once. The
 * Jackson that answers at run time may be older than its own limits (ADR 3), so the tokens are walked through before a tree is made.
 */
public final class StrictJson {

    static final int DEPTH = 32;
    static final int TEXT_LENGTH = 65_536;
    static final int NAME_LENGTH = 256;
    static final int NUMBER_LENGTH = 40;

    private static final ObjectMapper JSON = new ObjectMapper(new JsonFactory())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private StrictJson() {}

    /** @throws Unreadable with the reason; it quotes nothing */
    public static JsonNode read(byte[] bytes) throws Unreadable {
        String text = decode(bytes);
        try {
            walk(text);
            JsonNode tree = JSON.readTree(text);
            if (!tree.isObject()) {
                throw new Unreadable(ExchangeFailure.NOT_JSON);
            }
            return tree;
        } catch (IOException malformed) {
            throw new Unreadable(ExchangeFailure.NOT_JSON);
        }
    }

    private static String decode(byte[] bytes) throws Unreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new Unreadable(ExchangeFailure.NOT_UTF8);
        }
    }

    private static void walk(String text) throws IOException, Unreadable {
        int depth = 0;
        try (JsonParser parser = JSON.getFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth > DEPTH) {
                    throw new Unreadable(ExchangeFailure.TOO_DEEP);
                }
                checkLength(token, parser);
            }
        } catch (JsonParseException malformed) {
            // The only way that Jackson tells a repeated field from other faults is its message, which is not passed
            // on.
            boolean repeated = malformed.getOriginalMessage().startsWith("Duplicate field");
            throw new Unreadable(repeated ? ExchangeFailure.REPEATED_FIELD : ExchangeFailure.NOT_JSON);
        }
    }

    private static void checkLength(JsonToken token, JsonParser parser) throws IOException, Unreadable {
        int most = token == JsonToken.FIELD_NAME ? NAME_LENGTH : token.isNumeric() ? NUMBER_LENGTH : TEXT_LENGTH;
        if (token.isScalarValue() || token == JsonToken.FIELD_NAME) {
            if (parser.getTextLength() > most) {
                throw new Unreadable(ExchangeFailure.TOO_LONG_A_VALUE);
            }
        }
    }

    /** Why an answer is not read; without a trace or a cause, which could quote it. */
    public static final class Unreadable extends Exception {
        private final ExchangeFailure reason;

        Unreadable(ExchangeFailure reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }

        public ExchangeFailure reason() {
            return reason;
        }
    }
}
