/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.util.List;
import java.util.Locale;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.PatientRecord;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Patients;
import org.openmrs.module.aisupport.validation.NotFoundException;
import org.openmrs.module.aisupport.validation.Problems;

/** Finds the patient, and hands on. Recording keeps its own transaction, since the mirror must follow the ledger. */
public class AiConsentServiceImpl implements AiConsentService {

    private final Patients patients;
    private final ConsentOverviews overviews;
    private final ConsentRecorder recorder;
    private final RenewalList renewals;
    private final Leaflets leaflets;
    private final Transactions transactions;

    public AiConsentServiceImpl(
            Patients patients,
            ConsentOverviews overviews,
            ConsentRecorder recorder,
            RenewalList renewals,
            Leaflets leaflets,
            Transactions transactions) {
        this.patients = patients;
        this.overviews = overviews;
        this.recorder = recorder;
        this.renewals = renewals;
        this.leaflets = leaflets;
        this.transactions = transactions;
    }

    @Override
    public PurposeState check(String patientUuid, Purpose purpose) {
        // A caller's long transaction would be shown the rows as they were when it began.
        return transactions.alone(() -> overviews.state(patient(patientUuid).ref(), purpose));
    }

    @Override
    public ConsentOverview overview(String patientUuid) {
        return transactions.in(() -> overviews.of(patient(patientUuid)));
    }

    @Override
    public ConsentRecorded record(ConsentRequest request) {
        request.refuseNonsense();
        return recorder.record(refOf(request.patientUuid()), request);
    }

    @Override
    public ConsentRecorded correct(ConsentCorrection correction) {
        correction.refuseNonsense();
        return recorder.correct(refOf(correction.patientUuid()), correction);
    }

    @Override
    public ConsentRecorded endGuardianship(String patientUuid, Purpose purpose, String note) {
        new Problems()
                .required(patientUuid, "patient")
                .required(purpose, "purpose")
                .atMost(1000, note, "note")
                .refuseIfAny();
        return recorder.endGuardianship(refOf(patientUuid), purpose, note);
    }

    @Override
    public RenewalPage renewals(RenewalQuery query) {
        return transactions.in(() -> renewals.page(query));
    }

    @Override
    public List<Leaflet> leaflets(Locale locale) {
        return transactions.in(() -> leaflets.current(locale));
    }

    /** Voided ones too: a no is taken whatever has become of the record, and a yes is refused further down. */
    private PatientRef refOf(String uuid) {
        return transactions
                .in(() -> patients.findEvenVoided(uuid))
                .orElseThrow(() -> new NotFoundException("patient", uuid));
    }

    private PatientRecord patient(String uuid) {
        return patients.byUuid(uuid).orElseThrow(() -> new NotFoundException("patient", uuid));
    }
}
