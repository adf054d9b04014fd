/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.engine.Evidence.Stance.AGAINST;
import static org.openmrs.module.aisupport.engine.Evidence.Stance.FOR;
import static org.openmrs.module.aisupport.engine.guidelines.Judgement.cited;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.NOW;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aMan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.ReadingFixture;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** Product information: none below a creatinine clearance of 15 (dabigatran 30), a lower dose in atrial fibrillation by its criteria. */
@Tag("E2")
class DoacRenalRuleTest {

    private static final String FIBRILLATION = "atrial-fibrillation";

    private final Rule rule = new DoacRenalRule(RuleDefinitions.load(DoacRenalRule.ID));
    private final Judgement judgement = new Judgement(rule);

    /** With the last birthday three months ago, so that the age was the same when the blood was drawn. */
    private static SnapshotFixture aged(int age) {
        return aMan(age).born(Optional.of(LocalDate.of(2026 - age, 8, 24)));
    }

    private static SnapshotFixture person(Sex sex, int age, double weight, double creatinine) {
        return aged(age).sex(sex).measured("weight", weight, 20).measured("creatinine", creatinine, 10);
    }

    private static SnapshotFixture on(String drug, SnapshotFixture person) {
        return person.combination(200, "doac", drug);
    }

    /** A clearance of 14.45: 55 years to 140, 48 kg, 190 µmol/L. */
    private static SnapshotFixture weak() {
        return person(Sex.FEMALE, 85, 48, 190);
    }

    /** A clearance of 31: two of three of apixaban's criteria. */
    private static SnapshotFixture light() {
        return person(Sex.FEMALE, 80, 55, 110);
    }

