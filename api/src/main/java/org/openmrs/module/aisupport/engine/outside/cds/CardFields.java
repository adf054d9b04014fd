/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.outside.text.PlainText;

/**
 * Reads fields of a card, each in the one type that the specification gives it. Null and empty are forbidden there (Use of JSON), and
 * widely sent; they count as absent.
 */
final class CardFields {

    /** How many times longer a text may be with its formatting than without. */
    private static final int MOST_FORMATTING = 4;

    private CardFields() {}

    /** Plain text. */
    static String required(JsonNode of, String name, int most, CardFault missing) throws BadCard {
        return optional(of, name, most).orElseThrow(() -> new BadCard(missing));
    }

    static Optional<String> optional(JsonNode of, String name, int most) throws BadCard {
        Optional<String> raw = raw(of, name);
        if (raw.isPresent() && raw.get().length() > MOST_FORMATTING * most) {
            throw new BadCard(CardFault.TEXT_TOO_LONG);
        }
        Optional<String> text = raw.map(PlainText::of).filter(plain -> !plain.isBlank());
        if (text.isPresent() && text.get().length() > most) {
            throw new BadCard(CardFault.TEXT_TOO_LONG);
        }
        return text;
    }

    /** As it came: for what is compared or sent back, never shown. */
    static Optional<String> raw(JsonNode of, String name) throws BadCard {
        JsonNode value = of.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new BadCard(CardFault.WRONG_TYPE);
        }
        return Optional.of(value.textValue()).filter(text -> !text.isEmpty());
    }

    /** Objects in a list; none where it is absent. */
    static List<JsonNode> objects(JsonNode of, String name, int most) throws BadCard {
        JsonNode list = of.path(name);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            throw new BadCard(CardFault.WRONG_TYPE);
        }
        if (list.size() > most) {
            throw new BadCard(CardFault.TOO_MANY_PARTS);
        }
        List<JsonNode> objects = new ArrayList<>();
        for (JsonNode object : list) {
            if (!object.isObject()) {
                throw new BadCard(CardFault.WRONG_TYPE);
            }
            objects.add(object);
        }
        return objects;
    }

    /** A card that is not shown; without a trace or a message, which could quote it. */
    static final class BadCard extends Exception {
        private final CardFault fault;

        BadCard(CardFault fault) {
            super(fault.name(), null, false, false);
            this.fault = fault;
        }

        CardFault fault() {
            return fault;
        }
    }
}
