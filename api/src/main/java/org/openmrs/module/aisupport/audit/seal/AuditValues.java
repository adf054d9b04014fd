/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.util.Arrays;

/**
 * An audit row as the database holds it, column by column: whole numbers as {@link Long}, texts as they stand, and null. No enum and no
 * instant, since a value that the module would never write must be found and not trip the one who looks for it.
 */
final class AuditValues {

    private final Object[] values;

    /** @param values in the order of {@link AuditColumn} */
    AuditValues(Object[] values) {
        if (values.length != AuditColumn.count()) {
            throw new IllegalArgumentException("one value for each of " + AuditColumn.count() + " columns");
        }
        this.values = values.clone();
    }

    Object get(AuditColumn column) {
        return values[column.ordinal()];
    }

    Object at(int index) {
        return values[index];
    }

    /** Zero where a file says none; in the table there always is one. */
    long id() {
        return number(AuditColumn.AUDIT_ID);
    }

    long atMicros() {
        return number(AuditColumn.AT_MICROS);
    }

    private long number(AuditColumn column) {
        return get(column) instanceof Long number ? number : 0;
    }

    AuditValues with(AuditColumn column, Object value) {
        AuditValues changed = new AuditValues(values);
        changed.values[column.ordinal()] = value;
        return changed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuditValues same && Arrays.equals(values, same.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** Who and what it is about is nobody's business in a log. */
    @Override
    public String toString() {
        return "audit row " + id();
    }
}
