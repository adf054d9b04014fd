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
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** NICE NG238: atorvastatin 80 mg with cardiovascular disease, 20 mg first with chronic kidney disease. */
@Tag("E2")
class StatinAfterCvdRuleTest {

    private static final String ARTERIES = "arterial-disease";
    private static final String STROKE = "stroke-or-tia";

    private final Rule rule = new StatinAfterCvdRule(RuleDefinitions.load(StatinAfterCvdRule.ID));
    private final Judgement judgement = new Judgement(rule);

    private static SnapshotFixture afterAnInfarction() {
        return aMan(60).problem(ARTERIES, true, 700);
    }

    @ParameterizedTest
    @ValueSource(strings = {ARTERIES, STROKE})
    void fires_with_disease_on_record_active_or_not(String disease) {
        Proposal proposal = judgement.fires(aMan(60).problem(disease, true, 700));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.WARNING);
        assertThat(proposal.kind()).isEqualTo(Proposal.Kind.MEDICATION);
        assertThat(proposal.summary()).contains("no statin found", "consider one", "atorvastatin 80 mg");
        assertThat(proposal.detail()).contains("eGFR is below 60", "earlier intolerance");
        judgement.fires(aMan(60).problem(disease, false, 7000));
        judgement.fires(aMan(60).problem(disease, true, null));
    }

    @Test
    void with_chronic_kidney_disease_it_names_the_lower_dose() {
        Proposal proposal = judgement.fires(afterAnInfarction().problem("ckd", true, 300));

        assertThat(proposal.summary()).contains("atorvastatin 20 mg to start").doesNotContain("80 mg");
        assertThat(proposal.detail()).contains("eGFR is 30 or more", "renal specialist");
        assertThat(cited(proposal, FOR)).contains("Chronic kidney disease, 2026-01-28");
        assertThat(judgement
                        .fires(afterAnInfarction().problem("ckd", false, 300))
                        .summary())
                .contains("80 mg");
    }

    @Test
    void stays_quiet_while_a_statin_is_ordered_and_not_after_it_ended() {
        judgement.staysQuiet(afterAnInfarction().medication("statin", 300, null), "is ordered");
        judgement.staysQuiet(afterAnInfarction().medication("statin", 300, -1), "is ordered");
        judgement.staysQuiet(afterAnInfarction().medication("statin", -1, null), "is ordered");
        judgement.fires(afterAnInfarction().medication("statin", 300, 0));
    }

    /** The trap: where the dictionary knows no statin, none can be found, which is not the same as none taken. */
    @ParameterizedTest
    @CsvSource({
        "statin, Statin",
        "arterial-disease, Coronary or peripheral arterial disease",
        "stroke-or-tia, Stroke or TIA"
    })
    void what_the_dictionary_has_no_concept_for_is_missing_and_never_taken_for_absent(String input, String label) {
        SnapshotFixture record = aMan(60).problem(input.equals(STROKE) ? ARTERIES : STROKE, true, 700);

        assertThat(judgement.misses(record.unmapped(input)))
                .containsExactly(label + " (this dictionary has no concept for it)");
    }

    @Test
    void no_disease_among_what_can_be_read_is_not_no_disease() {
        judgement.staysQuiet(aMan(60), "no atherosclerotic disease");
        judgement.staysQuiet(aMan(60).unmapped("statin"), "no atherosclerotic disease");
        assertThat(judgement.misses(aMan(60).unmapped(ARTERIES)))
                .containsExactly("Coronary or peripheral arterial disease (this dictionary has no concept for it)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"heart-failure", "atrial-fibrillation", "hypertension", "diabetes", "brain-haemorrhage"})
    void other_disease_is_not_atherosclerosis(String problem) {
        judgement.staysQuiet(aMan(60).problem(problem, true, 700), "no atherosclerotic disease");
    }

    @Test
    void a_stroke_beside_a_haemorrhage_may_be_the_haemorrhage_but_a_diseased_artery_counts_all_the_same() {
        judgement.staysQuiet(
                aMan(60).problem(STROKE, true, 700).problem("brain-haemorrhage", false, 700),
                "no atherosclerotic disease");
        Proposal proposal =
                judgement.fires(afterAnInfarction().problem(STROKE, true, 700).problem("brain-haemorrhage", true, 700));
        assertThat(cited(proposal, FOR)).containsExactly("Coronary or peripheral arterial disease, 2024-12-24");
        assertThat(judgement
                        .fires(aMan(60).problem(STROKE, true, 700).unmapped("brain-haemorrhage"))
                        .limits())
                .endsWith("not looked at: Brain haemorrhage.");
    }

    @Test
    void stays_quiet_in_pregnancy_on_dialysis_and_before_18() {
        SnapshotFixture woman = aWoman(35).problem(ARTERIES, true, 700);
        judgement.fires(woman);
        judgement.staysQuiet(woman.problem("pregnancy", true, 100), "pregnancy");
        judgement.staysQuiet(aWoman(35).problem(STROKE, true, 700).answer("pregnancy-status", true, 20), "pregnancy");
        judgement.staysQuiet(afterAnInfarction().problem("kidney-failure", true, 100), "dialysis");
        judgement.staysQuiet(afterAnInfarction().aged(17), "for adults");
        judgement.fires(afterAnInfarction().aged(18).sex(Sex.UNKNOWN));
        assertThat(judgement.misses(afterAnInfarction().born(Optional.empty()))).containsExactly("birth date");
    }

    @Test
    @Tag("S3")
    void trust22_cites_the_disease_and_against_it_the_statin_that_ended() {
        Proposal proposal = judgement.fires(afterAnInfarction()
                .problem(STROKE, true, 300)
                .medication("statin", 900, 800)
                .medication("statin", 700, 200));

        assertThat(cited(proposal, FOR))
                .containsExactly("Coronary or peripheral arterial disease, 2024-12-24", "Stroke or TIA, 2026-01-28");
        assertThat(cited(proposal, AGAINST)).containsExactly("Statin, 2024-12-24");
        assertThat(proposal.detail()).endsWith("An earlier order (Statin) ended on 2026-05-08.");
        assertThat(judgement.fires(afterAnInfarction()).detail()).doesNotContain("earlier order");
    }

    @Test
    @Tag("S3")
    void names_its_source_and_what_it_did_not_read() {
        Proposal proposal = judgement.fires(afterAnInfarction());

        assertThat(proposal.source().citation()).contains("NG238", "2023", "1.7.2", "1.8.1");
        assertThat(proposal.limits()).contains("Intolerance", "prognosis", "own decision", "coded drug");
    }

    /** What it says it did not find may be among them. */
    @Test
    @Tag("S3")
    void says_of_how_many_orders_it_could_not_tell_what_they_are_of() {
        assertThat(judgement.fires(afterAnInfarction()).limits()).doesNotContain("no code that could be read");
        assertThat(judgement.fires(afterAnInfarction().unreadOrders(1)).limits())
                .endsWith(" One active order carries no code that could be read; it may be what was not found here.");
        assertThat(judgement.fires(afterAnInfarction().unreadOrders(3)).limits())
                .endsWith(" 3 active orders carry no code that could be read; one of them may be what was not found"
                        + " here.");
    }

    @Test
    @Tag("E6")
    void trust12_needs_nothing_beyond_what_it_declares() {
        assertThat(rule.judge(afterAnInfarction().build().only(rule.definition().inputs())))
                .isInstanceOf(RuleAnswer.Fired.class);
    }
}
