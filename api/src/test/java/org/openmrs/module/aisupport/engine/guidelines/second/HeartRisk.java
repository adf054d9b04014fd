/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.List;
import org.openmrs.module.aisupport.platform.Sex;

/**
 * Ten-year risk of a heart attack, a stroke or death of either: SCORE2 up to 69 years (Eur Heart J 2021;42:2439-2454, doi:10.1093/eurheartj/ehab309) and
 * SCORE2-OP from 70 on (2455-2467, doi:10.1093/eurheartj/ehab312). Figures as rounded in the supplements; diabetes, which both models
 * have, is left out: neither is meant for it.
 *
 * @param systolic in mmHg
 * @param total in mmol/L, as is HDL
 */
record HeartRisk(Sex sex, int age, boolean smokes, double systolic, double total, double hdl) {

    private static final int OLD = 70;

    /** What a unit of each is worth alone, and what each is worth more with a unit of age. */
    private record Model(List<Double> alone, List<Double> byAge, double mean, double survival) {}

    private static final Model MAN =
            new Model(List.of(0.6012, 0.2777, 0.1458, -0.2698), List.of(-0.0755, -0.0255, -0.0281, 0.0426), 0, 0.9605);
    private static final Model WOMAN =
            new Model(List.of(0.7744, 0.3131, 0.1002, -0.2606), List.of(-0.1088, -0.0277, -0.0226, 0.0613), 0, 0.9776);
    private static final Model OLD_MAN = new Model(
            List.of(0.3524, 0.0094, 0.0850, -0.3564), List.of(-0.0247, -0.0005, 0.0073, 0.0091), 0.0929, 0.7576);
    private static final Model OLD_WOMAN = new Model(
            List.of(0.4921, 0.0102, 0.0605, -0.3040), List.of(-0.0255, -0.0004, -0.0009, 0.0154), 0.2288, 0.8082);

    HeartRisk withTotal(double other) {
        return new HeartRisk(sex, age, smokes, systolic, other, hdl);
    }

    /** In tenths of a per cent, as it is told. */
    long tenths(Region region) {
        return (long) Math.floor(percent(region) * 10 + 0.5);
    }

    double percent(Region region) {
        double[] scales = scales(region);
        double hazard = -Math.log(survivalWithoutRegion());
        return 100 * (1 - Math.exp(-Math.exp(scales[0] + scales[1] * Math.log(hazard))));
    }

    private double survivalWithoutRegion() {
        Model model = isOld() ? (isWoman() ? OLD_WOMAN : OLD_MAN) : isWoman() ? WOMAN : MAN;
        return Math.pow(model.survival(), Math.exp(predictor(model) - model.mean()));
    }

    private double predictor(Model model) {
        double years = isOld() ? age - 73 : (age - 60) / 5.0;
        double sum = years * ageAlone();
        List<Double> measured = measured();
        for (int i = 0; i < measured.size(); i++) {
            sum += measured.get(i)
                    * (model.alone().get(i) + years * model.byAge().get(i));
        }
        return sum;
    }

    private double ageAlone() {
        return isOld() ? (isWoman() ? 0.0789 : 0.0634) : isWoman() ? 0.4648 : 0.3742;
    }

    private List<Double> measured() {
        double smoking = smokes ? 1 : 0;
        return isOld()
                ? List.of(smoking, systolic - 150, total - 6, hdl - 1.4)
                : List.of(smoking, (systolic - 120) / 20, total - 6, (hdl - 1.3) / 0.5);
    }

    private double[] scales(Region region) {
        if (isOld()) {
            return isWoman() ? scalesOfOldWomen(region) : scalesOfOldMen(region);
        }
        return isWoman() ? scalesOfWomen(region) : scalesOfMen(region);
    }

    private static double[] scalesOfMen(Region region) {
        return switch (region) {
            case LOW -> new double[] {-0.5699, 0.7476};
            case MODERATE -> new double[] {-0.1565, 0.8009};
            case HIGH -> new double[] {0.3207, 0.9360};
            case VERY_HIGH -> new double[] {0.5836, 0.8294};
        };
    }

    private static double[] scalesOfWomen(Region region) {
        return switch (region) {
            case LOW -> new double[] {-0.7380, 0.7019};
            case MODERATE -> new double[] {-0.3143, 0.7701};
            case HIGH -> new double[] {0.5710, 0.9369};
            case VERY_HIGH -> new double[] {0.9412, 0.8329};
        };
    }

    private static double[] scalesOfOldMen(Region region) {
        return switch (region) {
            case LOW -> new double[] {-0.34, 1.19};
            case MODERATE -> new double[] {0.01, 1.25};
            case HIGH -> new double[] {0.08, 1.15};
            case VERY_HIGH -> new double[] {0.05, 0.70};
        };
    }

    private static double[] scalesOfOldWomen(Region region) {
        return switch (region) {
            case LOW -> new double[] {-0.52, 1.01};
            case MODERATE -> new double[] {-0.10, 1.10};
            case HIGH -> new double[] {0.38, 1.09};
            case VERY_HIGH -> new double[] {0.38, 0.69};
        };
    }

    private boolean isOld() {
        return age >= OLD;
    }

    private boolean isWoman() {
        return sex == Sex.FEMALE;
    }
}
