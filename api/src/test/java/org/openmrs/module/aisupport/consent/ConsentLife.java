/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.validation.InvalidRequestException;

/** One patient, who lives through the same steps in the database and in the model. */
final class ConsentLife {

    private static final LocalDate GROWN_UP = LocalDate.of(1960, 1, 1);

    final House house = new House();
    final PatientRef patient = house.patients.add(GROWN_UP);
    final LifeModel model = new LifeModel(GROWN_UP, house.clock.getZone());

    void live(LifeStep step) {
        try {
            take(step);
        } catch (InvalidRequestException | ConsentChangedException refused) {
            // then nothing was said
        }
    }

    private void take(LifeStep step) {
        Instant now = house.clock.instant();
        if (step instanceof LifeStep.Grant grant) {
            grant(grant, now);
        } else if (step instanceof LifeStep.No no) {
            house.say(patient, no.purpose(), no.decision());
            model.no(no.purpose());
        } else if (step instanceof LifeStep.CorrectWhatStands correct) {
            correct(correct.purpose());
        } else if (step instanceof LifeStep.GuardianshipEnds ends) {
            house.consent.endGuardianship(patient.uuid(), ends.purpose(), null);
            model.no(ends.purpose());
        } else if (step instanceof LifeStep.AttributeChangedOutside change) {
            house.mirror.changeFromOutside(patient, change.value());
        } else if (step instanceof LifeStep.AttributeAddedOutside added) {
            house.mirror.addFromOutside(patient, added.stored());
        } else if (step instanceof LifeStep.Sweep) {
            model.sweep(now, attributeSaysYes());
            LifeStep.PURPOSES.forEach(purpose -> house.keeper.attend(patient, purpose));
        } else {
            befall(step, now);
        }
    }

    private void befall(LifeStep step, Instant now) {
        if (step instanceof LifeStep.TimePasses passes) {
            house.clock.advance(passes.by());
        } else if (step instanceof LifeStep.Death) {
            house.patients.die(patient);
            model.die();
        } else if (step instanceof LifeStep.Merge merge) {
            merge(merge.said(), now);
        } else if (step instanceof LifeStep.BirthDateCorrected corrected) {
            house.patients.setBirthdate(patient, corrected.to());
            model.bornOn(corrected.to());
        } else {
            throw new IllegalArgumentException(step.toString());
        }
    }

    private void grant(LifeStep.Grant grant, Instant now) {
        boolean self = grant.by() == Giver.Role.PATIENT;
        Instant effective = grant.effective().map(now::plus).orElse(null);
        Instant expires = grant.expires().map(now::plus).orElse(null);
        house.consent.record(new ConsentRequest(
                patient.uuid(),
                grant.purpose(),
                ConsentDecision.GRANT,
                grant.sensitive(),
                new Giver(grant.by(), self ? null : "Bente Holm", self ? null : "mother"),
                ConsentMethod.SPOKEN,
                house.leafletVersion(grant.purpose()),
                "en",
                effective,
                expires,
                null));
        model.grant(
                grant.purpose(),
                grant.by(),
                grant.sensitive(),
                house.clock.instant(),
                effective == null ? now : effective,
                expires);
    }

    private void correct(Purpose purpose) {
        Optional<String> standing = house.consent.check(patient.uuid(), purpose).eventUuid();
        if (standing.isPresent()) {
            house.consent.correct(new ConsentCorrection(patient.uuid(), purpose, standing.get(), "a slip"));
            model.takeBack(purpose);
        }
    }

    private void merge(Optional<ConsentDecision> said, Instant now) {
        PatientRef other = house.patients.add(GROWN_UP);
        said.ifPresent(decision -> LifeStep.PURPOSES.forEach(purpose -> {
            if (decision == ConsentDecision.GRANT) {
                house.grant(other, purpose);
            } else {
                house.say(other, purpose, decision);
            }
        }));
        house.patients.merge(other, patient, now);
        model.merge(now, said.equals(Optional.of(ConsentDecision.GRANT)));
    }

    /** As any other reader of the platform's table would see it. */
    boolean attributeSaysYes() {
        List<String> stored = Database.texts(
                "select value from person_attribute where person_id = ? and voided = false", patient.id());
        return stored.size() == 1 && List.of("1", ConsentMirror.YES_CONCEPT).contains(stored.get(0));
    }

    /** The purposes to which the gate says yes, and the model could not; empty as it must be. */
    List<Purpose> wronglyPermitted() {
        Instant before = house.clock.instant();
        boolean mirror = attributeSaysYes();
        List<Purpose> permitted = permitted();
        Instant after = house.clock.instant().plus(Duration.ofMillis(1));
        return permitted.stream()
                .filter(purpose -> !model.mayBeYes(purpose, before, mirror) && !model.mayBeYes(purpose, after, mirror))
                .toList();
    }

    List<Purpose> permitted() {
        return house.inTransaction(() -> LifeStep.PURPOSES.stream()
                .filter(purpose -> house.gate.denial(patient, purpose).isEmpty())
                .toList());
    }
}
