/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs;

public class Condition extends BaseFormRecordableOpenmrsData {

    private Integer conditionId;

    private Patient patient;

    private Encounter encounter;

    private CodedOrFreeText condition;

    private ConditionClinicalStatus clinicalStatus;

    private ConditionVerificationStatus verificationStatus;

    public Condition() {}

    public Patient getPatient() {
        return patient;
    }

    public void setPatient(Patient patient) {
        this.patient = patient;
    }

    public Encounter getEncounter() {
        return encounter;
    }

    public void setEncounter(Encounter encounter) {
        this.encounter = encounter;
    }

    public CodedOrFreeText getCondition() {
        return condition;
    }

    public void setCondition(CodedOrFreeText condition) {
        this.condition = condition;
    }

    public ConditionClinicalStatus getClinicalStatus() {
        return clinicalStatus;
    }

    public void setClinicalStatus(ConditionClinicalStatus clinicalStatus) {
        this.clinicalStatus = clinicalStatus;
    }

    public ConditionVerificationStatus getVerificationStatus() {
        return verificationStatus;
    }

    public void setVerificationStatus(ConditionVerificationStatus verificationStatus) {
        this.verificationStatus = verificationStatus;
    }

    @Override
    public Integer getId() {
        return conditionId;
    }

    @Override
    public void setId(Integer id) {
        this.conditionId = id;
    }
}
