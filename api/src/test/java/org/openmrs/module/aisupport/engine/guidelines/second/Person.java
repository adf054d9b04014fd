/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.openmrs.module.aisupport.platform.Sex;

/** Whose chart it is; most have their birthday about now, at an age from which something else holds. */
record Person(Sex sex, LocalDate born, double kilograms) {

    int ageOn(int daysAgo) {
        return (int) Math.max(0, born.until(Chart.TODAY.minusDays(daysAgo)).toTotalMonths() / 12);
    }

    static Arbitrary<Person> any() {
        Arbitrary<Integer> ages =
                Arbitraries.of(13, 17, 18, 19, 36, 40, 46, 50, 50, 55, 60, 64, 65, 66, 70, 70, 75, 80, 90, 92);
        Arbitrary<Integer> birthdays = Arbitraries.of(0, 1, -1, -180);
        Arbitrary<Double> weights = Arbitraries.of(48.0, 60.0, 60.1, 78.0, 110.0);
        return Combinators.combine(Arbitraries.of(Sex.FEMALE, Sex.MALE), ages, birthdays, weights)
                .as((sex, age, days, weight) ->
                        new Person(sex, Chart.TODAY.minusYears(age).plusDays(days), weight));
    }
}
