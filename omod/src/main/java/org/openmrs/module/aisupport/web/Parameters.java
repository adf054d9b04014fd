/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.aisupport.validation.InvalidRequestException;

/** A request's query parameters. */
final class Parameters {

    private static final int LONGEST = 100;

    private final HttpServletRequest request;

    Parameters(HttpServletRequest request) {
        this.request = request;
    }

    /** Refuses what isn't known, and what is given twice. */
    void refuseOthers(Set<String> known) {
        request.getParameterMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw InvalidRequestException.of(name, "unknown", "Leave it out; this is not a parameter here.");
            }
            if (values.length > 1) {
                throw InvalidRequestException.of(name, "twice", "Give it once.");
            }
        });
    }

    String required(String name) {
        return optional(name)
                .orElseThrow(() -> InvalidRequestException.of(name, "required", "Give the parameter " + name + "."));
    }

    Optional<String> optional(String name) {
        Optional<String> value = Optional.ofNullable(request.getParameter(name)).filter(given -> !given.isBlank());
        if (value.map(String::length).orElse(0) > LONGEST) {
            throw InvalidRequestException.of(name, "tooLong", "Use at most " + LONGEST + " characters.");
        }
        return value;
    }

    int integer(String name, int fallback, int least, int most) {
        int value;
        try {
            value = optional(name).map(Integer::valueOf).orElse(fallback);
        } catch (NumberFormatException e) {
            throw wrong(name, "a whole number");
        }
        if (value < least || value > most) {
            throw wrong(name, "a number from " + least + " to " + most);
        }
        return value;
    }

    Optional<Instant> instant(String name) {
        try {
            return optional(name).map(value -> OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException e) {
            throw wrong(name, "an instant with offset, such as 2026-01-31T08:00:00Z");
        }
    }

    /** A day of this era, such as a calendar offers. */
    Optional<LocalDate> day(String name) {
        return optional(name).map(value -> {
            try {
                return Optional.of(LocalDate.parse(value))
                        .filter(day -> day.getYear() >= 1970 && day.getYear() <= 9999)
                        .orElseThrow(() -> wrong(name, "a day from 1970 on"));
            } catch (DateTimeParseException e) {
                throw wrong(name, "a day, such as 2026-01-31");
            }
        });
    }

    <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type) {
        return optional(name).map(value -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> wrong(name, "one of " + Arrays.toString(type.getEnumConstants()))));
    }

    /** False where it is not given. */
    boolean flag(String name) {
        return optional(name)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw wrong(name, "true or false");
                })
                .orElse(false);
    }

    private static InvalidRequestException wrong(String name, String expected) {
        return InvalidRequestException.of(name, "wrongType", "Give " + expected + ".");
    }
}
