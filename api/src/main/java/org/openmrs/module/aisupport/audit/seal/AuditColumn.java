/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

/**
 * What a seal covers: every column of the audit, in the order in which the seal reads them. A column that is added to the table later
 * makes a new {@link SealFormat#VERSION}: an old seal knows nothing of it.
 */
public enum AuditColumn {
    AUDIT_ID("audit_id", true),
    UUID("uuid", false),
    AT_MICROS("at_micros", true),
    KIND("kind", false),
    OUTCOME("outcome", false),
    ACTOR_ID("actor_id", true),
    ACTOR_UUID("actor_uuid", false),
    ACTOR_NAME("actor_name", false),
    PATIENT_ID("patient_id", true),
    PATIENT_UUID("patient_uuid", false),
    ENCOUNTER_UUID("encounter_uuid", false),
    PURPOSE("purpose", false),
    ENGINE("engine", false),
    ENGINE_VERSION("engine_version", false),
    RUN_UUID("run_uuid", false),
    SUGGESTION_UUID("suggestion_uuid", false),
    PAYLOAD_HASH("payload_hash", false),
    OUTPUT_HASH("output_hash", false),
    RECIPIENT("recipient", false),
    PAYLOAD_BYTES("payload_bytes", true),
    MILLIS("millis", true),
    DETAIL("detail", false);

    private static final AuditColumn[] ALL = values();

    private final String column;
    private final boolean number;

    AuditColumn(String column, boolean number) {
        this.column = column;
        this.number = number;
    }

    static AuditColumn at(int index) {
        return ALL[index];
    }

    static int count() {
        return ALL.length;
    }

    /** Its name in the table, and in an exported line. */
    String column() {
        return column;
    }

    /** Whether it holds a whole number; else a text. */
    boolean isNumber() {
        return number;
    }
}
