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
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aMan;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aWoman;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.ProposedProblem;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** KDIGO 2024: below 60 for at least 3 months; NICE IND233: 90 days; NICE NG203 1.1.8: a first one is repeated within 2 weeks. */
@Tag("E2")
class UnrecordedCkdRuleTest {

    private final Rule rule = new UnrecordedCkdRule(RuleDefinitions.load(UnrecordedCkdRule.ID));
    private final Judgement judgement = new Judgement(rule);

    private static SnapshotFixture with(SnapshotFixture record, double egfr, int daysAgo) {
        return record.measured("creatinine", creatinineFor(egfr, 60, Sex.MALE), daysAgo);
    }

    /** Of a man who has been 60 for longer than any of the tests looks back. */
    private static SnapshotFixture aManWith(double latest, int daysAgo, double earlier, int earlierDaysAgo) {
        return with(with(aManOf60(), latest, daysAgo), earlier, earlierDaysAgo);
    }

    private static SnapshotFixture aManOf60() {
        return aMan(60).born(Optional.of(LocalDate.of(1965, 11, 30)));
    }

    @Test
    void fires_on_two_below_60_that_lie_90_days_apart() {
        Proposal proposal = judgement.fires(aManWith(59, 0, 59, 90));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.WARNING);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.DIAGNOSIS);
        assertThat(proposal.summary())
                .startsWith("eGFR 59 on 2026-08-26 and 59 on 2026-11-24,")
                .endsWith("G3a");
    }

    @ParameterizedTest(name = "{0}, and {1} {2} days before")
    @CsvSource({"59, 59, 89", "59, 60, 90", "59, 60, 400", "59, 59, 14"})
    void stays_quiet_where_it_has_not_lasted(double latest, double earlier, int days) {
        judgement.staysQuiet(aManWith(latest, 0, earlier, days), "long enough");
    }

    @Test
    void stays_quiet_where_the_latest_is_not_reduced() {
        judgement.staysQuiet(aManWith(60, 0, 30, 200), "not reduced");
        judgement.staysQuiet(aManWith(59.6, 0, 30, 200), "not reduced");
        judgement.fires(aManWith(59.4, 0, 30, 200));
    }

    @Test
    void a_good_one_in_between_breaks_it_and_a_good_one_before_does_not() {
        judgement.staysQuiet(with(aManWith(57, 0, 58, 300), 62, 150), "long enough");
        judgement.fires(with(aManWith(57, 0, 58, 150), 62, 300));
        judgement.fires(with(aManWith(57, 0, 58, 150), 55, 70));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"59, G3a", "45, G3a", "44.6, G3a", "44.4, G3b", "44, G3b", "30, G3b", "29, G4", "15, G4", "14, G5"})
    void names_the_category_of_the_latest(double egfr, String category) {
        assertThat(judgement.fires(aManWith(egfr, 0, 50, 200)).summary())
                .endsWith("chronic kidney disease " + category);
    }

    /** Creatinine in µmol/L and the eGFR that it gives, reckoned apart from this project's own code. */
    @ParameterizedTest(name = "{0} of {1}, {2} µmol/L: fires {3}")
    @CsvSource({"FEMALE, 72, 89, true", "FEMALE, 72, 88, false", "MALE, 75, 112, true", "MALE, 75, 111, false"})
    void agrees_with_the_rows_that_were_reckoned_from_the_equation(Sex sex, int age, double creatinine, boolean fires) {
        SnapshotFixture record =
                aMan(age).sex(sex).measured("creatinine", creatinine, 0).measured("creatinine", 250, 100);

        assertThat(judgement.of(record)).isInstanceOf(fires ? RuleAnswer.Fired.class : RuleAnswer.NotFired.class);
    }

    @Test
    void the_latest_counts_for_12_months() {
        judgement.fires(aManWith(50, 366, 50, 500));
        assertThat(judgement.misses(aManWith(50, 367, 50, 500)))
                .containsExactly("Serum creatinine of the last 12 months");
        assertThat(judgement.misses(aManOf60())).containsExactly("Serum creatinine of the last 12 months");
    }

    @Test
    void proposes_the_problem_by_its_codes() {
        ProposedProblem problem =
                judgement.fires(aManWith(50, 0, 50, 200)).problem().orElseThrow();

        assertThat(problem.text()).isEqualTo("Chronic kidney disease");
        assertThat(problem.codes())
                .containsExactly(
                        new ProposedProblem.Coding("CIEL", "145438"),
                        new ProposedProblem.Coding("SNOMED CT", "709044004"));
    }

    @Test
    void asks_to_repeat_a_first_reduced_eGFR_and_proposes_no_problem() {
        Proposal proposal = judgement.fires(with(aManOf60(), 50, 90));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.INFO);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.FOLLOW_UP);
        assertThat(proposal.summary()).contains("is 50", "within 2 weeks");
        assertThat(proposal.problem()).isEmpty();
        judgement.staysQuiet(with(aManOf60(), 50, 91), "too long ago");
        judgement.staysQuiet(with(aManOf60(), 60, 1), "not reduced");
    }

    @Test
    void a_creatinine_that_could_not_be_used_may_have_been_the_first() {
        assertThat(judgement.misses(with(aManOf60(), 50, 5).unusable("creatinine")))
                .containsExactly("Serum creatinine (some of what is recorded could not be used)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ckd", "kidney-failure"})
    void stays_quiet_where_it_is_known_already_active_or_not(String problem) {
        judgement.staysQuiet(aManWith(40, 0, 40, 200).problem(problem, true, 700), "on record");
        judgement.staysQuiet(aManWith(40, 0, 40, 200).problem(problem, false, null), "on record");
    }

    @Test
    @Tag("S3")
    void trust22_cites_both_and_what_speaks_against_them() {
        Proposal proposal = judgement.fires(aWoman(70)
                .measured("creatinine", 120, 4)
                .measured("creatinine", 110, 100)
                .measured("creatinine", 60, 300)
                .problem("acute-kidney-injury", true, 90));

        assertThat(cited(proposal, FOR))
                .containsExactly(
                        "Serum creatinine, 120 µmol/L, 2026-11-20",
                        "eGFR (CKD-EPI 2021), 42 mL/min/1.73 m², 2026-11-20",
                        "Serum creatinine, 110 µmol/L, 2026-08-16",
                        "eGFR (CKD-EPI 2021), 47 mL/min/1.73 m², 2026-08-16");
        assertThat(cited(proposal, AGAINST))
                .containsExactly(
                        "Serum creatinine, 60 µmol/L, 2026-01-28",
                        "eGFR (CKD-EPI 2021), 94 mL/min/1.73 m², 2026-01-28",
                        "Acute kidney injury, 2026-08-26");
    }

    @Test
    void an_old_injury_or_an_old_good_result_does_not_speak_against_it() {
        Proposal proposal =
                judgement.fires(with(aManWith(50, 0, 50, 200), 90, 367).problem("acute-kidney-injury", true, 91));

        assertThat(cited(proposal, AGAINST)).isEmpty();
    }

    @Test
    void misses_what_it_can_not_read() {
        assertThat(judgement.misses(aManWith(40, 0, 40, 200).unmapped("ckd")))
                .containsExactly("Chronic kidney disease (this dictionary has no concept for it)");
        assertThat(judgement.misses(aManWith(40, 0, 40, 200).unmapped("creatinine")))
                .hasSize(1);
        assertThat(judgement.misses(aManWith(40, 0, 40, 200).born(Optional.empty())))
                .containsExactly("birth date");
        assertThat(judgement.misses(aManWith(40, 0, 40, 200).sex(Sex.UNKNOWN)))
                .singleElement()
                .asString()
                .startsWith("sex");
    }

    @Test
    @Tag("S3")
    void says_what_it_could_do_without_and_did_not_see() {
        assertThat(judgement
                        .fires(aManWith(40, 0, 40, 200)
                                .unmapped("kidney-failure")
                                .unmapped("acute-kidney-injury"))
                        .limits())
                .endsWith("not looked at: Acute kidney injury, Kidney failure, dialysis or transplant.");
    }

    @Test
    void is_for_adults_and_leaves_pregnancy_out() {
        judgement.staysQuiet(aMan(17).measured("creatinine", 300, 0).measured("creatinine", 300, 100), "adults");
        judgement.staysQuiet(
                aWoman(30)
                        .measured("creatinine", 300, 0)
                        .measured("creatinine", 300, 100)
                        .answer("pregnancy-status", true, 50),
                "pregnancy");
    }

    /** The equation is for adults: what it makes of a child's creatinine proves nothing. */
    @Test
    void a_creatinine_of_childhood_does_not_count() {
        judgement.staysQuiet(aMan(18).measured("creatinine", 300, 0).measured("creatinine", 300, 100), "long enough");
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        assertThat(rule.judge(
                        aManWith(40, 0, 40, 200).build().only(rule.definition().inputs())))
                .isInstanceOf(RuleAnswer.Fired.class);
    }
}
