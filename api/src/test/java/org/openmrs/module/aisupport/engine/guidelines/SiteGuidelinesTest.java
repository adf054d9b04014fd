/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.aMan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.snapshot.Snapshot;
import org.openmrs.module.aisupport.testing.FakeSettings;

/** What a site makes of the module's rules by its settings. */
@Tag("E4")
class SiteGuidelinesTest {

    private final FakeSettings settings = new FakeSettings();
    private final SiteGuidelines site = SiteGuidelines.load(settings);

    private static Snapshot aManOnWhomTwoRulesFire() {
        return aMan(70).measured("creatinine", 180, 10)
                .medication("metformin", 300, null)
                .problem("diabetes", true, 900)
                .problem("ckd", true, 900)
                .measured("urine-acr-or-pcr", 5, 100)
                .bloodPressure(160, 95, 1, 0, "e")
                .bloodPressure(158, 94, 1, 5, "e")
                .build();
    }

    private List<String> fired() {
        return site.asSetUp().suggest(aManOnWhomTwoRulesFire()).proposals().stream()
                .map(Proposal::rule)
                .toList();
    }

    /** Beside those that lack their variant. */
    private static Set<String> off(EngineCard card) {
        return card.rules().stream()
                .filter(rule -> rule.off() && rule.lacksVariant().isEmpty())
                .map(EngineCard.RuleCard::id)
                .collect(Collectors.toSet());
    }

    @Test
    void every_rule_is_used_while_no_setting_says_otherwise() {
        assertThat(off(site.asSetUp().card())).isEmpty();
        assertThat(site.asSetUp().problem()).isEmpty();
        assertThat(fired()).containsExactlyInAnyOrder("metformin-renal", "clinic-blood-pressure");
    }

    @Test
    void a_rule_that_is_off_proposes_nothing_and_the_card_says_so() {
        settings.set(Setting.RULES_OFF, "clinic-blood-pressure");

        assertThat(fired()).containsExactly("metformin-renal");
        assertThat(off(site.asSetUp().card())).containsExactly("clinic-blood-pressure");
    }

    @Test
    void a_rule_that_is_off_is_not_even_missing_anything() {
        Snapshot withoutBirthDate = aMan(60).born(Optional.empty())
                .medication("metformin", 10, null)
                .build();
        settings.set(Setting.RULES_OFF, "metformin-renal");

        assertThat(site.asSetUp().suggest(withoutBirthDate).missing())
                .extracting(EngineAnswer.Unjudged::rule)
                .isNotEmpty()
                .doesNotContain("metformin-renal");
    }

    @Test
    @Tag("E6")
    void trust12_what_only_a_rule_that_is_off_looks_at_is_not_read() {
        settings.set(Setting.RULES_OFF, "lithium-monitoring,  clinic-blood-pressure home-blood-pressure");

        assertThat(site.asSetUp().card().inputs())
                .doesNotContain("lithium", "lithium-level", "diastolic-bp")
                .contains("creatinine", "metformin");
    }

    @Test
    @Tag("E6")
    void with_every_rule_off_nothing_is_read_and_nothing_said() {
        settings.set(
                Setting.RULES_OFF,
                site.card().rules().stream().map(EngineCard.RuleCard::id).collect(Collectors.joining(" ")));

        SuggestionEngine silent = site.asSetUp();

        assertThat(silent.card().inputs()).isEmpty();
        assertThat(silent.suggest(aManOnWhomTwoRulesFire()))
                .isEqualTo(new EngineAnswer(List.of(), List.of(), List.of()));
    }

    @Test
    @Tag("O2")
    void an_id_that_no_rule_has_changes_nothing_and_the_administrator_is_told() {
        settings.set(Setting.RULES_OFF, "metformin-renal, clinic-blood-presure");

        assertThat(fired()).containsExactly("clinic-blood-pressure");
        assertThat(site.asSetUp().problem())
                .get()
                .asString()
                .startsWith("The setting aisupport.rules.off names what is no rule: clinic-blood-presure. ")
                .contains("potassium-raised");
    }

    @Test
    @Tag("O2")
    void separators_alone_are_no_names() {
        settings.set(Setting.RULES_OFF, " , ,");

        assertThat(site.asSetUp().problem()).isEmpty();
        assertThat(off(site.asSetUp().card())).isEmpty();
    }

    @Test
    void a_variant_of_a_rule_that_has_none_changes_nothing_and_the_administrator_is_told() {
        settings.set(Setting.RULES_VARIANTS, "metformin-renal=strict, metformin");

        assertThat(fired()).containsExactlyInAnyOrder("metformin-renal", "clinic-blood-pressure");
        assertThat(site.asSetUp().problem())
                .get()
                .asString()
                .startsWith("The setting aisupport.rules.variants asks for what is no variant of a rule,")
                .contains("metformin, metformin-renal=strict");
    }

    @Test
    void a_rule_that_is_past_its_review_date_still_says_what_it_has_to_say() {
        SiteGuidelines overdue =
                new SiteGuidelines(List.of(new RuleMaker("metformin-overdue", MetforminRenalRule::new)), settings);

        assertThat(overdue.asSetUp().card().rules()).allSatisfy(rule -> assertThat(rule.isReviewDueOn(LocalDate.now()))
                .isTrue());
        assertThat(overdue.asSetUp().suggest(aManOnWhomTwoRulesFire()).proposals())
                .singleElement()
                .extracting(Proposal::limits)
                .isEqualTo("Limits.");
    }

    @Test
    void a_change_counts_at_the_next_run_and_not_in_one_that_is_under_way() {
        SuggestionEngine underWay = site.asSetUp();

        settings.set(Setting.RULES_OFF, "clinic-blood-pressure metformin-renal");

        assertThat(fired()).isEmpty();
        assertThat(underWay.suggest(aManOnWhomTwoRulesFire()).proposals()).hasSize(2);
        assertThat(off(underWay.card())).isEmpty();

        settings.set(Setting.RULES_OFF, "");

        assertThat(fired()).hasSize(2);
    }
}
