/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.snapshot.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Published guidelines as rules, in this server. A rule that breaks costs itself only. */
public class GuidelineEngine implements SuggestionEngine {

    private static final Logger LOG = LoggerFactory.getLogger(GuidelineEngine.class);

    static final List<RuleMaker> MAKERS = List.of(
            new RuleMaker(MetforminRenalRule.ID, MetforminRenalRule::new),
            new RuleMaker(DiabetesRangeRule.ID, DiabetesRangeRule::new),
            new RuleMaker(ClinicBloodPressureRule.ID, ClinicBloodPressureRule::new),
            new RuleMaker(HomeBloodPressureRule.ID, HomeBloodPressureRule::new),
            new RuleMaker(PotassiumRule.ID, PotassiumRule::new),
            new RuleMaker(NitrofurantoinRule.ID, NitrofurantoinRule::new),
            new RuleMaker(TripleWhammyRule.ID, TripleWhammyRule::new),
            new RuleMaker(NsaidRenalRule.ID, NsaidRenalRule::new),
            new RuleMaker(UnrecordedCkdRule.ID, UnrecordedCkdRule::new),
            new RuleMaker(AcrOverdueRule.ID, AcrOverdueRule::new),
            new RuleMaker(LithiumRule.ID, LithiumRule::new),
            new RuleMaker(AfAnticoagulationRule.ID, AfAnticoagulationRule::new),
            new RuleMaker(StatinAfterCvdRule.ID, StatinAfterCvdRule::new),
            new RuleMaker(Score2Rule.ID, Score2Rule::new),
            new RuleMaker(PrediabetesRecallRule.ID, PrediabetesRecallRule::new),
            new RuleMaker(DoacRenalRule.ID, DoacRenalRule::new),
            new RuleMaker(MethotrexateRule.ID, MethotrexateRule::new),
            new RuleMaker(Fib4Rule.ID, Fib4Rule::new),
            new RuleMaker(AnaemiaFerritinRule.ID, AnaemiaFerritinRule::new),
            new RuleMaker(PhqItemNineRule.ID, PhqItemNineRule::new),
            new RuleMaker(QuestionnaireRule.PHQ9, QuestionnaireRule::phq9),
            new RuleMaker(QuestionnaireRule.GAD7, QuestionnaireRule::gad7),
            new RuleMaker(QuestionnaireRule.AUDIT_C, QuestionnaireRule::auditC));

    private final List<Rule> judged;
    private final EngineCard card;
    private final Optional<String> problem;

    GuidelineEngine(List<Rule> rules) {
        this(rules, RuleChoices.NONE);
    }

    /** As a site chose. A rule that is off, or lacks its choice, stays on the card, and is neither judged nor read for. */
    GuidelineEngine(List<Rule> rules, RuleChoices choices) {
        this.judged = rules.stream()
                .filter(rule -> !choices.off().contains(rule.definition().id()))
                .filter(rule -> rule.definition().lacksVariant().isEmpty())
                .toList();
        this.card = describe(rules, judged);
        this.problem = choices.problem();
    }

    /** With every rule that the module has. */
    public static GuidelineEngine create() {
        return new GuidelineEngine(all());
    }

    static List<Rule> all() {
        return MAKERS.stream().map(RuleMaker::make).toList();
    }

    @Override
    public EngineCard card() {
        return card;
    }

    @Override
    public Optional<String> problem() {
        return problem;
    }

    @Override
    public EngineAnswer suggest(Snapshot snapshot) {
        List<Proposal> proposals = new ArrayList<>();
        List<EngineAnswer.Unjudged> missing = new ArrayList<>();
        List<EngineAnswer.RuleFailure> failures = new ArrayList<>();
        for (Rule rule : judged) {
            RuleDefinition definition = rule.definition();
            try {
                RuleAnswer answer = rule.judge(snapshot);
                if (answer instanceof RuleAnswer.Fired fired) {
                    proposals.add(fired.proposal());
                } else if (answer instanceof RuleAnswer.Missing lacks) {
                    missing.add(new EngineAnswer.Unjudged(definition.id(), definition.label(), lacks.inputs()));
                }
            } catch (RuntimeException broken) {
                // Only the class: a message could quote the record, and logs hold no patient data (X3).
                LOG.error(
                        "event=rule_broke rule={} cause={}",
                        definition.id(),
                        broken.getClass().getName());
                failures.add(new EngineAnswer.RuleFailure(
                        definition.id(), broken.getClass().getSimpleName()));
            }
        }
        return new EngineAnswer(proposals, missing, failures);
    }

    private static EngineCard describe(List<Rule> rules, List<Rule> judged) {
        Set<String> inputs = judged.stream()
                .flatMap(rule -> rule.definition().inputs().stream())
                .collect(Collectors.toSet());
        return new EngineCard(
                "guidelines",
                "Guideline rules",
                "1",
                Optional.empty(),
                "The aisupport project",
                "The project itself.",
                "Points out what published guidelines suggest looking at in this record.",
                "Support for a GP in general practice, for adults; one rule is for people from 13 years on. The GP decides.",
                "Reads only coded data that this dictionary's mapping covers. What is not recorded, or recorded as free text,"
                        + " is not seen; no suggestion is no reassurance.",
                "Each rule is tested against its source on both sides of every threshold. No clinical trial.",
                "MPL-2.0 with OpenMRS healthcare disclaimer",
                inputs,
                rules.stream()
                        .map(rule -> rule.definition().card(!judged.contains(rule)))
                        .toList());
    }
}
