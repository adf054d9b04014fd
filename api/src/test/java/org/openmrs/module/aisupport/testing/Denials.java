/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.openmrs.module.aisupport.consent.ConsentCorrection;
import org.openmrs.module.aisupport.consent.ConsentDecision;
import org.openmrs.module.aisupport.consent.ConsentMethod;
import org.openmrs.module.aisupport.consent.ConsentRequest;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.consent.Giver;
import org.openmrs.module.aisupport.consent.Leaflets;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;

/** Brings about each no, from a patient who had said yes to everything that own care includes. */
public final class Denials {

    private static final Giver THE_PATIENT = new Giver(Giver.Role.PATIENT, null, null);
    private static final Giver THE_GUARDIAN = new Giver(Giver.Role.GUARDIAN, "Bente Holm", "mother");
    private static final LocalDate GROWN_UP = LocalDate.of(1960, 1, 1);

    private final House house;

    public Denials(House house) {
        this.house = house;
    }

    public PatientRef permitted() {
        PatientRef patient = house.patients.add(GROWN_UP);
        house.grant(patient, Purpose.OWN_CARE, THE_PATIENT, true);
        return patient;
    }

    public void bringAbout(DenialReason reason, PatientRef patient) {
        switch (reason) {
            case NO_RECORD -> recordedInError(patient);
            case REFUSED -> house.say(patient, Purpose.OWN_CARE, ConsentDecision.REFUSE);
            case WITHDRAWN -> house.withdraw(patient);
            case EXPIRED -> {
                house.consent.record(grant(patient, null, house.clock.instant().plusSeconds(20)));
                house.clock.advance(Duration.ofSeconds(20));
            }
            case NOT_YET_EFFECTIVE ->
                house.consent.record(grant(patient, house.clock.instant().plus(Duration.ofDays(1)), null));
            case LEAFLET_CHANGED ->
                Database.execute(
                        "update aisupport_consent_state set leaflet_version = '0' where patient_id = ?", patient.id());
            case CAME_OF_AGE -> {
                grantOfAGuardian(patient);
                house.patients.setBirthdate(patient, GROWN_UP);
            }
            case GUARDIANSHIP_ENDED -> {
                grantOfAGuardian(patient);
                house.consent.endGuardianship(patient.uuid(), Purpose.OWN_CARE, null);
            }
            case GUARDIAN_NEEDED -> house.patients.setBirthdate(patient, childsBirthdate());
            case MERGED -> house.patients.merge(house.patients.add(), patient, house.clock.instant());
            case ATTRIBUTE_CHANGED -> outsideAndSeen(patient, ConsentMirror.Value.UNDECIDED);
            case PENDING_EVIDENCE -> {
                house.withdraw(patient);
                outsideAndSeen(patient, ConsentMirror.Value.YES);
            }
            case MIRROR_DIFFERS -> house.mirror.changeFromOutside(patient, ConsentMirror.Value.NO);
            case NARROWED -> house.grant(patient);
            case DECEASED -> house.patients.die(patient);
            case NO_PATIENT -> house.patients.close(patient);
            case UNREADABLE ->
                Database.execute(
                        "update aisupport_consent_state set status = 'MAYBE' where patient_id = ?", patient.id());
        }
    }

    private void recordedInError(PatientRef patient) {
        String grant = house.consent.overview(patient.uuid()).events().get(0).getUuid();
        house.consent.correct(new ConsentCorrection(patient.uuid(), Purpose.OWN_CARE, grant, "another patient's form"));
    }

    private void grantOfAGuardian(PatientRef patient) {
        house.patients.setBirthdate(patient, childsBirthdate());
        house.grantBy(patient, THE_GUARDIAN);
    }

    private static LocalDate childsBirthdate() {
        return LocalDate.now().minusYears(10);
    }

    private void outsideAndSeen(PatientRef patient, ConsentMirror.Value value) {
        house.mirror.changeFromOutside(patient, value);
        house.keeper.attend(patient, Purpose.OWN_CARE);
    }

    private static ConsentRequest grant(PatientRef patient, Instant effective, Instant expires) {
        return new ConsentRequest(
                patient.uuid(),
                Purpose.OWN_CARE,
                ConsentDecision.GRANT,
                true,
                THE_PATIENT,
                ConsentMethod.SPOKEN,
                Leaflets.load().currentVersion(),
                "en",
                effective,
                expires,
                null);
    }
}
