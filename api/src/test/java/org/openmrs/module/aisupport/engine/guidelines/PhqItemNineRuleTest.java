/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.engine.Evidence.Stance.FOR;
import static org.openmrs.module.aisupport.engine.guidelines.Judgement.cited;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.NOW;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aMan;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aWoman;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.snapshot.ReadingFixture;

/** Simon et al., 2013: any answer but "not at all" goes with more suicide attempts. It is always pointed out. */
@Tag("E2")
class PhqItemNineRuleTest {

    private static final String ITEM = "phq9-item-nine";

    private final Rule rule = new PhqItemNineRule(RuleDefinitions.load(PhqItemNineRule.ID));
    private final Judgement judgement = new Judgement(rule);

    @Test
    void fires_until_a_newer_answer_says_not_at_all() {
        Proposal proposal = judgement.fires(aMan(40).answer(ITEM, true, 10));

        assertThat(proposal.indicator()).isEqualTo(Proposal.Indicator.WARNING);
        assertThat(proposal.summary()).contains("2026-11-14", "asking about safety");
        assertThat(cited(proposal, FOR)).containsExactly("PHQ-9, question 9, yes, 2026-11-14");
        judgement.fires(aMan(40).answer(ITEM, false, 20).answer(ITEM, true, 10));
        judgement.staysQuiet(aMan(40).answer(ITEM, true, 20).answer(ITEM, false, 10), "not at all");
        judgement.staysQuiet(aMan(40), "not answered of late");
    }

    @Test
    void counts_for_90_days() {
        judgement.fires(aWoman(40).answer(ITEM, true, 90));
        judgement.staysQuiet(aWoman(40).answer(ITEM, true, 91), "not answered of late");
    }

    @Test
    void is_for_whom_the_study_was_of() {
        judgement.fires(aWoman(13).answer(ITEM, true, 1));
        judgement.staysQuiet(aWoman(12).answer(ITEM, true, 1), "13 years");
    }

    @Test
    void misses_what_it_can_not_read_and_the_birth_date() {
        assertThat(judgement.misses(aMan(40).unmapped(ITEM)))
                .containsExactly("PHQ-9, question 9 (this dictionary has no concept for it)");
        assertThat(judgement.misses(aMan(40).born(Optional.empty()).answer(ITEM, true, 1)))
                .containsExactly("birth date");
    }

    @ParameterizedTest(name = "{0} {2}: {3}")
    @CsvSource({
        "CIEL, 167074, 160215, NotFired",
        "CIEL, 167074, 167000, Fired",
        "CIEL, 167074, 167001, Fired",
        "CIEL, 167074, 167002, Fired",
        "LOINC, 44260-8, LA6568-5, NotFired",
        "LOINC, 44260-8, LA6569-3, Fired",
        "LOINC, 44260-8, LA6570-1, Fired",
        "LOINC, 44260-8, LA6571-9, Fired",
        "LOINC, 44260-8, LA137-2, NotFired"
    })
    void knows_question_and_answers_by_their_codes(String source, String question, String answer, String judged) {
        ReadingFixture reading = new ReadingFixture();
        reading.chart()
                .concept(1, source, question)
                .concept(2, source, answer)
                .concept(3, "CIEL", "167000")
                .answer(1, 2, NOW.minus(5, ChronoUnit.DAYS));

        RuleAnswer given = rule.judge(reading.read(rule.definition().inputs().toArray(String[]::new)));

        assertThat(given.getClass().getSimpleName()).isEqualTo(judged);
    }
}
