/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.module.aisupport.platform.Sex;

/** Cockcroft and Gault against worked examples that others published. */
@Tag("E2")
class CreatinineClearanceTest {

    /** A question bank on the ESC guideline, with the same factors for µmol/L. */
    @Test
    void a_worked_example_in_micromoles() {
        assertThat(CreatinineClearance.exact(160, 50, 84, Sex.FEMALE)).isCloseTo(18.2, within(0.05));
    }

    /**
     * Of superglobalcalculator.com and wpcalc.com, which reckon in mg/dL: (140 - age) x weight / (72 x creatinine), for women times
     * 0.85. The rounded factors for µmol/L, 1.23 and 1.04, are within 0.4 % of that.
     */
    @ParameterizedTest(name = "{0} {1} years, {2} kg, {3} mg/dL: {4}")
    @CsvSource({
        "MALE, 60, 80, 1.2, 74.1",
        "MALE, 65, 70, 1.4, 52.1",
        "MALE, 30, 50, 10, 7.64",
        "FEMALE, 45, 65, 0.9, 81.0"
    })
    void worked_examples_in_milligrams(Sex sex, int age, double weight, double milligrams, double expected) {
        assertThat(CreatinineClearance.exact(milligrams * 88.4, weight, age, sex))
                .isCloseTo(expected, within(expected * 0.005));
    }

    @Test
    void without_the_sex_there_is_none() {
        assertThatThrownBy(() -> CreatinineClearance.exact(100, 70, 50, Sex.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
