/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

/**
 * What a reason for rejecting is about, so that a GP finds it without reading all of them (S5). HL7's code system "Non-Adherence Reason Codes"
 * of CDS Hooks 3.0.0-ballot orders its codes under six (the value set "Non-Adherence Reason Categories"), of which each is a reason as well
 * and names its group; the record is ours.
 */
public enum OverrideReasonGroup {
    RECORD("record", "The record"),
    APPLICABILITY("cds-not-applicable", "Whether it applies"),
    MOMENT("cds-suboptimal-context", "The moment"),
    EVIDENCE("recipient-disagrees-evidence", "The evidence"),
    OUTCOME("recipient-concerns-outcomes", "What may come of it"),
    WISHES("does-not-align-preferences", "The patient's wishes"),
    FEASIBILITY("not-convenient-feasible", "Whether it can be done");

    private final String code;
    private final String display;

    OverrideReasonGroup(String code, String display) {
        this.code = code;
        this.display = display;
    }

    public String code() {
        return code;
    }

    public String display() {
        return display;
    }
}
