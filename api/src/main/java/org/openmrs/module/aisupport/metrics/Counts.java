/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.metrics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts by label. Adding takes no lock, and less than a microsecond. */
final class Counts {

    private final String name;
    private final String help;
    private final List<String> labels;
    private final Map<List<String>, LongAdder> counts = new ConcurrentHashMap<>();

    Counts(String name, String help, String... labels) {
        this.name = name;
        this.help = help;
        this.labels = List.of(labels);
    }

    /** Shows 0 from the start, so that the first time can be told from no time. */
    Counts startingWith(String... values) {
        of(values);
        return this;
    }

    /** @param values one for each label, of a list that can't grow without bound */
    void add(String... values) {
        of(values).increment();
    }

    private LongAdder of(String... values) {
        return counts.computeIfAbsent(List.of(values), key -> new LongAdder());
    }

    Metric told() {
        return new Metric.Counter(
                name,
                help,
                counts.entrySet().stream()
                        .map(entry -> new Metric.Sample(
                                Labels.of(labels, entry.getKey()),
                                entry.getValue().sum()))
                        .toList());
    }
}
