/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.metrics;

import java.util.List;
import java.util.Map;

/** What is told of one thing that is counted or read off. Names and labels are of closed lists, and of nobody. */
public sealed interface Metric {

    /** As in docs/operations.md. */
    String name();

    String help();

    /** @param labels by their names; empty where there is one number only */
    record Sample(Map<String, String> labels, double value) {}

    /**
     * Only grows, until the module starts anew.
     *
     * @param name ends with {@code _total}
     */
    record Counter(String name, String help, List<Sample> samples) implements Metric {}

    record Gauge(String name, String help, List<Sample> samples) implements Metric {}

    /**
     * @param bounds upper bounds in seconds, rising, without the last, which is infinite
     */
    record Histogram(String name, String help, List<Double> bounds, List<Distribution> distributions)
            implements Metric {}

    /**
     * @param counts how many lie between each bound and the one before, and one more for those above all
     * @param sum in seconds
     */
    record Distribution(Map<String, String> labels, List<Long> counts, double sum) {}
}
