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
import static org.openmrs.module.aisupport.engine.guidelines.SecondEgfr.creatinineFor;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.NOW;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aMan;

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

/** Lapi 2013: three together, not two, went with more acute kidney injury, most in the first 30 days. */
@Tag("E2")
class TripleWhammyRuleTest {

    private final Rule rule = new TripleWhammyRule(RuleDefinitions.load(TripleWhammyRule.ID));
    private final Judgement judgement = new Judgement(rule);

    private static SnapshotFixture aManOnAllThree() {
        return aMan(70).medication("nsaid", 10, null)
                .medication("ras-blocker", 900, null)
                .medication("diuretic", 300, null);
    }

    @Test
    void fires_where_all_three_are_ordered() {
        Proposal proposal = judgement.fires(aManOnAllThree());

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.WARNING);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.MEDICATION);
        assertThat(proposal.summary()).contains("since 2026-11-14");
        assertThat(proposal.detail()).contains("1.31", "1.12 to 1.53", "1.82", "1.35 to 2.46", "first 30 days");
    }

    @Test
    void a_combination_of_two_of_them_counts_as_two_and_is_cited_once() {
        Proposal proposal =
                judgement.fires(aMan(70).medication("nsaid", 10, null).combination(50, "ras-blocker", "diuretic"));

        assertThat(cited(proposal, FOR)).containsExactly("NSAID, 2026-11-14", "Combination, 2026-10-05");
    }

    @ParameterizedTest(name = "without {0}")
    @ValueSource(strings = {"nsaid", "ras-blocker", "diuretic"})
    void two_of_them_are_silent(String absent) {
        SnapshotFixture two = aMan(70);
        SnapshotFixture ended = aMan(70).medication(absent, 20, 1);
        for (String drugs : new String[] {"nsaid", "ras-blocker", "diuretic"}) {
            if (!drugs.equals(absent)) {
                two.medication(drugs, 10, null);
                ended.medication(drugs, 10, null);
            }
        }

        judgement.staysQuiet(two, "not ordered together");
        judgement.staysQuiet(ended, "not ordered together");
    }

    /** The codes of the products: ibuprofen, lisinopril, furosemide, lisinopril with hydrochlorothiazide, diclofenac gel. */
    @ParameterizedTest(name = "{0}: fires {1}")
    @CsvSource({
        "M01AE01 C09AA03 C03CA01, true",
        "M01AE01 C09BA03, true",
        "M01AE01 C09DX01, true",
        "M01AH05 C09CA01 C03AA03, true",
        "M01AE01 C09DX04 C03DA01, true",
        "M01AE01 C09AA03, false",
        "M02AA15 C09BA03, false",
        "B01AC06 C09BA03, false",
        "M01AX05 C09BA03, false",
        "M01AE01 C09DB01 C03DA05, false"
    })
    void knows_the_products_by_their_codes(String codes, boolean fires) {
        ReadingFixture reading = new ReadingFixture();
        // One of each, so that every class can be read, whatever is ordered.
        reading.chart()
                .concept(1, "WHOATC", "M01AE02")
                .concept(2, "WHOATC", "C09AA01")
                .concept(3, "WHOATC", "C03CA02");
        int concept = 10;
        for (String code : codes.split(" ")) {
            reading.chart().concept(concept, "WHOATC", code).order(concept, NOW.minus(5, ChronoUnit.DAYS), null);
            concept++;
        }
        RuleAnswer answer = rule.judge(reading.read("nsaid", "ras-blocker", "diuretic", "creatinine"));

        assertThat(answer).isInstanceOf(fires ? RuleAnswer.Fired.class : RuleAnswer.NotFired.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nsaid", "ras-blocker", "diuretic"})
    void a_class_that_the_dictionary_can_not_name_is_unknown_and_not_absent(String drugs) {
        assertThat(judgement.misses(aManOnAllThree().unmapped(drugs)))
                .singleElement()
                .asString()
                .endsWith("(this dictionary has no concept for it)");
    }

    @Test
    void where_another_class_is_not_ordered_an_unknown_one_makes_no_difference() {
        judgement.staysQuiet(aMan(70).medication("nsaid", 10, null).unmapped("diuretic"), "not ordered together");
        assertThat(judgement.misses(
                        aMan(70).unmapped("nsaid").unmapped("ras-blocker").unmapped("diuretic")))
                .hasSize(3);
    }

    @Test
    @Tag("S3")
    void trust22_a_weak_kidney_speaks_for_it_and_a_good_one_under_all_three_against() {
        assertThat(cited(judgement.fires(aManOnAllThree().measured("creatinine", 150, 200)), FOR))
                .contains("Serum creatinine, 150 µmol/L, 2026-05-08");
        assertThat(cited(judgement.fires(aManOnAllThree().measured("creatinine", 80, 5)), AGAINST))
                .containsExactly(
                        "Serum creatinine, 80 µmol/L, 2026-11-19",
                        "eGFR (CKD-EPI 2021), 92 mL/min/1.73 m², 2026-11-19");
        assertThat(cited(judgement.fires(aManOnAllThree().measured("creatinine", 80, 11)), AGAINST))
                .as("taken before the third was begun")
                .isEmpty();
    }

    @Test
    @Tag("S3")
    void trust22_an_eGFR_of_59_is_weak_and_one_of_60_is_not() {
        double weak = creatinineFor(59.4, 69, Sex.MALE);
        double good = creatinineFor(59.6, 69, Sex.MALE);

        assertThat(cited(judgement.fires(aManOnAllThree().measured("creatinine", weak, 5)), FOR))
                .contains("eGFR (CKD-EPI 2021), 59 mL/min/1.73 m², 2026-11-19");
        assertThat(cited(judgement.fires(aManOnAllThree().measured("creatinine", good, 5)), AGAINST))
                .contains("eGFR (CKD-EPI 2021), 60 mL/min/1.73 m², 2026-11-19");
    }

    @Test
    void needs_neither_sex_nor_creatinine() {
        SnapshotFixture unknown = aManOnAllThree().sex(Sex.UNKNOWN).measured("creatinine", 300, 5);

        assertThat(cited(judgement.fires(unknown), FOR)).hasSize(3);
        assertThat(judgement.fires(aManOnAllThree().unmapped("creatinine")).limits())
                .endsWith("not looked at: Serum creatinine.");
    }

    @Test
    void is_for_adults_and_misses_the_birth_date() {
        judgement.staysQuiet(aManOnAllThree().aged(17), "adults");
        judgement.fires(aManOnAllThree().aged(18));
        assertThat(judgement.misses(aManOnAllThree().born(Optional.empty()))).containsExactly("birth date");
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        assertThat(rule.judge(aManOnAllThree().build().only(rule.definition().inputs())))
                .isInstanceOf(RuleAnswer.Fired.class);
    }
}
