/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.Gauges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts together what was counted and what is read off now. */
public class MetricsServiceImpl implements MetricsService {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsServiceImpl.class);

    private final Meters meters;
    private final List<Gauges> gauges;
    private final Transactions transactions;

    public MetricsServiceImpl(Meters meters, List<Gauges> gauges, Transactions transactions) {
        this.meters = meters;
        this.gauges = List.copyOf(gauges);
        this.transactions = transactions;
    }

    @Override
    public List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>(meters.told());
        int unreadable = 0;
        for (Gauges.Gauge gauge :
                gauges.stream().flatMap(some -> some.gauges().stream()).toList()) {
            Optional<Double> value = read(gauge);
            value.ifPresent(now -> metrics.add(single(gauge.name(), gauge.help(), now)));
            unreadable += value.isEmpty() ? 1 : 0;
        }
        metrics.add(single("aisupport_gauges_unreadable", "Gauges that could not be read this time.", unreadable));
        return metrics;
    }

    /** Each in a transaction of its own: one that can't be read costs the others nothing. */
    private Optional<Double> read(Gauges.Gauge gauge) {
        try {
            return Optional.of(transactions.alone(() -> gauge.now().getAsDouble()));
        } catch (RuntimeException unreadable) {
            LOG.warn("event=gauge_unreadable gauge={}", gauge.name(), unreadable);
            return Optional.empty();
        }
    }

    private static Metric single(String name, String help, double value) {
        return new Metric.Gauge(name, help, List.of(new Metric.Sample(Map.of(), value)));
    }
}
