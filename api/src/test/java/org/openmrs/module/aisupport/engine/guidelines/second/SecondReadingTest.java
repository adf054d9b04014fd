/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.module.aisupport.platform.Sex;

/** Worked examples, on which the second reading, the module and the source all have to agree. */
@Tag("E2")
class SecondReadingTest {

    /**
     * The first four are published, with a package that has the equation and with the calculator of the National Kidney Foundation. At
     * the last two nothing but age and sex counts: 142 times 0.9938 to the power of 40, for women times 1.012.
     */
    @ParameterizedTest(name = "{0} {1} years, {2} mg/dL: {3}")
    @CsvSource({
        "FEMALE, 50, 1.0, 68.6",
        "MALE, 70, 0.8, 95.2",
        "FEMALE, 70, 0.8, 79.2",
        "MALE, 55, 1.2, 71.4",
        "FEMALE, 40, 0.7, 112.06",
        "MALE, 40, 0.9, 110.7"
    })
    void the_equation_gives_what_its_worked_examples_do(Sex sex, int age, double milligrams, double expected) {
        assertThat(CkdEpi.exact(sex, age, milligrams)).isCloseTo(expected, within(0.05));
    }

    /** Published: the first with micromoles, the others with 1.2 and 1.4 mg/dL and the constants 72 and 0.85, which differ by 0.4 %. */
    @ParameterizedTest(name = "{0} {1} years, {2} kg, {3} micromol/L: {4}")
    @CsvSource({"FEMALE, 84, 50, 160, 18.2", "MALE, 60, 80, 106.08, 74.1", "MALE, 65, 70, 123.76, 52.1"})
    void the_clearance_is_what_its_worked_examples_give(
            Sex sex, int age, double kilograms, double micromoles, double expected) {
        assertThat(CockcroftGault.exact(sex, age, kilograms, micromoles)).isCloseTo(expected, withinPercentage(0.4));
    }

    /** The first is published, the others follow from the formula. */
    @ParameterizedTest(name = "{0} years, AST {1}, ALT {2}, platelets {3}: {4}")
    @CsvSource({"50, 40, 40, 200, 1.58", "45, 30, 36, 250, 0.90", "60, 80, 60, 110, 5.63"})
    void fib4_is_what_its_worked_examples_give(int age, double ast, double alt, double platelets, double expected) {
        assertThat(Fib4.of(age, ast, alt, platelets)).isCloseTo(expected, within(0.005));
    }

    /**
     * The first eight are worked out in the supplement of SCORE2, and the next four in its abstract; then the example of SCORE2-OP's supplement, and what others reckoned by
     * the same formula and tested against the calculator of the ESC.
     */
    @ParameterizedTest(name = "{0} {1} years, smokes: {2}, {3} mmHg, {4} and {5} mmol/L, {6}: {7} %")
    @CsvSource({
        "MALE, 50, true, 140, 6.3, 1.4, LOW, 6.31",
        "FEMALE, 50, true, 140, 6.3, 1.4, LOW, 4.33",
        "MALE, 50, true, 140, 6.3, 1.4, MODERATE, 8.11",
        "FEMALE, 50, true, 140, 6.3, 1.4, MODERATE, 5.23",
        "MALE, 50, true, 140, 6.3, 1.4, HIGH, 8.81",
        "FEMALE, 50, true, 140, 6.3, 1.4, HIGH, 7.13",
        "MALE, 50, true, 140, 6.3, 1.4, VERY_HIGH, 15.06",
        "FEMALE, 50, true, 140, 6.3, 1.4, VERY_HIGH, 14.13",
        "MALE, 50, true, 140, 5.5, 1.3, LOW, 5.9",
        "FEMALE, 50, true, 140, 5.5, 1.3, LOW, 4.2",
        "MALE, 50, true, 140, 5.5, 1.3, VERY_HIGH, 14.0",
        "FEMALE, 50, true, 140, 5.5, 1.3, VERY_HIGH, 13.7",
        "MALE, 75, true, 140, 5.5, 1.3, LOW, 18.6",
        "FEMALE, 75, true, 140, 5.5, 1.3, LOW, 15.2",
        "MALE, 75, false, 140, 5.5, 1.3, LOW, 13.3",
        "FEMALE, 75, true, 140, 5.5, 1.3, MODERATE, 20.0",
        "MALE, 75, true, 140, 6, 1.3, HIGH, 29.2",
        "FEMALE, 75, true, 140, 6, 1.3, VERY_HIGH, 46.2"
    })
    void the_risk_is_what_its_worked_examples_give(
            Sex sex, int age, boolean smokes, double systolic, double total, double hdl, Region region, double risk) {
        assertThat(new HeartRisk(sex, age, smokes, systolic, total, hdl).percent(region))
                .isCloseTo(risk, within(0.05));
    }

