/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Rounds;
import org.openmrs.module.aisupport.suggestion.DecisionOutcome;
import org.openmrs.module.aisupport.suggestion.DecisionRequest;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.testing.Proposals;

/**
 * Whether a GP's decision takes longer while the audit is being sealed. Decisions are taken by turns without sealing, with a round of
 * sealing fifty times as often as the module makes them, and without again: how far the two without lie apart is what the machine does to
 * them. No JMH, since each decision needs a suggestion of its own.
 */
public final class DecisionWhileSealingBenchmark {

    private static final int WARM_UP = 2;
    private static final int TURNS = 10;
    private static final int DECISIONS = 20;
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(200);

    private final House house = new House();
    private final ExecutorService platform = Executors.newCachedThreadPool();

    public static void main(String[] arguments) {
        new DecisionWhileSealingBenchmark().run();
        System.exit(0);
    }

    private void run() {
        List<Long> without = new ArrayList<>();
        List<Long> with = new ArrayList<>();
        List<Long> withoutAgain = new ArrayList<>();
        for (int turn = 0; turn < WARM_UP + TURNS; turn++) {
            boolean counts = turn >= WARM_UP;
            List<Long> first = decide();
            List<Long> second = decideWhileSealing();
            List<Long> third = decide();
            if (counts) {
                without.addAll(first);
                with.addAll(second);
                withoutAgain.addAll(third);
            }
        }
        double base = median(without);
        System.out.printf(
                "A decision (medians of %d): %.2f ms without sealing, %.2f ms while sealing (%.2f times), %.2f ms without again (%.2f times)%n",
                without.size(), base, median(with), median(with) / base, median(withoutAgain), median(withoutAgain) / base);
    }

    private List<Long> decideWhileSealing() {
        try (Rounds rounds = new Rounds(List.of(house.sealer), platform::submit, BETWEEN_ROUNDS)) {
            return decide();
        }
    }

    private List<Long> decide() {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < DECISIONS; i++) {
            PatientRef patient = house.patients.add();
            house.grant(patient);
            house.engine.proposes(Proposals.aProposal("rule"));
            house.runToTheEnd(patient);
            String suggestion = house.suggestionsOf(patient).get(0).suggestion().getUuid();
            DecisionRequest accepted =
                    new DecisionRequest(DecisionOutcome.ACCEPTED, Optional.empty(), null, null, null, null, List.of());
            long begun = System.nanoTime();
            house.suggestions.decide(suggestion, accepted);
            nanos.add(System.nanoTime() - begun);
        }
        return nanos;
    }

    private static double median(List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2) / 1e6;
    }
}
