/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.RecordedProblem;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/**
 * CHA2DS2-VA as far as the record shows it, so a lower bound: Van Gelder et al., 2024 ESC Guidelines for atrial fibrillation, Eur
 * Heart J 2024;45:3314-3414, doi:10.1093/eurheartj/ehae176, table 10. From 0 to 8, without a point for the sex.
 */
final class StrokeRisk {

    static final List<String> ITEMS =
            List.of("heart-failure", "hypertension", "diabetes", "stroke-or-tia", "arterial-disease");

    private static final Set<String> ONLY_WHILE_ACTIVE = Set.of("hypertension", "diabetes");

    private final Map<String, Integer> points = new LinkedHashMap<>();
    private final List<Evidence> evidence = new ArrayList<>();

    private StrokeRisk() {}

    /**
     * @param oneFromAge the age from which it counts once
     * @param twoFromAge the age from which it counts twice
     */
    static StrokeRisk of(Snapshot snapshot, double oneFromAge, double twoFromAge) {
        StrokeRisk risk = new StrokeRisk();
        risk.count(1, "heart failure", snapshot, "heart-failure");
        risk.count(1, "hypertension", snapshot, "hypertension");
        risk.countAge(Ages.today(snapshot), oneFromAge, twoFromAge);
        risk.count(1, "diabetes", snapshot, "diabetes");
        risk.count(2, "stroke or TIA", snapshot, "stroke-or-tia");
        risk.count(1, "arterial disease", snapshot, "arterial-disease");
        return risk;
    }

    int score() {
        return points.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** For instance "hypertension 1, age 75 or more 2". */
    String inWords() {
        return points.entrySet().stream()
                .map(item -> item.getKey() + " " + item.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The problems that count, and the score. It has no date: else the same score would be another finding each day. */
    List<Evidence> cite() {
        List<Evidence> cited = new ArrayList<>(evidence);
        cited.add(new Evidence(
                Stance.FOR,
                Optional.empty(),
                "CHA2DS2-VA, at least",
                Optional.of(score() + " (" + inWords() + ")"),
                Optional.empty()));
        return cited;
    }

    private void count(int worth, String name, Snapshot snapshot, String input) {
        List<RecordedProblem> problems = snapshot.problems(input).stream()
                .filter(problem -> problem.active() || !ONLY_WHILE_ACTIVE.contains(input))
                .toList();
        if (!problems.isEmpty()) {
            points.put(name, worth);
            problems.forEach(problem -> evidence.add(Evidence.of(Stance.FOR, problem)));
        }
    }

    private void countAge(int age, double oneFromAge, double twoFromAge) {
        if (age >= twoFromAge) {
            points.put("age " + (int) twoFromAge + " or more", 2);
        } else if (age >= oneFromAge) {
            points.put("age " + (int) oneFromAge + " to " + (int) (twoFromAge - 1), 1);
        }
    }
}