    @Test
    void each_rule_of_the_module_is_read_a_second_time() {
        assertThat(SecondReading.of(ChartLine.read("F 50")).keySet()).isEqualTo(ChartAsRecord.rules());
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # UK Kidney Association 2023, NICE NG203 1.6.19
            potassium-raised | NOTHING | F 60 POTASSIUM=5.4@2 RAMIPRIL@90
            potassium-raised | WARNING | F 60 POTASSIUM=5.5@2 RAMIPRIL@90
            potassium-raised | WARNING | F 60 POTASSIUM=5.9@2 SPIRONOLACTONE@90
            potassium-raised | CRITICAL | F 60 POTASSIUM=6.0@2 RAMIPRIL@90
            potassium-raised | NOTHING | F 60 POTASSIUM=6.4@2 RAMIPRIL@90-3
            potassium-raised | CRITICAL | F 60 POTASSIUM=6.5@2
            potassium-raised | NOTHING | F 60 POTASSIUM=4.9@1 POTASSIUM=6.8@2 RAMIPRIL@90
            # MHRA 2014, NHS Specialist Pharmacy Service
            nitrofurantoin-renal | NOTHING | F 72 CREATININE=113@10 NITROFURANTOIN_CAPSULES@1
            nitrofurantoin-renal | WARNING | F 72 CREATININE=114@10 NITROFURANTOIN_CAPSULES@1
            nitrofurantoin-renal | WARNING | F 72 CREATININE=159@10 NITROFURANTOIN_CAPSULES@1
            nitrofurantoin-renal | CRITICAL | F 72 CREATININE=160@10 NITROFURANTOIN_CAPSULES@1
            # EMA 2016, STOPP v3 E6
            metformin-renal | NOTHING | M 75 CREATININE=141@10 METFORMIN_TABLETS@900
            metformin-renal | WARNING | M 75 CREATININE=142@10 METFORMIN_TABLETS@900
            metformin-renal | CRITICAL | M 75 CREATININE=200@10 METFORMIN_TABLETS@900
            metformin-renal | CANT_TELL | M 75 CREATININE=200@367 METFORMIN_TABLETS@900
            # STOPP v3 E4, NICE NG203 1.1.20
            nsaid-renal | NOTHING | F 80 CREATININE=99@10 IBUPROFEN@5
            nsaid-renal | WARNING | F 80 CREATININE=100@10 IBUPROFEN@5
            nsaid-renal | NOTHING | F 80 CREATININE=100@10 DICLOFENAC_GEL@5
            nsaid-renal | CRITICAL | M 68 CREATININE=220@10 IBUPROFEN@5
            nsaid-renal | NOTHING | M 60 CREATININE=150@10 IBUPROFEN@5
            nsaid-renal | INFO | M 60 CREATININE=150@400 IBUPROFEN@5 CKD_STAGE_3@800
            # Lapi 2013
            triple-whammy | WARNING | F 60 IBUPROFEN@5 RAMIPRIL@90 FUROSEMIDE@90
            triple-whammy | WARNING | F 60 IBUPROFEN@5 LISINOPRIL_WITH_HYDROCHLOROTHIAZIDE@90
            triple-whammy | NOTHING | F 60 IBUPROFEN@5 RAMIPRIL@90
            triple-whammy | NOTHING | F 60 DICLOFENAC_GEL@5 RAMIPRIL@90 FUROSEMIDE@90
            triple-whammy | NOTHING | F 60 IBUPROFEN@5-1 RAMIPRIL@90 FUROSEMIDE@90
            # KDIGO 2024, NICE IND233 and NG203 1.1.8
            ckd-unrecorded | WARNING | F 72 CREATININE=89@10 CREATININE=89@100
            ckd-unrecorded | NOTHING | F 72 CREATININE=89@10 CREATININE=89@99
            ckd-unrecorded | NOTHING | F 72 CREATININE=89@10 CREATININE=88@100
            ckd-unrecorded | NOTHING | F 72 CREATININE=89@10 CREATININE=80@50 CREATININE=89@200
            ckd-unrecorded | INFO | F 72 CREATININE=89@10
            ckd-unrecorded | INFO | F 72 CREATININE=89@90
            ckd-unrecorded | NOTHING | F 72 CREATININE=89@91
            ckd-unrecorded | NOTHING | F 72 CREATININE=89@10 CREATININE=89@100 CKD_STAGE_3@5
            # KDIGO 2024 practice point 2.1.1
            ckd-acr-overdue | NOTHING | F 60 CKD_STAGE_3@800 ALBUMIN_TO_CREATININE=3@365
            ckd-acr-overdue | INFO | F 60 CKD_STAGE_3@800 ALBUMIN_TO_CREATININE=3@366
            ckd-acr-overdue | NOTHING | F 60 CKD_STAGE_3@800 ON_DIALYSIS@90
            # NHS Specialist Pharmacy Service, lithium
            lithium-monitoring | WARNING | M 50 LITHIUM_CARBONATE@900 LITHIUM_LEVEL=0.6@200
            lithium-monitoring | NOTHING | M 50 LITHIUM_CARBONATE@900 LITHIUM_LEVEL=0.6@110 TSH=2@9 CALCIUM=2.4@9 CREATININE=80@9
            lithium-monitoring | WARNING | M 50 LITHIUM_CARBONATE@900 LITHIUM_LEVEL=0.6@110 IBUPROFEN@5
            lithium-monitoring | WARNING | M 50 LITHIUM_CARBONATE@900 LITHIUM_LEVEL=0.8@110
            lithium-monitoring | WARNING | M 65 LITHIUM_CARBONATE@900 LITHIUM_LEVEL=0.6@110
            lithium-monitoring | WARNING | M 50 LITHIUM_CARBONATE@300 LITHIUM_LEVEL=0.6@110
            lithium-monitoring | NOTHING | M 64 LITHIUM_CARBONATE@900 LITHIUM_LEVEL=0.6@110 TSH=2@9 CALCIUM=2.4@9 CREATININE=80@9
            lithium-monitoring | NOTHING | M 50 LITHIUM_CARBONATE@900 LITHIUM_LEVEL=0.79@110 TSH=2@9 CALCIUM=2.4@9 CREATININE=80@9
            lithium-monitoring | NOTHING | M 50 LITHIUM_CARBONATE@365 LITHIUM_LEVEL=0.6@110 TSH=2@9 CALCIUM=2.4@9 CREATININE=80@9
            lithium-monitoring | WARNING | M 50 LITHIUM_CARBONATE@364 LITHIUM_LEVEL=0.6@110 TSH=2@9 CALCIUM=2.4@9 CREATININE=80@9
            lithium-monitoring | INFO | M 50 LITHIUM_CARBONATE@900 LITHIUM_LEVEL=0.6@10 TSH=2@9 CREATININE=80@9
            lithium-monitoring | CRITICAL | M 50 LITHIUM_CARBONATE@900 LITHIUM_LEVEL=1.5@30
            # WHO 2011
            hba1c-diabetes-range | WARNING | F 50 HBA1C=48@10
            hba1c-diabetes-range | NOTHING | F 50 HBA1C=47@10
            hba1c-diabetes-range | WARNING | F 50 HBA1C_IN_PERCENT=6.5@10
            hba1c-diabetes-range | NOTHING | F 50 HBA1C_IN_PERCENT=6.4@10
            hba1c-diabetes-range | NOTHING | F 17 HBA1C=48@10
            hba1c-diabetes-range | NOTHING | F 30 HBA1C=48@10 PREGNANT=yes@20
            hba1c-diabetes-range | NOTHING | F 50 HBA1C=60@10 TYPE_2_DIABETES@900
            # NICE NG136
            clinic-blood-pressure | NOTHING | F 50 BP=139/89@0
            clinic-blood-pressure | INFO | F 50 BP=140/80@0
            clinic-blood-pressure | INFO | F 50 BP=130/90@0
            clinic-blood-pressure | WARNING | F 50 BP=142/80@0 BP=130/95@0
            clinic-blood-pressure | NOTHING | F 50 BP=135/85@0 BP=150/95@0
            clinic-blood-pressure | CRITICAL | F 50 BP=180/80@0
            clinic-blood-pressure | CRITICAL | F 50 BP=150/120@0
            clinic-blood-pressure | WARNING | F 50 BP=179/119@0 BP=179/119@0
            clinic-blood-pressure | NOTHING | F 50 BP=150/95@0 ESSENTIAL_HYPERTENSION@900
            clinic-blood-pressure | INFO | F 50 BP=150/95@0 BP=150/95@1
            clinic-blood-pressure | INFO | F 50 BP=150/95@0 BP=120/75@1
            clinic-blood-pressure | NOTHING | F 50 BP=150/95@5 HOME=135/80@30
            clinic-blood-pressure | NOTHING | F 50 BP=150/95@5 HOME=120/70@5
            clinic-blood-pressure | INFO | F 50 BP=150/95@5 HOME=120/70@6
            clinic-blood-pressure | INFO | F 50 BP=150/95@5 HOME_SYSTOLIC=150@5
            clinic-blood-pressure | CRITICAL | F 50 BP=180/95@5 HOME=120/70@5
            clinic-blood-pressure | INFO | F 50 BP=150/95@5 HOME=160/95@367
            # SCORE2 and SCORE2-OP: the 50-year-olds and 75-year-olds of the papers, then both sides of the lines of ESC 2021
            score2 | INFO | M 50 REGION=LOW BP=140/80@9 TOTAL_CHOLESTEROL=5.5@9 HDL=1.3@9 SMOKES=EVERY_DAY@9
            score2 | NOTHING | F 50 REGION=LOW BP=140/80@9 TOTAL_CHOLESTEROL=5.5@9 HDL=1.3@9 SMOKES=EVERY_DAY@9
            score2 | INFO | F 50 REGION=MODERATE BP=140/80@9 TOTAL_CHOLESTEROL=5.5@9 HDL=1.3@9 SMOKES=EVERY_DAY@9
            score2 | INFO | M 50 REGION=VERY_HIGH BP=140/80@9 TOTAL_CHOLESTEROL=5.5@9 HDL=1.3@9 SMOKES=EVERY_DAY@9
            score2 | INFO | F 50 REGION=VERY_HIGH BP=140/80@9 TOTAL_CHOLESTEROL=5.5@9 HDL=1.3@9 SMOKES=EVERY_DAY@9
            score2 | INFO | M 75 REGION=LOW BP=140/80@9 TOTAL_CHOLESTEROL=5.5@9 HDL=1.3@9 SMOKES=EVERY_DAY@9
            score2 | INFO | F 75 REGION=LOW BP=140/80@9 TOTAL_CHOLESTEROL=5.5@9 HDL=1.3@9 SMOKES=EVERY_DAY@9
            score2 | NOTHING | M 49 REGION=MODERATE BP=120/80@9 TOTAL_CHOLESTEROL=4.14@9 HDL=1.3@9 SMOKES=NEVER@9
            score2 | INFO | M 49 REGION=MODERATE BP=120/80@9 TOTAL_CHOLESTEROL=4.15@9 HDL=1.3@9 SMOKES=NEVER@9
            score2 | NOTHING | F 40 REGION=HIGH BP=120/80@9 TOTAL_CHOLESTEROL=5.38@9 HDL=1.3@9 SMOKES=EVERY_DAY@9
            score2 | INFO | F 40 REGION=HIGH BP=120/80@9 TOTAL_CHOLESTEROL=5.39@9 HDL=1.3@9 SMOKES=EVERY_DAY@9
            score2 | NOTHING | M 60 REGION=LOW BP=120/80@9 TOTAL_CHOLESTEROL=5.91@9 HDL=1.3@9 SMOKES=NEVER@9
            score2 | INFO | M 60 REGION=LOW BP=120/80@9 TOTAL_CHOLESTEROL=5.92@9 HDL=1.3@9 SMOKES=NEVER@9
            score2 | NOTHING | M 70 REGION=LOW BP=120/80@9 TOTAL_CHOLESTEROL=5.82@9 HDL=1.3@9 SMOKES=FORMERLY@9
            score2 | INFO | M 70 REGION=LOW BP=120/80@9 TOTAL_CHOLESTEROL=5.83@9 HDL=1.3@9 SMOKES=FORMERLY@9
            score2 | INFO | F 72 REGION=LOW BP=140/80@9 TOTAL_CHOLESTEROL=4.54@9 HDL=1.3@9 SMOKES=NEVER@9
            score2 | NOTHING | F 72 REGION=LOW BP=140/80@9 TOTAL_CHOLESTEROL=4.53@9 HDL=1.3@9 SMOKES=NEVER@9
            score2 | NOTHING | M 39 REGION=VERY_HIGH BP=180/100@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@9
            score2 | INFO | M 89 REGION=VERY_HIGH BP=180/100@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@9
            score2 | NOTHING | M 90 REGION=VERY_HIGH BP=180/100@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@9
            score2 | NOTHING | M 60 BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@9
            score2 | NOTHING | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@9 ATORVASTATIN@90
            score2 | NOTHING | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@9 EZETIMIBE@90
            score2 | NOTHING | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@9 BEMPEDOIC_ACID_WITH_EZETIMIBE@90
            score2 | NOTHING | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@9 TYPE_2_DIABETES@900-30
            score2 | NOTHING | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@9 OLD_MYOCARDIAL_INFARCTION@900
            score2 | NOTHING | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@9 INTRACEREBRAL_HAEMORRHAGE@900
            score2 | NOTHING | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@9 CKD_STAGE_3@900
            score2 | NOTHING | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@9 ON_DIALYSIS@900
            score2 | NOTHING | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@9 INHERITED_HYPERCHOLESTEROLAEMIA@900
            score2 | NOTHING | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@9 CREATININE=150@366
            score2 | INFO | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@9 ATORVASTATIN@90-3
            score2 | INFO | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@9 PURE_HYPERCHOLESTEROLAEMIA@900
            score2 | INFO | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@9 CREATININE=150@367
            score2 | INFO | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@9 CREATININE=80@9
            score2 | INFO | M 60 REGION=LOW BP=160/80@366 TOTAL_CHOLESTEROL=8@731 HDL=1@731 SMOKES=EVERY_DAY@731
            score2 | CANT_TELL | M 60 REGION=LOW BP=160/80@367 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@9
            score2 | CANT_TELL | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@732 HDL=1@732 SMOKES=EVERY_DAY@9
            score2 | CANT_TELL | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=EVERY_DAY@732
            score2 | CANT_TELL | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=1@10 SMOKES=EVERY_DAY@9
            score2 | CANT_TELL | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=8@9 SMOKES=EVERY_DAY@9
            score2 | CANT_TELL | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKES=UNKNOWN@9 SMOKER@900-300
            score2 | INFO | M 60 REGION=LOW BP=160/80@9 TOTAL_CHOLESTEROL=8@9 HDL=1@9 SMOKER@900
            score2 | INFO | M 60 REGION=LOW BP=120/80@9 TOTAL_CHOLESTEROL_IN_MG=240@9 HDL_IN_MG=40@9 SMOKES=UNKNOWN@9 SMOKES=EVERY_DAY@90
            score2 | NOTHING | M 60 REGION=LOW BP=120/80@9 TOTAL_CHOLESTEROL_IN_MG=200@9 HDL_IN_MG=60@9 SMOKES=NEVER@9 SMOKER@900
            # NICE NG136 1.2.8
            home-blood-pressure | WARNING | F 50 HOME=135/80@9 BP=140/80@30
            home-blood-pressure | WARNING | F 50 DAY=130/85@9 BP=130/90@366
            home-blood-pressure | NOTHING | F 50 HOME=134/84@9 BP=150/95@30
            home-blood-pressure | INFO | F 50 HOME=135/80@366
            home-blood-pressure | NOTHING | F 50 HOME=135/80@367
            home-blood-pressure | INFO | F 50 HOME=150/95@9 BP=150/95@367
            home-blood-pressure | NOTHING | F 50 HOME=150/95@9 BP=139/89@3
            home-blood-pressure | NOTHING | F 50 HOME=150/95@9 BP=139/89@3 BP=150/95@3
            home-blood-pressure | WARNING | F 50 HOME=150/95@9 BP=139/89@3 BP=150/95@4
            home-blood-pressure | NOTHING | F 50 HOME=130/80@9 HOME=150/95@30 BP=150/95@4
            home-blood-pressure | CANT_TELL | F 50 HOME_SYSTOLIC=150@2 HOME=150/95@9 BP=150/95@4
            home-blood-pressure | WARNING | F 50 HOME_SYSTOLIC=120@10 HOME=150/95@9 BP=150/95@4
            home-blood-pressure | NOTHING | F 50 HOME=150/95@9 BP=150/95@4 ESSENTIAL_HYPERTENSION@900-30
            home-blood-pressure | NOTHING | F 17 HOME=150/95@9 BP=150/95@4
            home-blood-pressure | NOTHING | F 30 HOME=150/95@9 BP=150/95@4 PREGNANT=yes@20
            # ESC 2024
            af-anticoagulation | INFO | F 60 PAROXYSMAL_ATRIAL_FIBRILLATION@90 ESSENTIAL_HYPERTENSION@90
            af-anticoagulation | NOTHING | M 50 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            af-anticoagulation | NOTHING | F 64 ATRIAL_FLUTTER@90
            af-anticoagulation | INFO | F 65 ATRIAL_FLUTTER@90
            af-anticoagulation | INFO | M 74 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            af-anticoagulation | WARNING | M 75 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            af-anticoagulation | WARNING | M 64 PAROXYSMAL_ATRIAL_FIBRILLATION@90 TIA@900-800
            af-anticoagulation | INFO | M 64 PAROXYSMAL_ATRIAL_FIBRILLATION@90 ANGINA@90 ATHEROSCLEROSIS_OF_THE_LEGS@90
            af-anticoagulation | WARNING | M 40 PAROXYSMAL_ATRIAL_FIBRILLATION@90 HYPERTENSIVE_HEART_FAILURE@90
            af-anticoagulation | NOTHING | M 40 PAROXYSMAL_ATRIAL_FIBRILLATION@90 INTRACEREBRAL_HAEMORRHAGE@90
            af-anticoagulation | WARNING | M 40 PAROXYSMAL_ATRIAL_FIBRILLATION@90 PROSTHETIC_VALVE@90 CLOPIDOGREL@90
            af-anticoagulation | NOTHING | F 66 PAROXYSMAL_ATRIAL_FIBRILLATION@90 ESSENTIAL_HYPERTENSION@90 APIXABAN@90
            af-anticoagulation | WARNING | F 66 PAROXYSMAL_ATRIAL_FIBRILLATION@90 ESSENTIAL_HYPERTENSION@90 WARFARIN@90-3
            af-anticoagulation | NOTHING | F 90 PAROXYSMAL_ATRIAL_FIBRILLATION@90 ENOXAPARIN@3
            # NICE NG238
            statin-after-cvd | WARNING | F 60 OLD_MYOCARDIAL_INFARCTION@900
            statin-after-cvd | WARNING | F 60 ATHEROSCLEROSIS_OF_THE_LEGS@900 CKD_STAGE_3@900
            statin-after-cvd | NOTHING | F 60 OLD_MYOCARDIAL_INFARCTION@900 ATORVASTATIN@900
            statin-after-cvd | NOTHING | F 60 OLD_MYOCARDIAL_INFARCTION@900 SIMVASTATIN_WITH_EZETIMIBE@900
            statin-after-cvd | WARNING | F 60 OLD_MYOCARDIAL_INFARCTION@900 BEMPEDOIC_ACID_WITH_EZETIMIBE@900
            statin-after-cvd | NOTHING | F 30 OLD_MYOCARDIAL_INFARCTION@900 PREGNANT=yes@20
            statin-after-cvd | NOTHING | F 60 CONGESTIVE_HEART_FAILURE@900 PAROXYSMAL_ATRIAL_FIBRILLATION@900
            statin-after-cvd | NOTHING | F 60 INTRACEREBRAL_HAEMORRHAGE@900
            statin-after-cvd | NOTHING | F 60 INTRACEREBRAL_HAEMORRHAGE@900 STROKE_OF_UNKNOWN_KIND@900
            statin-after-cvd | WARNING | F 60 STROKE_OF_UNKNOWN_KIND@900
            # NICE PH38
            hba1c-prediabetes | INFO | F 50 HBA1C=42@366
            hba1c-prediabetes | NOTHING | F 50 HBA1C=42@365
            hba1c-prediabetes | NOTHING | F 50 HBA1C=41@366
            hba1c-prediabetes | INFO | F 50 HBA1C=47@1826
            hba1c-prediabetes | NOTHING | F 50 HBA1C=47@1827
            hba1c-prediabetes | NOTHING | F 50 HBA1C=48@400
            hba1c-prediabetes | INFO | F 50 HBA1C_IN_PERCENT=6.0@400
            hba1c-prediabetes | NOTHING | F 50 HBA1C_IN_PERCENT=5.9@400
            hba1c-prediabetes | INFO | F 50 HBA1C_IN_PERCENT=6.4@400
            hba1c-prediabetes | NOTHING | F 50 HBA1C_IN_PERCENT=6.5@400
            hba1c-prediabetes | INFO | F 50 HBA1C_IN_PERCENT=5.5@400 HBA1C_IN_PERCENT=6.5@700
            hba1c-prediabetes | NOTHING | F 50 HBA1C_IN_PERCENT=5.5@400 HBA1C_IN_PERCENT=6.4@700
            hba1c-prediabetes | INFO | F 50 HBA1C=40@400 HBA1C=50@700
            hba1c-prediabetes | NOTHING | F 50 HBA1C=45@400 TYPE_2_DIABETES@30
            # ADA 2025
            hba1c-prediabetes | INFO | F 50 LINE=ADA HBA1C=39@366
            hba1c-prediabetes | NOTHING | F 50 LINE=ADA HBA1C=39@365
            hba1c-prediabetes | NOTHING | F 50 LINE=ADA HBA1C=38.9@366
            hba1c-prediabetes | NOTHING | F 50 HBA1C=39@366
            hba1c-prediabetes | INFO | F 50 LINE=ADA HBA1C_IN_PERCENT=5.7@400
            hba1c-prediabetes | NOTHING | F 50 LINE=ADA HBA1C_IN_PERCENT=5.6@400
            hba1c-prediabetes | NOTHING | F 50 HBA1C_IN_PERCENT=5.7@400
            hba1c-prediabetes | INFO | F 50 LINE=ADA HBA1C=47@400
            hba1c-prediabetes | NOTHING | F 50 LINE=ADA HBA1C=48@400
            hba1c-prediabetes | INFO | F 50 LINE=ADA HBA1C=30@400 HBA1C=48@700
            hba1c-prediabetes | NOTHING | F 50 LINE=ADA HBA1C=30@400 HBA1C=47@700
            # Product information; the first three with a clearance of 31, then 14, 15, 22, 35, 30 and 50
            doac-renal | INFO | F 80 WEIGHT=55@9 CREATININE=110@9 APIXABAN@90 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            doac-renal | NOTHING | F 80 WEIGHT=55@9 CREATININE=110@9 APIXABAN@90
            doac-renal | INFO | F 80 WEIGHT=55@9 CREATININE=110@9 RIVAROXABAN@90 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            doac-renal | CRITICAL | F 85 WEIGHT=48@9 CREATININE=190@9 APIXABAN@90
            doac-renal | NOTHING | F 85 WEIGHT=48@9 CREATININE=189@9 EDOXABAN@90
            doac-renal | CRITICAL | M 88 WEIGHT=52@9 CREATININE=150@9 DABIGATRAN@90
            doac-renal | NOTHING | M 79 WEIGHT=61@9 CREATININE=132@9 APIXABAN@90 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            doac-renal | NOTHING | F 78 WEIGHT=62@9 CREATININE=133@9 APIXABAN@90 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            doac-renal | INFO | M 80 WEIGHT=90@9 CREATININE_IN_MG=1.5@9 APIXABAN@90 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            doac-renal | NOTHING | M 80 WEIGHT=90@9 CREATININE_IN_MG=1.49@9 APIXABAN@90 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            # Clearances 50, 49, 51, 50, 51, 50, 30, 29, 30 and 29, then well above 50
            doac-renal | NOTHING | F 70 WEIGHT=60@9 CREATININE=88@9 RIVAROXABAN@90 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            doac-renal | INFO | F 70 WEIGHT=60@9 CREATININE=89@9 RIVAROXABAN@90 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            doac-renal | NOTHING | F 70 WEIGHT=61@9 CREATININE=87@9 EDOXABAN@90 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            doac-renal | INFO | F 70 WEIGHT=61@9 CREATININE=88@9 EDOXABAN@90 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            doac-renal | NOTHING | M 70 WEIGHT=60@9 CREATININE=102@9 DABIGATRAN@90 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            doac-renal | INFO | M 70 WEIGHT=60@9 CREATININE=103@9 DABIGATRAN@90 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            doac-renal | INFO | M 70 WEIGHT=60@9 CREATININE=175@9 DABIGATRAN@90 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            doac-renal | CRITICAL | M 70 WEIGHT=60@9 CREATININE=176@9 DABIGATRAN@90
            doac-renal | NOTHING | M 70 WEIGHT=70@9 CREATININE=204@9 APIXABAN@90 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            doac-renal | INFO | M 70 WEIGHT=70@9 CREATININE=205@9 APIXABAN@90 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            doac-renal | INFO | F 60 WEIGHT=60@9 CREATININE=60@9 EDOXABAN@90 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            doac-renal | NOTHING | F 60 WEIGHT=60.1@9 CREATININE=60@9 EDOXABAN@90 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            doac-renal | INFO | F 80 WEIGHT=60.1@9 CREATININE=60@9 DABIGATRAN@90 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            doac-renal | CANT_TELL | M 80 CREATININE=200@9 APIXABAN@90 PAROXYSMAL_ATRIAL_FIBRILLATION@90
            # BSR and BHPR 2017
            methotrexate-monitoring | NOTHING | F 50 METHOTREXATE_TABLETS@900 WHITE_CELLS=6@98 CREATININE=70@98 ALT=30@98
            methotrexate-monitoring | NOTHING | F 50 METHOTREXATE_TABLETS@900 WHITE_CELLS=6@98 CREATININE=70@98 AST=30@98
            methotrexate-monitoring | WARNING | F 50 METHOTREXATE_TABLETS@900 WHITE_CELLS=6@99 CREATININE=70@98 ALT=30@98
            methotrexate-monitoring | WARNING | F 50 METHOTREXATE_TABLETS@900 WHITE_CELLS=6@98 CREATININE=70@99 ALT=30@98
            methotrexate-monitoring | WARNING | F 50 METHOTREXATE_INJECTION@900 WHITE_CELLS=6@98 CREATININE=70@98
            methotrexate-monitoring | NOTHING | F 50 METHOTREXATE_INJECTION@98
            methotrexate-monitoring | WARNING | F 50 METHOTREXATE_INJECTION@99
            methotrexate-monitoring | WARNING | F 50 METHOTREXATE_TABLETS@10 METHOTREXATE_TABLETS@400-11
            methotrexate-monitoring | NOTHING | F 50 METHOTREXATE_TABLETS@900 BREAST_CANCER@30
            # EASL, EASD and EASO 2024
            fib4 | INFO | F 66 FATTY_LIVER@90 AST=35@9 ALT=30@9 PLATELETS=210@9
            fib4 | INFO | F 64 FATTY_LIVER@90 AST=40@9 ALT=49@9 PLATELETS=250@9
            fib4 | NOTHING | F 65 FATTY_LIVER@90 AST=40@9 ALT=49@9 PLATELETS=250@9
            fib4 | INFO | F 60 TYPE_2_DIABETES@90 AST=80@9 ALT=60@9 PLATELETS=110@9
            fib4 | INFO | F 60 FATTY_LIVER@90 AST=80@366 ALT=60@366 PLATELETS=110@366
            fib4 | NOTHING | F 60 FATTY_LIVER@90 AST=80@367 ALT=60@367 PLATELETS=110@367
            fib4 | NOTHING | F 60 TYPE_1_DIABETES@90 AST=80@9 ALT=60@9 PLATELETS=110@9
            fib4 | NOTHING | F 45 FATTY_LIVER@90 AST=30@9 ALT=36@9 PLATELETS=250@9
            fib4 | NOTHING | F 35 FATTY_LIVER@90 AST=90@9 ALT=25@9 PLATELETS=100@9
            fib4 | CANT_TELL | F 60 FATTY_LIVER@90 AST=80@9 ALT=60@9 PLATELETS=110@10
            fib4 | NOTHING | F 60 FATTY_LIVER@90 CIRRHOSIS_OF_THE_LIVER@90 AST=80@9 ALT=60@9 PLATELETS=110@9
            # WHO 2024, British Society of Gastroenterology 2021
            anaemia-ferritin | INFO | M 50 HAEMOGLOBIN=129@9
            anaemia-ferritin | NOTHING | M 50 HAEMOGLOBIN=130@9
            anaemia-ferritin | INFO | F 50 HAEMOGLOBIN_PER_DL=11.9@9
            anaemia-ferritin | NOTHING | F 50 HAEMOGLOBIN=120@9
            anaemia-ferritin | INFO | F 50 HAEMOGLOBIN=80@9
            anaemia-ferritin | WARNING | F 50 HAEMOGLOBIN=79@9
            anaemia-ferritin | NOTHING | F 30 HAEMOGLOBIN=110@9 PREGNANT=yes@9
            anaemia-ferritin | NOTHING | F 50 HAEMOGLOBIN=110@9 FERRITIN=20@99
            anaemia-ferritin | INFO | F 50 HAEMOGLOBIN=110@9 FERRITIN=20@100
            anaemia-ferritin | NOTHING | F 50 HAEMOGLOBIN=110@9 FERROUS_FUMARATE@9
            # Simon 2013
            phq9-item-nine | WARNING | F 50 ITEM_NINE=1@90
            phq9-item-nine | NOTHING | F 50 ITEM_NINE=1@91
            phq9-item-nine | NOTHING | F 50 ITEM_NINE=0@5 ITEM_NINE=3@6
            phq9-item-nine | WARNING | F 50 ITEM_NINE=3@5 PHQ9_TOTAL=3@5 DEPRESSIVE_EPISODE@30
            phq9-item-nine | WARNING | F 13 ITEM_NINE=2@5
            phq9-item-nine | NOTHING | F 12 ITEM_NINE=2@5
            # Kroenke 2001
            phq9-total | NOTHING | F 50 PHQ9_TOTAL=9@5
            phq9-total | INFO | F 50 PHQ9_TOTAL=10@5
            phq9-total | NOTHING | F 17 PHQ9_TOTAL=10@5
            phq9-total | NOTHING | F 50 PHQ9_TOTAL=20@5 DEPRESSIVE_EPISODE@30
            phq9-total | INFO | F 50 PHQ9_TOTAL=20@5 DEPRESSIVE_EPISODE@900-300
            # Spitzer 2006
            gad7-total | NOTHING | F 50 GAD7_TOTAL=9@5
            gad7-total | INFO | F 50 GAD7_TOTAL=10@5
            gad7-total | NOTHING | F 50 GAD7_TOTAL=10@5 MIXED_ANXIETY_AND_DEPRESSION@30
            # Office for Health Improvement and Disparities
            audit-c-total | NOTHING | F 50 AUDIT_C_TOTAL=4@5
            audit-c-total | INFO | F 50 AUDIT_C_TOTAL=5@366
            audit-c-total | NOTHING | F 50 AUDIT_C_TOTAL=5@367
            audit-c-total | NOTHING | F 50 AUDIT_C_TOTAL=12@5 ALCOHOL_DEPENDENCE@300
            """)
    void both_readings_say_what_the_source_says(String rule, Said said, String line) {
        Chart chart = ChartLine.read(line);

        assertThat(SecondReading.of(chart)).as("second reading").containsEntry(rule, said);
        assertThat(new ChartAsRecord(chart).whatTheModuleSays()).as("module").containsEntry(rule, said);
    }
}
