/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aMan;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.snapshot.Snapshot;
import org.openmrs.module.aisupport.testing.FakeSettings;

/** Variants of a rule of this test, whose data file is among the tests' resources: metformin's, with other thresholds. */
@Tag("E4")
class RuleVariantsTest {

    private static final String RULE = "metformin-variants";

    private final FakeSettings settings = new FakeSettings();
    private final SiteGuidelines site =
            new SiteGuidelines(List.of(new RuleMaker(RULE, MetforminRenalRule::new)), settings);

    /** Of a man with an eGFR of 35: below the rule's own threshold of 45, and above the lax variant's 30. */
    private final Snapshot weakKidneys = aMan(70).measured("creatinine", 180, 10)
            .medication("metformin", 300, null)
            .build();

    private SuggestionEngine with(String variants) {
        settings.set(Setting.RULES_VARIANTS, variants);
        return site.asSetUp();
    }

    private Optional<Proposal> proposal(SuggestionEngine engine) {
        return engine.suggest(weakKidneys).proposals().stream().findFirst();
    }

    @Test
    void the_files_own_holds_while_nobody_chose() {
        Proposal own = proposal(with("")).orElseThrow();

        assertThat(own.summary()).startsWith("Review the dose");
        assertThat(own.ruleVersion()).isEqualTo("7");
        assertThat(with("").card().rules())
                .extracting(EngineCard.RuleCard::variant)
                .containsExactly(Optional.empty());
    }

    @Test
    void a_variant_brings_its_thresholds_words_source_and_limits_and_keeps_the_rest() {
        Proposal strict = proposal(with(RULE + " = strict")).orElseThrow();

        assertThat(strict.summary()).startsWith("Stop metformin, says the strict one");
        assertThat(strict.indicator()).isEqualTo(Proposal.Indicator.CRITICAL);
        assertThat(strict.source().label()).isEqualTo("Strict, for tests");
        assertThat(strict.limits()).isEqualTo("Strict limits.");
        EngineCard.RuleCard card = with(RULE + "=strict").card().rules().get(0);
        assertThat(card.variant()).contains("The strict one");
        assertThat(card.label()).isEqualTo("Metformin, for tests of variants");
        assertThat(card.reviewDate()).isEqualTo("2027-01-31");
    }

    @Test
    void a_variant_with_a_lower_threshold_is_silent_where_the_rule_itself_speaks() {
        assertThat(proposal(with(RULE + "=lax"))).isEmpty();
    }

    @Test
    @Tag("S8")
    void a_suggestion_names_the_variant_it_rests_on_and_is_another_than_that_of_the_rule_itself() {
        Proposal own = proposal(with("")).orElseThrow();
        Proposal reworded = proposal(with(RULE + "=reworded")).orElseThrow();

        assertThat(reworded.ruleVersion()).isEqualTo("7-reworded");
        assertThat(reworded.indicator()).isEqualTo(own.indicator());
        assertThat(reworded.evidence()).isEqualTo(own.evidence());
        assertThat(reworded.fingerprint()).isNotEqualTo(own.fingerprint());
    }

    @Test
    @Tag("O2")
    void an_unknown_variant_leaves_the_rule_as_it_is_and_the_administrator_is_told_which_there_are() {
        SuggestionEngine engine = with(RULE + "=strickt");

        assertThat(proposal(engine)).isEqualTo(proposal(with("")));
        assertThat(engine.problem())
                .get()
                .asString()
                .contains(RULE + "=strickt")
                .endsWith("The variants are: metformin-variants=lax, metformin-variants=reworded,"
                        + " metformin-variants=strict.");
    }

    @Test
    @Tag("O2")
    void of_two_variants_for_one_rule_the_first_holds_and_the_administrator_is_told() {
        SuggestionEngine engine = with(RULE + "=strict " + RULE + "=lax");

        assertThat(proposal(engine).orElseThrow().ruleVersion()).isEqualTo("7-strict");
        assertThat(engine.problem()).get().asString().contains("a second one: " + RULE + "=lax. ");
    }

    @Test
    void a_rule_that_is_off_stays_off_in_each_variant() {
        settings.set(Setting.RULES_OFF, RULE);

        assertThat(proposal(with(RULE + "=strict"))).isEmpty();
    }

    /** For rules whose numbers hold only in a region, say: none is better than a wrong one. */
    @Test
    void a_rule_that_needs_a_variant_is_off_until_one_is_chosen_and_the_card_says_what_there_is_to_choose() {
        SiteGuidelines needing =
                new SiteGuidelines(List.of(new RuleMaker("variant-needed", MetforminRenalRule::new)), settings);
        EngineCard.RuleCard waiting = needing.asSetUp().card().rules().get(0);

        assertThat(needing.asSetUp().suggest(weakKidneys)).isEqualTo(new EngineAnswer(List.of(), List.of(), List.of()));
        assertThat(needing.asSetUp().card().inputs()).isEmpty();
        assertThat(needing.asSetUp().problem()).isEmpty();
        assertThat(waiting.off()).isTrue();
        assertThat(waiting.lacksVariant()).contains("A region has to be chosen.");
        assertThat(waiting.variant()).isEmpty();

        settings.set(Setting.RULES_VARIANTS, "variant-needed=a");
        EngineCard.RuleCard chosen = needing.asSetUp().card().rules().get(0);

        assertThat(proposal(needing.asSetUp()).orElseThrow().ruleVersion()).isEqualTo("7-a");
        assertThat(chosen.off()).isFalse();
        assertThat(chosen.lacksVariant()).isEmpty();
        assertThat(chosen.variant()).contains("A");

        settings.set(Setting.RULES_OFF, "variant-needed");
        assertThat(needing.asSetUp().card().rules().get(0).off()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "variant-unknown-threshold, has what the rule does not know: [stopBelo]",
        "variant-unknown-outcome, has what the rule does not know: [halt]",
        "variant-unknown-part, says what the rule does not know: [reviewDate]",
        "variant-unknown-place, has places that the rule does not fill: [{gfr}]",
        "variant-empty, changes nothing",
        "variant-misnamed, is named otherwise than with small letters and digits",
        "variant-without-label, lacks 'label'",
        "variant-half-outcome, lacks 'detail'",
        "variant-needed-and-none, needs a variant and has none"
    })
    void a_variant_that_is_not_whole_stops_the_module_as_it_starts(String rule, String why) {
        List<RuleMaker> rules = List.of(new RuleMaker(rule, MetforminRenalRule::new));

        assertThatThrownBy(() -> new SiteGuidelines(rules, settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(rule)
                .hasMessageContaining(why);
    }

    @Test
    void every_variant_that_the_module_ships_is_whole() {
        RuleBook book = new RuleBook(GuidelineEngine.MAKERS);

        assertThat(book.ids()).isNotEmpty().allSatisfy(id -> book.variantsOf(id).forEach(variant -> assertThat(
                        RuleDefinitions.variants(id).get(variant).thresholds().keySet())
                .isEqualTo(RuleDefinitions.load(id).thresholds().keySet())));
    }
}
