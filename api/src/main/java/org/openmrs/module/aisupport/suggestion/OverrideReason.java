/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import static org.openmrs.module.aisupport.suggestion.OverrideReasonGroup.APPLICABILITY;
import static org.openmrs.module.aisupport.suggestion.OverrideReasonGroup.EVIDENCE;
import static org.openmrs.module.aisupport.suggestion.OverrideReasonGroup.FEASIBILITY;
import static org.openmrs.module.aisupport.suggestion.OverrideReasonGroup.MOMENT;
import static org.openmrs.module.aisupport.suggestion.OverrideReasonGroup.OUTCOME;
import static org.openmrs.module.aisupport.suggestion.OverrideReasonGroup.RECORD;
import static org.openmrs.module.aisupport.suggestion.OverrideReasonGroup.WISHES;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why a GP rejects a suggestion (S5). The codes of HL7 are the value set "Non-Adherence Reason Clinical Selection"
 * (http://terminology.hl7.org/ValueSet/non-adherence-reason-clinical) of CDS Hooks 3.0.0-ballot, in words of our own; CDS Hooks 2.0 defines
 * none. "Recipient" means there whoever was given the suggestion, which is the GP. Two more are ours. The order is the one on the screen.
 */
public enum OverrideReason {
    WRONG_DATA(RECORD, "wrong-data", "The data it rests on is wrong"),
    NOT_SUPPORTED(RECORD, "not-supported-by-record", "The record does not support it"),
    NOT_APPLICABLE(APPLICABILITY, "cds-not-applicable", "Does not apply to this patient"),
    ALREADY_DONE(APPLICABILITY, "action-completed", "Already done"),
    WRONG_MOMENT(MOMENT, "cds-suboptimal-context", "Not at this moment"),
    DISAGREE(EVIDENCE, "recipient-disagrees-evidence", "I disagree with the evidence"),
    CONCERNED(OUTCOME, "recipient-concerns-outcomes", "I am concerned about the outcome"),
    CONTRAINDICATED(OUTCOME, "patient-contraindication", "Contraindicated"),
    PREFERENCE(WISHES, "does-not-align-preferences", "Not what the patient prefers"),
    DECLINED(WISHES, "patient-refuses", "The patient declines"),
    NOT_FEASIBLE(FEASIBILITY, "not-convenient-feasible", "Not feasible"),
    NOT_AVAILABLE(FEASIBILITY, "service-not-available", "Not available here"),
    TOO_COSTLY(FEASIBILITY, "too-costly-uncovered", "Too costly, or not covered"),
    NOT_UNDERSTOOD(FEASIBILITY, "recipient-does-not-understand", "I do not understand it");

    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes";
    private static final String OWN = "urn:openmrs:aisupport:override-reason";

    private final OverrideReasonGroup group;
    private final String code;
    private final String display;

    OverrideReason(OverrideReasonGroup group, String code, String display) {
        this.group = group;
        this.code = code;
        this.display = display;
    }

    public OverrideReasonGroup group() {
        return group;
    }

    public String system() {
        return group == RECORD ? OWN : HL7;
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
}
