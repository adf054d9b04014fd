/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.Arrays;
import java.util.Locale;
import org.openmrs.module.aisupport.platform.Sex;

/**
 * The risk of a first cardiovascular event within ten years. From 40 to 69 years SCORE2, Eur Heart J 2021;42:2439-2454,
 * doi:10.1093/eurheartj/ehab309; from 70 to 89 years SCORE2-OP, Eur Heart J 2021;42:2455-2467, doi:10.1093/eurheartj/ehab312. Not with
 * diabetes, known cardiovascular disease, kidney disease or familial hypercholesterolaemia, nor in pregnancy, and only in a region that
 * it was calibrated for.
 */
final class Score2 {

    private static final int FIRST_AGE = 40;
    private static final int FIRST_OLDER_AGE = 70;
    private static final int LAST_AGE = 89;

    private Score2() {}

    /**
     * @param smoker smokes now
     * @param systolic blood pressure in mmHg
     * @param cholesterol total, in mmol/L
     * @param hdl in mmol/L
     */
    record Person(int age, Sex sex, boolean smoker, double systolic, double cholesterol, double hdl) {
        Person {
            if (age < FIRST_AGE || age > LAST_AGE) {
                throw new IllegalArgumentException("The score is for 40 to 89 years.");
            }
            if (sex == Sex.UNKNOWN) {
                throw new IllegalArgumentException("The score needs the sex.");
            }
        }
    }

    /** Of how high the risk is in a country's people. */
    enum Region {
        LOW(-0.5699, 0.7476, -0.7380, 0.7019, -0.34, 1.19, -0.52, 1.01),
        MODERATE(-0.1565, 0.8009, -0.3143, 0.7701, 0.01, 1.25, -0.10, 1.10),
        HIGH(0.3207, 0.9360, 0.5710, 0.9369, 0.08, 1.15, 0.38, 1.09),
        VERY_HIGH(0.5836, 0.8294, 0.9412, 0.8329, 0.05, 0.70, 0.38, 0.69);

        private final double[] scales;

        /** As the variants of the rule are named: small letters only. */
        static Region named(String variant) {
            return Arrays.stream(values())
                    .filter(region -> region.name().replace("_", "").equalsIgnoreCase(variant))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("SCORE2 has no region '" + variant + "'."));
        }

        /** "very high-risk region". */
        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ') + "-risk region";
        }

        /** A shift and a slope each for men and women, and for older men and women. */
        Region(double... scales) {
            this.scales = scales;
        }

        private double calibrate(double risk, Person person) {
            int at = (isOlder(person) ? 4 : 0) + (person.sex() == Sex.FEMALE ? 2 : 0);
            return 1 - Math.exp(-Math.exp(scales[at] + scales[at + 1] * Math.log(-Math.log(1 - risk))));
        }
    }

    /** What the papers' tables give for one sex: of age, smoking, pressure, cholesterol, HDL, and of age with each of the others. */
    private enum Model {
        MEN(0.9605, 0, 0.3742, 0.6012, 0.2777, 0.1458, -0.2698, -0.0755, -0.0255, -0.0281, 0.0426),
        WOMEN(0.9776, 0, 0.4648, 0.7744, 0.3131, 0.1002, -0.2606, -0.1088, -0.0277, -0.0226, 0.0613),
        OLDER_MEN(0.7576, 0.0929, 0.0634, 0.3524, 0.0094, 0.0850, -0.3564, -0.0247, -0.0005, 0.0073, 0.0091),
        OLDER_WOMEN(0.8082, 0.2288, 0.0789, 0.4921, 0.0102, 0.0605, -0.3040, -0.0255, -0.0004, -0.0009, 0.0154);

        private final double survival;
        private final double mean;
        private final double[] weights;

        Model(double survival, double mean, double... weights) {
            this.survival = survival;
            this.mean = mean;
            this.weights = weights;
        }

        static Model of(Person person) {
            if (isOlder(person)) {
                return person.sex() == Sex.FEMALE ? OLDER_WOMEN : OLDER_MEN;
            }
            return person.sex() == Sex.FEMALE ? WOMEN : MEN;
        }

        double risk(double age, double... others) {
            double predictor = weights[0] * age;
            for (int i = 0; i < others.length; i++) {
                predictor += (weights[1 + i] + weights[1 + others.length + i] * age) * others[i];
            }
            return 1 - Math.pow(survival, Math.exp(predictor - mean));
        }
    }

    /** @return in per cent, not rounded */
    static double percent(Person person, Region region) {
        Model model = Model.of(person);
        double smoker = person.smoker() ? 1 : 0;
        double risk = isOlder(person)
                ? model.risk(
                        person.age() - 73,
                        smoker,
                        person.systolic() - 150,
                        person.cholesterol() - 6,
                        person.hdl() - 1.4)
                : model.risk(
                        (person.age() - 60) / 5.0,
                        smoker,
                        (person.systolic() - 120) / 20,
                        person.cholesterol() - 6,
                        (person.hdl() - 1.3) / 0.5);
        return 100 * region.calibrate(risk, person);
    }

    private static boolean isOlder(Person person) {
        return person.age() >= FIRST_OLDER_AGE;
    }
}
