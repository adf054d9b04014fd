/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Date;

/** Reads a time in the forms that webservices.rest reads; without an offset it is the server's own. */
final class PostedTime {

    private static final DateTimeFormatter FORMS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd['T'HH:mm:ss[.SSS][XXX][XX]][ HH:mm:ss]");

    private PostedTime() {}

    /** In whole seconds, as the database keeps it. */
    static LocalDateTime parse(String text) {
        return local(read(text)).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Of a time in the database; null where there is none. */
    static LocalDateTime of(Date date) {
        return date == null ? null : new Timestamp(date.getTime()).toLocalDateTime();
    }

    private static TemporalAccessor read(String text) {
        try {
            return FORMS.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        } catch (DateTimeException e) {
            throw new RestException.Conversion(
                    "Error converting date - correct format (ISO8601 Long): yyyy-MM-dd'T'HH:mm:ss.SSSZ");
        }
    }

    private static LocalDateTime local(TemporalAccessor time) {
        if (time instanceof OffsetDateTime instant) {
            return instant.atZoneSameInstant(ZoneId.systemDefault()).toLocalDateTime();
        }
        return time instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(time);
    }
}
