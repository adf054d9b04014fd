/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** How long something took, by engine: counts between bounds, and the sum. */
final class Durations {

    /** In seconds. Rules answer within the first, services outside within the middle, and thirty is where the pool gives up. */
    static final List<Double> BOUNDS =
            List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 30.0);

    private final String name;
    private final String help;
    private final Map<String, Spread> byEngine = new ConcurrentHashMap<>();

    Durations(String name, String help) {
        this.name = name;
        this.help = help;
    }

    void add(String engine, Duration took) {
        byEngine.computeIfAbsent(engine, id -> new Spread()).add(took);
    }

    Metric told() {
        return new Metric.Histogram(
                name,
                help,
                BOUNDS,
                byEngine.entrySet().stream()
                        .map(entry -> entry.getValue().told(Map.of("engine", entry.getKey())))
                        .toList());
    }

    private static final class Spread {
        private final List<LongAdder> counts =
                Stream.generate(LongAdder::new).limit(BOUNDS.size() + 1L).toList();
        private final LongAdder nanos = new LongAdder();

        void add(Duration took) {
            double seconds = took.toNanos() / (double) TimeUnit.SECONDS.toNanos(1);
            int place = 0;
            while (place < BOUNDS.size() && seconds > BOUNDS.get(place)) {
                place++;
            }
            counts.get(place).increment();
            nanos.add(took.toNanos());
        }

        Metric.Distribution told(Map<String, String> labels) {
            return new Metric.Distribution(
                    labels,
                    counts.stream().map(LongAdder::sum).toList(),
                    nanos.sum() / (double) TimeUnit.SECONDS.toNanos(1));
        }
    }
}
