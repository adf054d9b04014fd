/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A line of an exported audit as what it is. Whatever it says beyond that no seal covers, so it is refused and not passed over.
 *
 * @param sealed a link of the chain, or null
 * @param unsealed a row without a seal, or null
 * @param head the head at the end, or null
 */
record ExportLine(SealedRow sealed, AuditValues unsealed, AuditHead head) {

    private static final Set<String> LINK = Set.of("seq", "auditId", "format", "previous", "hash", "key", "row");
    private static final Set<String> HEAD = Set.of("seq", "hash", "auditId", "at", "key", "signature");

    /** @throws IllegalArgumentException for what is no line of an export */
    static ExportLine read(String line) {
        Map<String, Object> fields = JsonLine.read(line);
        if (fields.keySet().equals(Set.of("head"))) {
            return new ExportLine(null, null, head(object(fields, "head")));
        }
        if (fields.keySet().equals(Set.of("row"))) {
            return new ExportLine(null, values(object(fields, "row")), null);
        }
        refuseOthers(fields, LINK);
        Seal seal = new Seal(
                number(fields, "seq"),
                number(fields, "auditId"),
                Math.toIntExact(number(fields, "format")),
                text(fields, "previous"),
                text(fields, "hash"),
                text(fields, "key"));
        Optional<AuditValues> row =
                fields.get("row") == null ? Optional.empty() : Optional.of(values(object(fields, "row")));
        return new ExportLine(new SealedRow(seal, row), null, null);
    }

    /** A head in a file of its own: as it was answered, or as the last line of an export. */
    static AuditHead readHead(String text) {
        Map<String, Object> fields = JsonLine.read(text);
        return head(fields.keySet().equals(Set.of("head")) ? object(fields, "head") : fields);
    }

    private static AuditHead head(Map<String, Object> fields) {
        refuseOthers(fields, HEAD);
        return new AuditHead(
                number(fields, "seq"),
                text(fields, "hash"),
                number(fields, "auditId"),
                instant(text(fields, "at")),
                text(fields, "key"),
                text(fields, "signature"));
    }

    /** Java reads small letters as well, which nothing of ours writes. */
    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text.replace('t', '?').replace('z', '?'))
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("The head's time can't be read.", e);
        }
    }

    private static AuditValues values(Map<String, Object> fields) {
        Object[] values = new Object[AuditColumn.count()];
        Set<String> others = new HashSet<>(fields.keySet());
        for (AuditColumn column : AuditColumn.values()) {
            Object value = fields.get(column.column());
            others.remove(column.column());
            if (value != null && column.isNumber() != value instanceof Long) {
                throw new IllegalArgumentException(column.column() + " has the wrong type.");
            }
            values[column.ordinal()] = value;
        }
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("No column of the audit: " + new TreeSet<>(others));
        }
        return new AuditValues(values);
    }

    private static void refuseOthers(Map<String, Object> fields, Set<String> known) {
        if (!fields.keySet().equals(known)) {
            throw new IllegalArgumentException("Expected are the fields " + new TreeSet<>(known) + " and no others.");
        }
    }

    private static long number(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException(name + " has to be a whole number.");
    }

    private static String text(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " has to be a text.");
    }

    @SuppressWarnings("unchecked") // a JsonLine's objects have texts for names
    private static Map<String, Object> object(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw new IllegalArgumentException(name + " has to be an object.");
    }
}
