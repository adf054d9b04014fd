/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why a GP rejects a suggestion (S5). The codes are those that HL7's clinical value set for CDS Hooks 3.0.0-ballot suggests, and two
 * of our own; CDS Hooks 2.0 defines none.
 */
public enum OverrideReason {
    WRONG_DATA(System.OWN, "wrong-data", "The data it rests on is wrong"),
    NOT_SUPPORTED(System.OWN, "not-supported-by-record", "The record does not support it"),
    NOT_APPLICABLE(System.HL7, "cds-not-applicable", "Does not apply to this patient"),
    ALREADY_DONE(System.HL7, "action-completed", "Already done"),
    WRONG_MOMENT(System.HL7, "cds-suboptimal-context", "Not at this moment"),
    DISAGREE(System.HL7, "recipient-disagrees-evidence", "I disagree with the evidence"),
    CONCERNED(System.HL7, "recipient-concerns-outcomes", "I am concerned about the outcome"),
    CONTRAINDICATED(System.HL7, "patient-contraindication", "Contraindicated"),
    PREFERENCE(System.HL7, "does-not-align-preferences", "Not what the patient prefers"),
    DECLINED(System.HL7, "patient-refuses", "The patient declines"),
    NOT_FEASIBLE(System.HL7, "not-convenient-feasible", "Not feasible"),
    NOT_AVAILABLE(System.HL7, "service-not-available", "Not available here"),
    TOO_COSTLY(System.HL7, "too-costly-uncovered", "Too costly, or not covered");

    private final String system;
    private final String code;
    private final String display;

    OverrideReason(String system, String code, String display) {
        this.system = system;
        this.code = code;
        this.display = display;
    }

    public String system() {
        return system;
    }

    public String code() {
        return code;
    }

    public String display() {
        return display;
    }

    public static Optional<OverrideReason> ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst();
    }

    private static final class System {
        static final String HL7 = "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes";
        static final String OWN = "urn:openmrs:aisupport:override-reason";
    }
}