    @ParameterizedTest
    @ValueSource(strings = {"apixaban", "rivaroxaban", "edoxaban"})
    void a_clearance_below_15_is_pressing(String drug) {
        Proposal proposal = judgement.fires(on(drug, weak()));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.CRITICAL);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.MEDICATION);
        assertThat(proposal.summary())
                .startsWithIgnoringCase(drug)
                .contains("creatinine clearance 14 mL/min", "not recommended below 15", "Consider");
    }

    @Test
    void dabigatran_is_contraindicated_below_30() {
        Proposal proposal = judgement.fires(on("dabigatran", person(Sex.MALE, 88, 52, 150)));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.CRITICAL);
        assertThat(proposal.summary()).contains("creatinine clearance 22 mL/min: contraindicated below 30");
        assertThat(proposal.detail()).contains("2026-11-14", "52 kg of 2026-11-04");
    }

    /** 70 years, 100 kg, a man: 8610 / creatinine. Rounded to a whole number before it is compared. */
    @ParameterizedTest(name = "{0}, {1} µmol/L: {2}")
    @CsvSource({
        "apixaban, 594, CRITICAL", // 14.495
        "apixaban, 593, NONE", // 14.52
        "rivaroxaban, 594, CRITICAL",
        "rivaroxaban, 593, NONE",
        "edoxaban, 594, CRITICAL",
        "edoxaban, 593, NONE",
        "dabigatran, 292, CRITICAL", // 29.49
        "dabigatran, 291, NONE" // 29.59
    })
    void both_sides_of_each_limit(String drug, double creatinine, String said) {
        RuleAnswer answer = judgement.of(on(drug, person(Sex.MALE, 70, 100, creatinine)));

        assertThat(answer).isInstanceOf(said.equals("NONE") ? RuleAnswer.NotFired.class : RuleAnswer.Fired.class);
    }

    /** In atrial fibrillation; 65 years, 80 kg, a man: 7380 / creatinine. */
    @ParameterizedTest(name = "{0}, {1} µmol/L: {2}")
    @CsvSource({
        "apixaban, 251, true", // 29.4
        "apixaban, 250, false", // 29.52 is 30, and a high creatinine alone is one criterion of two
        "rivaroxaban, 150, true", // 49.2
        "rivaroxaban, 149, false", // 49.53 is 50
        "edoxaban, 147, true", // 50.2
        "edoxaban, 146, false", // 50.55 is 51
        "dabigatran, 147, true",
        "dabigatran, 146, false"
    })
    void both_sides_of_each_dose_limit(String drug, double creatinine, boolean fires) {
        SnapshotFixture record = on(drug, person(Sex.MALE, 65, 80, creatinine)).problem(FIBRILLATION, true, 900);

        assertThat(judgement.of(record)).isInstanceOf(fires ? RuleAnswer.Fired.class : RuleAnswer.NotFired.class);
    }

    /** Two of: 80 years or more, 60 kg or less, 133 µmol/L (1.5 mg/dL) or more. */
    @ParameterizedTest(name = "{0} years, {1} kg, {2} µmol/L: {3}")
    @CsvSource({
        "80, 60, 100, true",
        "80, 60.1, 100, false",
        "79, 60, 100, false",
        "80, 70, 133, true",
        "80, 70, 132, false",
        "78, 60, 133, true",
        "78, 62, 133, false",
        "82, 58, 140, true",
        "79, 61, 132, false"
    })
    void apixaban_by_two_of_three(int age, double weight, double creatinine, boolean fires) {
        SnapshotFixture record =
                on("apixaban", person(Sex.MALE, age, weight, creatinine)).problem(FIBRILLATION, true, 900);

        assertThat(judgement.of(record)).isInstanceOf(fires ? RuleAnswer.Fired.class : RuleAnswer.NotFired.class);
    }

    /** Which converts to 132.6 µmol/L. */
    @Test
    void a_creatinine_of_1_5_milligrams_counts_as_133() {
        SnapshotFixture record = aMan(80).measured("weight", 70, 20)
                .combination(200, "doac", "apixaban")
                .problem(FIBRILLATION, true, 900);
        judgement.staysQuiet(record.measuredIn("mg/dL", "creatinine", 1.49, 10), "nothing here");
        assertThat(judgement
                        .fires(record.measuredIn("mg/dL", "creatinine", 1.5, 9))
                        .summary())
                .contains("age 80, creatinine 1.5 mg/dL");
    }

    @Test
    void names_what_is_met_and_that_the_dose_was_not_read() {
        Proposal apixaban = judgement.fires(on("apixaban", light()).problem(FIBRILLATION, true, 900));

        assertThat(apixaban.indicator()).isEqualTo(Proposal.Indicator.INFO);
        assertThat(apixaban.summary()).contains("Apixaban in atrial fibrillation, age 80, weight 55 kg: consider");
        assertThat(apixaban.detail()).contains("two of: 80 years", "dose that is ordered was not read");
        assertThat(judgement
                        .fires(on("rivaroxaban", light()).problem(FIBRILLATION, true, 900))
                        .summary())
                .contains("creatinine clearance 31 mL/min");
        assertThat(judgement
                        .fires(on("dabigatran", light()).problem(FIBRILLATION, true, 900))
                        .summary())
                .contains("creatinine clearance 31 mL/min, age 80");
        assertThat(judgement
                        .fires(on("edoxaban", person(Sex.MALE, 60, 60, 70)).problem(FIBRILLATION, true, 900))
                        .summary())
                .contains("weight 60 kg");
        judgement.staysQuiet(
                on("edoxaban", person(Sex.MALE, 60, 60.1, 70)).problem(FIBRILLATION, true, 900), "nothing here");
        judgement.fires(on("dabigatran", person(Sex.MALE, 80, 90, 80)).problem(FIBRILLATION, true, 900));
        judgement.staysQuiet(
                on("dabigatran", person(Sex.MALE, 79, 90, 80)).problem(FIBRILLATION, true, 900), "nothing here");
    }

    @Test
    void the_lower_dose_is_for_fibrillation_only() {
        judgement.staysQuiet(on("apixaban", light()), "no atrial fibrillation");
        judgement.staysQuiet(on("apixaban", light()).problem(FIBRILLATION, false, 900), "no atrial fibrillation");
        assertThat(judgement.misses(on("apixaban", light()).unmapped(FIBRILLATION)))
                .containsExactly("Atrial fibrillation or flutter (this dictionary has no concept for it)");
        judgement.fires(on("apixaban", weak()).unmapped(FIBRILLATION));
    }

    @Test
    void stays_quiet_without_an_active_order_whatever_else_is_unknown() {
        judgement.staysQuiet(weak(), "no active order");
        judgement.staysQuiet(weak().medication("doac", 300, 5).medication("apixaban", 300, 5), "no active order");
        judgement.staysQuiet(aMan(80).born(Optional.empty()).unmapped("weight"), "no active order");
        judgement.staysQuiet(weak().medication("vitamin-k-antagonist", 300, null), "no active order");
        judgement.staysQuiet(weak().medication("doac", 300, null), "no DOAC that this rule knows");
    }

    @Test
    void misses_a_weight_or_a_creatinine_that_is_absent_or_too_old() {
        SnapshotFixture bare = on("apixaban", aMan(80));
        assertThat(judgement.misses(bare))
                .containsExactly("Serum creatinine of the last 12 months", "Body weight of the last 12 months");
        assertThat(judgement.misses(bare.measured("creatinine", 190, 10).measured("weight", 48, 367)))
                .containsExactly("Body weight of the last 12 months");
        assertThat(judgement.misses(on("apixaban", aMan(80))
                        .measured("creatinine", 190, 367)
                        .measured("weight", 48, 366)))
                .containsExactly("Serum creatinine of the last 12 months");
        judgement.fires(
                on("apixaban", aMan(80)).measured("creatinine", 390, 366).measured("weight", 48, 366));
    }

    @Test
    void misses_what_it_can_not_read() {
        assertThat(judgement.misses(on("apixaban", weak()).unmapped("doac")))
                .containsExactly("DOAC (direct oral anticoagulant) (this dictionary has no concept for it)");
        assertThat(judgement.misses(on("apixaban", weak()).unmapped("weight")))
                .containsExactly("Body weight (this dictionary has no concept for it)");
        assertThat(judgement.misses(on("apixaban", weak()).unmapped("creatinine")))
                .containsExactly("Serum creatinine (this dictionary has no concept for it)");
        assertThat(judgement.misses(on("apixaban", weak()).born(Optional.empty())))
                .containsExactly("birth date");
        assertThat(judgement.misses(on("apixaban", weak()).sex(Sex.UNKNOWN))).containsExactly("sex (female or male)");
        assertThat(judgement.misses(weak().medication("doac", 300, null).unmapped("edoxaban")))
                .containsExactly("Edoxaban (this dictionary has no concept for it)");
    }

    @Test
    void is_for_adults_who_are_not_pregnant() {
        judgement.staysQuiet(on("apixaban", person(Sex.MALE, 17, 50, 900)), "for adults");
        judgement.fires(on("apixaban", person(Sex.MALE, 18, 50, 900)));
        assertThat(judgement.misses(on("apixaban", aMan(18))
                        .measured("weight", 50, 5)
                        .measured("creatinine", 900, 20)
                        .born(Optional.of(LocalDate.of(2008, 11, 20)))))
                .singleElement()
                .asString()
                .contains("from childhood");
        judgement.staysQuiet(
                on("apixaban", person(Sex.FEMALE, 30, 50, 900)).problem("pregnancy", true, 90), "pregnancy");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({"48, kg, true", "106, lb, true", "24.9, kg, false", "480, kg, false", "48000, g, false"})
    void an_implausible_weight_or_one_in_another_unit_is_missing(double value, String unit, boolean read) {
        ReadingFixture reading = new ReadingFixture();
        reading.chart()
                .concept(1, "CIEL", "790", "umol/L")
                .concept(2, "CIEL", "5089", unit)
                .concept(3, "WHOATC", "B01AF02")
                .number(1, 2000, NOW)
                .number(2, value, NOW)
                .order(3, NOW.minus(90, ChronoUnit.DAYS), null);

        RuleAnswer answer = rule.judge(reading.read(rule.definition().inputs().toArray(String[]::new)));

        if (read) {
            assertThat(answer).isInstanceOf(RuleAnswer.Fired.class);
        } else {
            assertThat(answer).isEqualTo(Needs.missing("Body weight of the last 12 months"));
        }
    }

    @Test
    @Tag("S3")
    void trust22_cites_what_it_reckoned_with_and_against_it_the_creatinine_before() {
        Proposal proposal = judgement.fires(on("apixaban", weak()).measured("creatinine", 100, 60));

        assertThat(cited(proposal, FOR))
                .containsExactly(
                        "Serum creatinine, 190 µmol/L, 2026-11-14",
                        "Creatinine clearance (Cockcroft-Gault), 14 mL/min, 2026-11-14",
                        "Body weight, 48 kg, 2026-11-04",
                        "Combination, 2026-05-08");
        assertThat(cited(proposal, AGAINST))
                .containsExactly(
                        "Serum creatinine, 100 µmol/L, 2026-09-25",
                        "Creatinine clearance (Cockcroft-Gault), 27 mL/min, 2026-09-25");
        assertThat(cited(judgement.fires(on("apixaban", weak()).measured("creatinine", 195, 60)), AGAINST))
                .isEmpty();
    }

    @Test
    @Tag("S3")
    void trust22_cites_for_a_dose_to_check_the_order_the_fibrillation_and_the_creatinine() {
        assertThat(cited(judgement.fires(on("apixaban", light()).problem(FIBRILLATION, true, 900)), FOR))
                .containsExactly(
                        "Combination, 2026-05-08",
                        "Atrial fibrillation or flutter, 2024-06-07",
                        "Serum creatinine, 110 µmol/L, 2026-11-14");
    }

    @Test
    @Tag("S8")
    void a_new_weight_alone_makes_no_new_finding_of_a_dose_to_check() {
        String fingerprint = judgement
                .fires(on("apixaban", light()).problem(FIBRILLATION, true, 900))
                .fingerprint();

        assertThat(judgement
                        .fires(on("apixaban", light())
                                .problem(FIBRILLATION, true, 900)
                                .measured("weight", 54, 1))
                        .fingerprint())
                .isEqualTo(fingerprint);
        assertThat(judgement
                        .fires(on("apixaban", light())
                                .problem(FIBRILLATION, true, 900)
                                .measured("creatinine", 120, 1))
                        .fingerprint())
                .isNotEqualTo(fingerprint);
    }

    @Test
    @Tag("S3")
    void names_its_sources_and_what_it_did_not_read() {
        Proposal proposal = judgement.fires(on("apixaban", weak()));

        assertThat(proposal.source().citation()).contains("eMC 2878", "eMC 6229", "Cockcroft", "E2 and E3");
        assertThat(proposal.limits()).contains("actual weight", "dialysis", "verapamil", "12 months", "coded drug");
        assertThat(judgement.fires(on("apixaban", weak()).unmapped("edoxaban")).limits())
                .endsWith("not looked at: Edoxaban.");
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        assertThat(rule.judge(
                        on("apixaban", weak()).build().only(rule.definition().inputs())))
                .isInstanceOf(RuleAnswer.Fired.class);
    }
}
