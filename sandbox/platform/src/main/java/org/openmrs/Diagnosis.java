/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs;

public class Diagnosis extends BaseCustomizableData {

    private Integer diagnosisId;

    private Patient patient;

    private Encounter encounter;

    private CodedOrFreeText diagnosis;

    private ConditionVerificationStatus certainty;

    private Integer rank;

    private String formNamespaceAndPath;

    public Diagnosis() {}

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

    public CodedOrFreeText getDiagnosis() {
        return diagnosis;
    }

    public void setDiagnosis(CodedOrFreeText diagnosis) {
        this.diagnosis = diagnosis;
    }

    public ConditionVerificationStatus getCertainty() {
        return certainty;
    }

    public void setCertainty(ConditionVerificationStatus certainty) {
        this.certainty = certainty;
    }

    public Integer getRank() {
        return rank;
    }

    public void setRank(Integer rank) {
        this.rank = rank;
    }

    @Override
    public Integer getId() {
        return diagnosisId;
    }

    @Override
    public void setId(Integer id) {
        this.diagnosisId = id;
    }

    public String getFormNamespaceAndPath() {
        return formNamespaceAndPath;
    }

    public void setFormField(String namespace, String formFieldPath) {
        formNamespaceAndPath = namespace + "^" + formFieldPath;
    }
}
