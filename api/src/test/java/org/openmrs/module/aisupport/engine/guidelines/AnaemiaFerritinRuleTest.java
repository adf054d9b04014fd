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
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aMan;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aWoman;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** WHO 2024: anaemia below 130 g/L in men and 120 in women, severe below 80; BSG 2021: ferritin to tell iron deficiency. */
@Tag("E2")
class AnaemiaFerritinRuleTest {

    private final Rule rule = new AnaemiaFerritinRule(RuleDefinitions.load(AnaemiaFerritinRule.ID));
    private final Judgement judgement = new Judgement(rule);

    private static SnapshotFixture anaemic() {
        return aMan(60).measured("haemoglobin", 115, 20);
    }

    @ParameterizedTest(name = "{0} {1} g/L: {2}")
    @CsvSource({
        "MALE, 130, NONE",
        "MALE, 129.9, INFO",
        "MALE, 80, INFO",
        "MALE, 79.9, WARNING",
        "FEMALE, 120, NONE",
        "FEMALE, 119.9, INFO",
        "FEMALE, 125, NONE",
        "FEMALE, 79, WARNING"
    })
    void both_sides_of_each_limit(Sex sex, double value, String said) {
        SnapshotFixture record = aMan(50).sex(sex).measured("haemoglobin", value, 20);

        if (said.equals("NONE")) {
            assertThat(judgement.of(record)).isInstanceOf(RuleAnswer.NotFired.class);
        } else {
            assertThat(judgement.fires(record).indicator()).hasToString(said);
        }
    }

    @ParameterizedTest(name = "{0} g/dL: {1}")
    @CsvSource({"13.0, false", "12.9, true"})
    void in_grams_per_decilitre_too(double value, boolean fires) {
        assertThat(judgement.of(aMan(50).measuredIn("g/dL", "haemoglobin", value, 20)))
                .isInstanceOf(fires ? RuleAnswer.Fired.class : RuleAnswer.NotFired.class);
    }

    @Test
    void asks_for_a_ferritin_and_claims_no_iron_deficiency() {
        Proposal proposal = judgement.fires(aWoman(60).measuredIn("g/dL", "haemoglobin", 10.4, 20));

        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.TEST);
        assertThat(proposal.summary())
                .contains("Haemoglobin 10.4 g/dL on 2026-11-04", "below 120 g/L", "no ferritin found", "Consider one");
        assertThat(proposal.problem()).isEmpty();
        assertThat(judgement.fires(aMan(60).measured("haemoglobin", 70, 20)).summary())
                .contains("severe anaemia by WHO (below 80 g/L)", "Consider assessing the cause");
    }

    @Test
    void a_ferritin_within_90_days_on_either_side_is_enough() {
        judgement.staysQuiet(anaemic().measured("ferritin", 8, 20), "ferritin is on record");
        judgement.staysQuiet(anaemic().measured("ferritin", 8, 110), "ferritin is on record");
        judgement.fires(anaemic().measured("ferritin", 8, 111));
        judgement.staysQuiet(
                aMan(60).measured("haemoglobin", 115, 90).measured("ferritin", 8, 0), "ferritin is on record");
    }

    @Test
    void the_haemoglobin_is_recent_and_the_last_one() {
        judgement.fires(aMan(60).measured("haemoglobin", 115, 90));
        judgement.staysQuiet(aMan(60).measured("haemoglobin", 115, 91), "no recent haemoglobin");
        judgement.staysQuiet(aMan(60), "no recent haemoglobin");
        judgement.staysQuiet(aMan(60).measured("haemoglobin", 130, 20), "no recent haemoglobin that is low");
        judgement.staysQuiet(anaemic().measured("haemoglobin", 131, 3), "no recent haemoglobin");
    }

    @Test
    void stays_quiet_where_iron_deficiency_is_known_or_treated() {
        judgement.staysQuiet(anaemic().problem("iron-deficiency", true, 90), "on record");
        judgement.fires(anaemic().problem("iron-deficiency", false, 2000));
        judgement.staysQuiet(anaemic().medication("iron", 20, null), "iron is ordered");
        judgement.fires(anaemic().medication("iron", 200, 100));
        assertThat(judgement
                        .fires(anaemic().unmapped("iron").unmapped("iron-deficiency"))
                        .limits())
                .endsWith("not looked at: Iron, Iron deficiency.");
    }

    @Test
    void is_for_adults_of_known_sex_who_are_not_pregnant() {
        judgement.staysQuiet(anaemic().aged(17), "for adults");
        judgement.fires(anaemic().aged(18));
        SnapshotFixture woman = aWoman(30).measured("haemoglobin", 105, 20);
        judgement.fires(woman);
        judgement.staysQuiet(woman.answer("pregnancy-status", true, 20), "pregnancy");
        assertThat(judgement.misses(anaemic().sex(Sex.UNKNOWN))).containsExactly("sex (female or male)");
        assertThat(judgement.misses(anaemic().born(Optional.empty()))).containsExactly("birth date");
        judgement.staysQuiet(aMan(60).sex(Sex.UNKNOWN).born(Optional.empty()), "no recent haemoglobin");
    }

    @Test
    void misses_what_it_can_not_read() {
        assertThat(judgement.misses(anaemic().unmapped("haemoglobin")))
                .containsExactly("Haemoglobin (this dictionary has no concept for it)");
        assertThat(judgement.misses(anaemic().unmapped("ferritin")))
                .containsExactly("Ferritin (this dictionary has no concept for it)");
        assertThat(judgement.misses(anaemic().unusable("ferritin")))
                .containsExactly("Ferritin (some of what is recorded could not be used)");
        judgement.staysQuiet(aMan(60).measured("haemoglobin", 140, 20).unmapped("ferritin"), "no recent haemoglobin");
    }

    @Test
    @Tag("S3")
    void trust22_cites_the_haemoglobin_and_against_it_a_good_one_before() {
        Proposal proposal = judgement.fires(anaemic().measured("haemoglobin", 140, 60));

        assertThat(cited(proposal, FOR)).containsExactly("Haemoglobin, 115 g/L, 2026-11-04");
        assertThat(cited(proposal, AGAINST)).containsExactly("Haemoglobin, 140 g/L, 2026-09-25");
        assertThat(cited(judgement.fires(anaemic().measured("haemoglobin", 130, 60)), AGAINST))
                .hasSize(1);
        assertThat(cited(judgement.fires(anaemic().measured("haemoglobin", 129, 60)), AGAINST))
                .isEmpty();
        assertThat(proposal.source().citation()).contains("2024", "doi:10.1136/gutjnl-2021-325210");
        assertThat(proposal.limits()).contains("Altitude", "kidney disease", "65 years", "cell volume");
    }

    /** What it says it did not find may be among them. */
    @Test
    @Tag("S3")
    void says_of_how_many_orders_it_could_not_tell_what_they_are_of() {
        assertThat(judgement.fires(anaemic()).limits()).doesNotContain("no code that could be read");
        assertThat(judgement.fires(anaemic().unreadOrders(1)).limits())
                .endsWith(" One active order carries no code that could be read; it may be what was not found here.");
        assertThat(judgement.fires(anaemic().unreadOrders(3)).limits())
                .endsWith(" 3 active orders carry no code that could be read; one of them may be what was not found"
                        + " here.");
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        assertThat(rule.judge(anaemic().build().only(rule.definition().inputs())))
                .isInstanceOf(RuleAnswer.Fired.class);
    }
}
