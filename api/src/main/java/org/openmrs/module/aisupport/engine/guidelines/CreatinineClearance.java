/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.time.LocalDate;
import java.util.List;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.Measurement;
import org.openmrs.module.aisupport.snapshot.Numbers;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/**
 * Creatinine clearance after Cockcroft and Gault, Nephron 1976;16:31-41, with the actual weight and the age at which the blood was
 * drawn. The sex must be known.
 *
 * @param whole in mL/min, rounded before it is compared
 */
record CreatinineClearance(Measurement creatinine, Measurement weight, int age, long whole) {

    static final String WEIGHT = "weight";
    private static final double MAN = 1.23;
    private static final double WOMAN = 1.04;

    static CreatinineClearance of(Measurement creatinine, Measurement weight, Snapshot snapshot) {
        int age = snapshot.patient().ageOn(snapshot.dayOf(creatinine.at())).orElse(0);
        double exact = exact(
                creatinine.value(), weight.value(), age, snapshot.patient().sex());
        return new CreatinineClearance(creatinine, weight, age, Math.round(exact));
    }

    /**
     * @param creatinine in µmol/L
     * @param weight in kg
     * @return mL/min
     */
    static double exact(double creatinine, double weight, int age, Sex sex) {
        double factor =
                switch (sex) {
                    case MALE -> MAN;
                    case FEMALE -> WOMAN;
                    case UNKNOWN -> throw new IllegalArgumentException("The formula needs the sex.");
                };
        return (140 - age) * weight * factor / creatinine;
    }

    LocalDate day(Snapshot snapshot) {
        return snapshot.dayOf(creatinine.at());
    }

    /** For instance "55 kg". */
    String weightInWords() {
        return Numbers.plain(weight.value()) + " kg";
    }

    /** The creatinine as it stands in the record, and what was reckoned from it. */
    List<Evidence> citeWithoutWeight(Stance stance) {
        return List.of(
                Evidence.of(stance, creatinine),
                Evidence.reckoned(
                        stance, "Creatinine clearance (Cockcroft-Gault)", whole + " mL/min", creatinine.at()));
    }
}
