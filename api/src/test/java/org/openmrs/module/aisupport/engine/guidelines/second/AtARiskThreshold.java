/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Puts another cholesterol in a random chart, with which the risk is just high, or very high, or just not. */
final class AtARiskThreshold {

    private AtARiskThreshold() {}

    private enum Threshold {
        NONE,
        HIGH,
        VERY_HIGH
    }

    static Arbitrary<UnaryOperator<Chart>> any() {
        return Combinators.combine(Arbitraries.of(Threshold.class), Arbitraries.of(true, false))
                .as((threshold, reached) -> chart -> move(chart, threshold, reached));
    }

    private static Chart move(Chart chart, Threshold threshold, boolean reached) {
        Facts facts = new Facts(chart);
        Optional<Region> region = chart.practice().region();
        Optional<HeartRisk> risk = HeartRiskReading.risk(facts);
        if (threshold == Threshold.NONE || region.isEmpty() || risk.isEmpty() || !HeartRiskReading.isMeantFor(facts)) {
            return chart;
        }
        int tenths = threshold == Threshold.HIGH
                ? HeartRiskReading.highFrom(facts.age())
                : HeartRiskReading.veryHighFrom(facts.age());
        return firstReaching(tenths, risk.get(), region.get())
                .map(hundredths -> withTotal(chart, (reached ? hundredths : hundredths - 1) / 100.0))
                .orElse(chart);
    }

    /** In hundredths of a millimole; more cholesterol is always more risk. */
    private static Optional<Integer> firstReaching(int tenths, HeartRisk risk, Region region) {
        return Stream.iterate(301, hundredths -> hundredths <= 1200, hundredths -> hundredths + 1)
                .filter(hundredths -> risk.withTotal(hundredths / 100.0).tenths(region) >= tenths)
                .findFirst()
                .filter(hundredths -> hundredths > 301);
    }

    /** Others of that day would differ too much from it. */
    private static Chart withTotal(Chart chart, double total) {
        Chart.Result old =
                HeartRiskReading.lipids(new Facts(chart)).orElseThrow().total();
        Chart.Result changed = new Chart.Result(Lab.TOTAL_CHOLESTEROL, total, old.daysAgo(), old.minutes());
        Stream<Chart.Result> others =
                chart.results().stream().filter(result -> result.daysAgo() != old.daysAgo() || !isTotal(result.lab()));
        return chart.withResults(Stream.concat(others, Stream.of(changed)).toList());
    }

    private static boolean isTotal(Lab lab) {
        return List.of(Lab.TOTAL_CHOLESTEROL, Lab.TOTAL_CHOLESTEROL_IN_MG).contains(lab);
    }
}
