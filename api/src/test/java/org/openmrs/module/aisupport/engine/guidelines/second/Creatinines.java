/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random creatinines, each next to a threshold of eGFR or of creatinine clearance. */
final class Creatinines {

    private Creatinines() {}

    /** The first creatinine in micromoles that is over it, of somebody of that age. */
    private interface Threshold {
        int firstOver(Person person, int age);

        static Threshold egfr(int value) {
            return (person, age) -> CkdEpi.firstMicromolesBelow(value, person.sex(), age);
        }

        static Threshold clearance(int value) {
            return (person, age) -> CockcroftGault.firstMicromolesBelow(value, person.sex(), age, person.kilograms());
        }
    }

    private static Arbitrary<Threshold> thresholds() {
        Arbitrary<Threshold> egfr = Arbitraries.of(60, 60, 50, 45, 30, 15, 90).map(Threshold::egfr);
        Arbitrary<Threshold> clearance = Arbitraries.of(15, 30, 50, 51).map(Threshold::clearance);
        Arbitrary<Threshold> high = Arbitraries.just((person, age) -> 133);
        return Arbitraries.frequencyOf(Tuple.of(5, egfr), Tuple.of(2, clearance), Tuple.of(1, high));
    }

    /** @param belowThreshold whether it is the first that falls below, or the last that does not */
    private record Creatinine(Threshold threshold, boolean belowThreshold, int gap, int minutes, boolean inMilligrams) {
        Chart.Result on(int daysAgo, Person person, int index) {
            int age = person.ageOn(daysAgo);
            int micromoles = threshold.firstOver(person, age) - (belowThreshold ? 0 : 1);
            double milligrams = Math.round(CkdEpi.milligrams(micromoles) * 100) / 100.0;
            return inMilligrams
                    ? Results.at(Lab.CREATININE_IN_MG, milligrams, daysAgo, minutes, index)
                    : Results.at(Lab.CREATININE, micromoles, daysAgo, minutes, index);
        }
    }

    /** From the newest to the oldest, so and so many days apart. */
    static Arbitrary<List<Results.Planned>> any() {
        Arbitrary<List<Creatinine>> values = Combinators.combine(
                        thresholds(),
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(90, 0, 14, 30, 60, 89, 91, 200),
                        Results.timesOfDay(),
                        Arbitraries.of(false, false, true))
                .as(Creatinine::new)
                .list()
                .ofMaxSize(4);
        Arbitrary<Integer> newest =
                Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.of(1, 30)), Tuple.of(1, PastDays.any()));
        return Combinators.combine(values, newest).as(Creatinines::apart);
    }

    private static List<Results.Planned> apart(List<Creatinine> values, int newestDaysAgo) {
        List<Results.Planned> planned = new ArrayList<>();
        int daysAgo = newestDaysAgo;
        for (Creatinine value : values) {
            int day = daysAgo;
            planned.add((person, index) -> List.of(value.on(day, person, index)));
            daysAgo += value.gap();
        }
        return planned;
    }
}
