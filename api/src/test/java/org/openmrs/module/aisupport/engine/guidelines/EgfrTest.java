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
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmrs.module.aisupport.platform.Sex;

/** CKD-EPI 2021 against values that others published, and against a second implementation. */
@Tag("E2")
class EgfrTest {

    private static final double PER_MILLIGRAM = 88.4;

    /** Rounded values of the National Kidney Foundation's calculator. */
    @ParameterizedTest(name = "{0} of {1} years, {2} {3}: {4}")
    @CsvSource({"MALE, 55, 1.09, mg/dL, 80", "FEMALE, 65, 85, µmol/L, 66", "MALE, 55, 1.2, mg/dL, 71"})
    void agrees_with_the_calculator_of_the_National_Kidney_Foundation(
            Sex sex, int age, double creatinine, String unit, long published) {
        double micromoles = unit.equals("mg/dL") ? creatinine * PER_MILLIGRAM : creatinine;

        assertThat(Math.round(Egfr.ckdEpi2021(micromoles, age, sex))).isEqualTo(published);
    }

    /** From the tests of the R package admiral, which divides by 88.42: hence the tolerance. */
    @ParameterizedTest(name = "{0} of {1} years, {2} µmol/L: {3}")
    @CsvSource({"MALE, 55, 96.3, 80.2293", "FEMALE, 52, 70, 89.7175", "MALE, 67, 77, 94.5453", "FEMALE, 76, 65, 84.4646"
    })
    void agrees_with_the_worked_values_of_a_package_for_clinical_trials(
            Sex sex, int age, double creatinine, double published) {
        assertThat(Egfr.ckdEpi2021(creatinine, age, sex)).isCloseTo(published, within(0.1));
    }

    @ParameterizedTest(name = "{0} of {1} years, {2} mg/dL: {3}")
    @CsvSource({
        "FEMALE, 60, 0.8, 84.3",
        "MALE, 40, 0.9, 110.7",
        "MALE, 34, 1.14, 86.5",
        "MALE, 55, 1.8, 43.9",
        "FEMALE, 55, 1.8, 32.9"
    })
    void agrees_with_implementations_of_others(Sex sex, int age, double milligrams, double published) {
        assertThat(Egfr.ckdEpi2021(milligrams * PER_MILLIGRAM, age, sex)).isCloseTo(published, within(0.06));
    }

    @ParameterizedTest
    @EnumSource(names = {"FEMALE", "MALE"})
    void agrees_with_a_second_implementation_over_the_whole_range(Sex sex) {
        for (int age = 18; age <= 110; age++) {
            for (double micromoles = 10; micromoles <= 3000; micromoles *= 1.02) {
                assertThat(Egfr.ckdEpi2021(micromoles, age, sex))
                        .as("%s, %d years, %.2f µmol/L", sex, age, micromoles)
                        .isCloseTo(SecondEgfr.ofMilligrams(micromoles / PER_MILLIGRAM, age, sex), withPercentage(1e-9));
            }
        }
    }

    @ParameterizedTest(name = "{0} at {1} mg/dL")
    @CsvSource({"FEMALE, 0.7", "MALE, 0.9"})
    void has_no_step_at_the_hinge_of_the_formula(Sex sex, double hinge) {
        double below = Egfr.ckdEpi2021((hinge - 1e-9) * PER_MILLIGRAM, 50, sex);
        double above = Egfr.ckdEpi2021((hinge + 1e-9) * PER_MILLIGRAM, 50, sex);

        assertThat(below).isGreaterThan(above).isCloseTo(above, within(1e-5));
    }

    @ParameterizedTest
    @EnumSource(names = {"FEMALE", "MALE"})
    void falls_with_creatinine_and_with_age(Sex sex) {
        assertThat(Egfr.ckdEpi2021(101, 60, sex)).isLessThan(Egfr.ckdEpi2021(100, 60, sex));
        assertThat(Egfr.ckdEpi2021(100, 61, sex)).isLessThan(Egfr.ckdEpi2021(100, 60, sex));
    }

    @Test
    void is_refused_without_a_sex() {
        assertThatThrownBy(() -> Egfr.ckdEpi2021(90, 60, Sex.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sex");
    }
}
