/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aMan;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aWoman;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.PersonalData;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.snapshot.ConceptMappings;
import org.openmrs.module.aisupport.snapshot.InputDefinition;
import org.openmrs.module.aisupport.snapshot.Snapshot;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;
import org.openmrs.module.aisupport.testing.FakeSettings;

/** The engine as a whole: what its card says, what it makes of its rules' answers, and what a broken rule costs. */
@Tag("E2")
class GuidelineEngineTest {

    private final GuidelineEngine engine = GuidelineEngine.create();

    private static SnapshotFixture aManOnWhomTwoRulesFire() {
        return aMan(70).measured("creatinine", 180, 10)
                .medication("metformin", 300, null)
                .problem("diabetes", true, 900)
                .problem("ckd", true, 900)
                .measured("urine-acr-or-pcr", 5, 100)
                .measured("hba1c", 60, 10)
                .bloodPressure(160, 95, 1, 0, "e")
                .bloodPressure(158, 94, 1, 5, "e");
    }

    private static Rule ruleThat(Supplier<RuleAnswer> judges) {
        RuleDefinition definition = RuleDefinitions.load(MetforminRenalRule.ID);
        return new Rule() {
            @Override
            public RuleDefinition definition() {
                return definition;
            }

            @Override
            public RuleAnswer judge(Snapshot snapshot) {
                return judges.get();
            }
        };
    }

    @Test
    void proposes_what_fired_and_nothing_else() {
        EngineAnswer answer = engine.suggest(aManOnWhomTwoRulesFire().build());

        assertThat(answer.proposals())
                .extracting(Proposal::rule)
                .containsExactlyInAnyOrder("metformin-renal", "clinic-blood-pressure");
        assertThat(answer.missing()).isEmpty();
        assertThat(answer.failures()).isEmpty();
    }

    @Test
    void proposes_nothing_for_a_healthy_person_and_misses_nothing() {
        EngineAnswer answer = engine.suggest(aWoman(40)
                .measured("creatinine", 70, 10)
                .measured("hba1c", 35, 10)
                .bloodPressure(118, 74, 1, 0, "e")
                .build());

        assertThat(answer).isEqualTo(new EngineAnswer(List.of(), List.of(), List.of()));
    }

    @Test
    void tells_for_each_rule_what_it_lacked_so_that_unknown_is_never_shown_as_safe() {
        EngineAnswer answer = engine.suggest(aWoman(60)
                .born(Optional.empty())
                .medication("metformin", 10, null)
                .build());

        assertThat(answer.proposals()).isEmpty();
        assertThat(answer.missing())
                .containsExactlyInAnyOrder(
                        new EngineAnswer.Unjudged(
                                "metformin-renal", "Metformin and kidney function", List.of("birth date")),
                        new EngineAnswer.Unjudged(
                                "hba1c-diabetes-range",
                                "HbA1c in the diabetes range without a diagnosis",
                                List.of("birth date")),
                        new EngineAnswer.Unjudged(
                                "clinic-blood-pressure", "Raised clinic blood pressure", List.of("birth date")),
                        new EngineAnswer.Unjudged("potassium-raised", "Raised potassium", List.of("birth date")),
                        new EngineAnswer.Unjudged(
                                "phq9-item-nine",
                                "PHQ-9, question 9 not answered with \"not at all\"",
                                List.of("birth date")),
                        new EngineAnswer.Unjudged(
                                "phq9-total",
                                "PHQ-9 of 10 or more without depression on record",
                                List.of("birth date")),
                        new EngineAnswer.Unjudged(
                                "gad7-total", "GAD-7 of 10 or more without anxiety on record", List.of("birth date")),
                        new EngineAnswer.Unjudged(
                                "audit-c-total",
                                "AUDIT-C of 5 or more without an alcohol problem on record",
                                List.of("birth date")),
                        new EngineAnswer.Unjudged(
                                "ckd-unrecorded",
                                "Reduced eGFR without kidney disease on record",
                                List.of("birth date")));
    }

    @Test
    @Tag("E5")
    void a_rule_that_throws_costs_itself_only_wherever_it_stands() {
        Rule broken = ruleThat(() -> {
            throw new IllegalStateException("Karen Holm, creatinine 400");
        });
        Rule sound = new ClinicBloodPressureRule(RuleDefinitions.load(ClinicBloodPressureRule.ID));
        Snapshot snapshot = aManOnWhomTwoRulesFire().build();

        for (List<Rule> order : List.of(List.of(broken, sound), List.of(sound, broken))) {
            EngineAnswer answer = new GuidelineEngine(order).suggest(snapshot);

            assertThat(answer.proposals()).extracting(Proposal::rule).containsExactly("clinic-blood-pressure");
            assertThat(answer.missing()).isEmpty();
            assertThat(answer.failures())
                    .containsExactly(new EngineAnswer.RuleFailure("metformin-renal", "IllegalStateException"));
        }
    }

    @Test
    @Tag("X3")
    void what_the_administrator_is_told_of_a_failure_holds_nothing_of_the_record() {
        Rule broken = ruleThat(() -> {
            throw new IllegalArgumentException("Karen Holm, creatinine 400");
        });

        EngineAnswer answer =
                new GuidelineEngine(List.of(broken)).suggest(aWoman(60).build());

        assertThat(answer.failures().toString()).doesNotContain("Karen", "400");
    }

