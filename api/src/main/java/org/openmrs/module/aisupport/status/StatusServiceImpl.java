/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openmrs.module.aisupport.audit.seal.SealHealth;
import org.openmrs.module.aisupport.charting.PlanNotes;
import org.openmrs.module.aisupport.consent.ConsentHealth;
import org.openmrs.module.aisupport.egress.OutsideHealth;
import org.openmrs.module.aisupport.engine.EngineHealth;
import org.openmrs.module.aisupport.feedback.FeedbackHealth;
import org.openmrs.module.aisupport.persistence.AppendOnlyTriggers;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.PlatformSetup;
import org.openmrs.module.aisupport.snapshot.ConceptMappings;
import org.openmrs.module.aisupport.snapshot.SensitiveTopics;

/** Looks anew at each question, so that a page shows what is so and not what was so when the module started. */
public class StatusServiceImpl implements StatusService {

    private final PlatformSetup setup;
    private final AppendOnlyTriggers triggers;
    private final ConceptMappings mappings;
    private final SensitiveTopics topics;
    private final PlanNotes planNotes;
    private final ConsentHealth consent;
    private final EngineHealth engines;
    private final OutsideHealth outside;
    private final FeedbackHealth feedback;
    private final SealHealth seals;
    private final Transactions transactions;

    public StatusServiceImpl(
            PlatformSetup setup,
            AppendOnlyTriggers triggers,
            ConceptMappings mappings,
            SensitiveTopics topics,
            PlanNotes planNotes,
            ConsentHealth consent,
            EngineHealth engines,
            OutsideHealth outside,
            FeedbackHealth feedback,
            SealHealth seals,
            Transactions transactions) {
        this.setup = setup;
        this.triggers = triggers;
        this.mappings = mappings;
        this.topics = topics;
        this.planNotes = planNotes;
        this.consent = consent;
        this.engines = engines;
        this.outside = outside;
        this.feedback = feedback;
        this.seals = seals;
        this.transactions = transactions;
    }

    @Override
    public List<String> setUp(Map<String, List<String>> privilegesByRole) {
        List<String> refusals = new ArrayList<>();
        // Each in a transaction of its own: a refusal of one must not take the others with it.
        for (PlatformSetup.Step step : steps(privilegesByRole)) {
            attempt(step, refusals);
        }
        return refusals;
    }

    @Override
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (PlatformSetup.Step step : steps(Map.of())) {
            checks.add(check(step.name(), () -> step.missing().orElse("")));
        }
        checks.add(check("Consent gate", () -> consent.gate().orElse("")));
        checks.add(check("Consent attributes", () -> consent.attributes().orElse("")));
        checks.add(check("Concept mapping", () -> mappings.problem().orElse("")));
        checks.add(check("Sensitive topics", () -> topics.problem().orElse("")));
        checks.add(check("Plan notes", () -> planNotes.problem().orElse("")));
        checks.add(check("Engine settings", () -> engines.settings().orElse("")));
        transactions
                .alone(engines::progress)
                .forEach((engine, progress) -> checks.add(new Check(engine, true, progress)));
        checks.add(transactions.alone(() -> {
            Optional<String> problem = outside.problem();
            return new Check("Engines outside", problem.isEmpty(), problem.orElseGet(outside::state));
        }));
        checks.add(check("Reviews of rules", () -> engines.reviews().orElse("")));
        checks.add(toldBack());
        checks.add(sealed());
        return checks;
    }

    private List<PlatformSetup.Step> steps(Map<String, List<String>> privilegesByRole) {
        return Stream.concat(
                        setup.steps(privilegesByRole).stream(),
                        triggers.guards().stream().map(GuardStep::new))
                .toList();
    }

    private record GuardStep(AppendOnlyTriggers.Guard guard) implements PlatformSetup.Step {
        @Override
        public String name() {
            return "Guard of " + guard.table();
        }

        @Override
        public void add() {
            guard.put();
        }

        @Override
        public Optional<String> missing() {
            return guard.missing();
        }
    }

    private void attempt(PlatformSetup.Step step, List<String> refusals) {
        try {
            transactions.alone(() -> {
                step.add();
                return step;
            });
        } catch (RuntimeException refused) {
            refusals.add(step.name() + ": " + refused.getMessage());
        }
    }

    /** How many wait is worth knowing also while all is well. */
    private Check toldBack() {
        String name = "Feedback to engines outside";
        try {
            FeedbackHealth.State state = transactions.alone(feedback::state);
            return new Check(name, state.well(), state.words());
        } catch (RuntimeException e) {
            return new Check(name, false, e.getMessage());
        }
    }

    /** How many are sealed, and when they were verified, is worth knowing also while all is well. */
    private Check sealed() {
        String name = "Seals of the audit";
        try {
            SealHealth.State state = transactions.alone(seals::state);
            return new Check(name, state.well(), state.words());
        } catch (RuntimeException e) {
            return new Check(name, false, e.getMessage());
        }
    }

    private Check check(String name, Supplier<String> missing) {
        try {
            String what = transactions.alone(missing);
            return new Check(name, what.isEmpty(), what.isEmpty() ? "in place" : what);
        } catch (RuntimeException e) {
            return new Check(name, false, e.getMessage());
        }
    }
}
