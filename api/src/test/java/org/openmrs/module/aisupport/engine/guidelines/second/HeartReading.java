/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.stream.Stream;

/** Rules about the heart and the vessels, read from their sources. */
final class HeartReading {

    private HeartReading() {}

    /**
     * ESC 2024 (Van Gelder IC et al., Eur Heart J 2024;45:3314-3414): in atrial fibrillation or flutter anticoagulation is recommended from a
     * CHA2DS2-VA of 2 on, and should be considered at 1; with a mechanical valve or mitral stenosis it is a vitamin K antagonist
     * whatever the score. Heparin is an anticoagulant too, and so is one that begins tomorrow. Adults; in pregnancy none of this holds.
     */
    static Said anticoagulation(Facts facts) {
        boolean has =
                Stream.of(Group.VITAMIN_K_ANTAGONIST, Group.DOAC, Group.HEPARIN).anyMatch(facts::isGiven);
        boolean asked = facts.has(Illness.Group.ATRIAL_FIBRILLATION) && facts.isAdult() && !facts.isPregnant();
        if (!asked || has) {
            return Said.NOTHING;
        }
        if (facts.everHad(Illness.Group.HEART_VALVE)) {
            return Said.WARNING;
        }
        int score = strokeScore(facts);
        return score >= 2 ? Said.WARNING : score == 1 ? Said.INFO : Said.NOTHING;
    }

    /**
     * NICE NG238 1.7.2: atorvastatin for everyone with cardiovascular disease, whatever the cholesterol; 1.5.9: not in pregnancy. Not those on
     * dialysis or with a transplant. That strokes are left alone where a haemorrhage is recorded is the project's.
     */
    static Said statin(Facts facts) {
        boolean stroke = facts.everHad(Illness.Group.STROKE) && !facts.everHad(Illness.Group.BRAIN_HAEMORRHAGE);
        boolean diseased = stroke || facts.everHad(Illness.Group.ARTERIAL_DISEASE);
        boolean outside = !facts.isAdult() || facts.isPregnant() || facts.everHad(Illness.Group.KIDNEY_FAILURE);
        return diseased && !outside && !facts.isGiven(Group.STATIN) ? Said.WARNING : Said.NOTHING;
    }

    /**
     * CHA2DS2-VA, as far as diagnoses and age give it: blood pressures and medicines are left out by the project, and it is the project's that hypertension
     * and diabetes have to be active.
     */
    static int strokeScore(Facts facts) {
        int age = facts.age() >= 75 ? 2 : facts.age() >= 65 ? 1 : 0;
        return age
                + (facts.everHad(Illness.Group.STROKE) ? 2 : 0)
                + (facts.everHad(Illness.Group.HEART_FAILURE) ? 1 : 0)
                + (facts.has(Illness.Group.HYPERTENSION) ? 1 : 0)
                + (facts.has(Illness.Group.DIABETES) ? 1 : 0)
                + (facts.everHad(Illness.Group.ARTERIAL_DISEASE) ? 1 : 0);
    }
}