    @Test
    @Tag("E5")
    void a_proposal_that_is_too_long_costs_its_rule_only() {
        Rule wordy = ruleThat(() -> new RuleAnswer.Fired(new Proposal(
                "wordy",
                "1",
                "x".repeat(141),
                "detail",
                Proposal.Indicator.INFO,
                Proposal.Kind.TEST,
                new Proposal.Source("s", "c", "u"),
                List.of(),
                "limits")));

        EngineAnswer answer =
                new GuidelineEngine(List.of(wordy)).suggest(aWoman(60).build());

        assertThat(answer.proposals()).isEmpty();
        assertThat(answer.failures()).hasSize(1);
    }

    @Test
    void an_answer_of_not_fired_is_neither_a_proposal_nor_missing() {
        EngineAnswer answer = new GuidelineEngine(List.of(ruleThat(() -> new RuleAnswer.NotFired("fine"))))
                .suggest(aWoman(60).build());

        assertThat(answer).isEqualTo(new EngineAnswer(List.of(), List.of(), List.of()));
    }

    /** The mapping's own test lists them. */
    @Test
    @Tag("E6")
    void trust12_reads_all_that_the_mapping_knows_but_notes_and_the_whole_list_and_nothing_else() {
        Set<InputDefinition.Kind> others = EnumSet.of(InputDefinition.Kind.NOTE, InputDefinition.Kind.PROBLEM_LIST);
        Map<String, InputDefinition> known = new ConceptMappings(new FakeSettings(), () -> Path.of("none"))
                .current()
                .inputs();

        assertThat(engine.card().rules().stream().flatMap(rule -> rule.inputs().stream()))
                .hasSameElementsAs(known.keySet().stream()
                        .filter(input -> !others.contains(known.get(input).kind()))
                        .toList());
    }

    @Test
    @Tag("E6")
    void trust12_the_inputs_on_the_card_are_enough_for_the_same_answer() {
        Snapshot whole = aManOnWhomTwoRulesFire().build();

        assertThat(engine.suggest(whole.only(engine.card().inputs()))).isEqualTo(engine.suggest(whole));
    }

    @Test
    @Tag("E4")
    void the_card_says_who_made_it_what_for_and_on_which_sources_and_is_the_same_at_every_call() {
        EngineCard card = engine.card();

        assertThat(card).isSameAs(engine.card());
        assertThat(card.id()).isEqualTo("guidelines");
        assertThat(card.where()).isEqualTo(EngineCard.Where.EMBEDDED);
        assertThat(List.of(
                        card.name(),
                        card.version(),
                        card.developer(),
                        card.purpose(),
                        card.intendedUse(),
                        card.cautions(),
                        card.validation(),
                        card.licence()))
                .allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(card.rules())
                .extracting(EngineCard.RuleCard::id)
                .containsExactlyInAnyOrder(
                        "metformin-renal",
                        "hba1c-diabetes-range",
                        "clinic-blood-pressure",
                        "home-blood-pressure",
                        "potassium-raised",
                        "nitrofurantoin-renal",
                        "triple-whammy",
                        "nsaid-renal",
                        "ckd-unrecorded",
                        "ckd-acr-overdue",
                        "lithium-monitoring",
                        "phq9-item-nine",
                        "phq9-total",
                        "gad7-total",
                        "audit-c-total",
                        "af-anticoagulation",
                        "statin-after-cvd",
                        "hba1c-prediabetes",
                        "doac-renal",
                        "methotrexate-monitoring",
                        "fib4",
                        "anaemia-ferritin",
                        "score2");
        assertThat(card.rules()).allSatisfy(rule -> {
            assertThat(rule.citation()).isNotBlank();
            assertThat(rule.url()).startsWith("https://");
            assertThat(card.inputs().containsAll(rule.inputs())).as(rule.id()).isNotEqualTo(rule.off());
            assertThat(rule.inputs()).containsAll(rule.required());
            assertThat(rule.required()).isNotEmpty();
        });
    }

    @Test
    @Tag("S8")
    void running_twice_on_the_same_record_proposes_the_same() {
        Snapshot snapshot = aManOnWhomTwoRulesFire().build();

        assertThat(engine.suggest(snapshot)).isEqualTo(engine.suggest(snapshot));
    }

    /** HTI-1, 45 CFR 170.315(b)(11)(iv)(A): what of the person is used. That sex is told, a second reading shows. */
    @Test
    @Tag("E4")
    void each_rule_tells_that_it_uses_the_birth_date_or_an_assessment_of_health() {
        assertThat(GuidelineEngine.all()).extracting(Rule::definition).allSatisfy(rule -> {
            assertThat(rule.personalData().contains(PersonalData.DATE_OF_BIRTH))
                    .as(rule.id())
                    .isEqualTo(rule.thresholds().containsKey("minAge"));
            assertThat(rule.personalData().contains(PersonalData.HEALTH_STATUS_ASSESSMENTS))
                    .as(rule.id())
                    .isEqualTo(
                            rule.inputs().stream().anyMatch(input -> input.matches("(pregnancy|phq9|gad7|audit-c).*")));
            assertThat(rule.personalData())
                    .isSubsetOf(PersonalData.SEX, PersonalData.DATE_OF_BIRTH, PersonalData.HEALTH_STATUS_ASSESSMENTS);
            assertThat(rule.revised()).isBefore(rule.reviewDate());
        });
    }
}
