/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openmrs.module.aisupport.metrics.Metric;

/** Metrics in the text that Prometheus reads, or in that of OpenMetrics for those who ask for it. */
final class MetricsText {

    private static final OpenMetricsTextFormatWriter OPEN_METRICS = OpenMetricsTextFormatWriter.create();
    private static final PrometheusTextFormatWriter PROMETHEUS = PrometheusTextFormatWriter.create();

    private final ExpositionFormatWriter writer;

    private MetricsText(ExpositionFormatWriter writer) {
        this.writer = writer;
    }

    /** @param accept the header, or null */
    static MetricsText asAskedFor(String accept) {
        return new MetricsText(OPEN_METRICS.accepts(accept) ? OPEN_METRICS : PROMETHEUS);
    }

    String contentType() {
        return writer.getContentType();
    }

    byte[] of(List<Metric> metrics) {
        MetricSnapshots.Builder snapshots = MetricSnapshots.builder();
        metrics.stream().map(MetricsText::snapshot).forEach(snapshots::metricSnapshot);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(out, snapshots.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // into memory: never
        }
        return out.toByteArray();
    }

    private static MetricSnapshot snapshot(Metric metric) {
        if (metric instanceof Metric.Counter counter) {
            return counter(counter);
        }
        if (metric instanceof Metric.Gauge gauge) {
            return gauge(gauge);
        }
        return histogram((Metric.Histogram) metric);
    }

    /** The library puts the ending back. */
    private static MetricSnapshot counter(Metric.Counter counter) {
        CounterSnapshot.Builder builder = CounterSnapshot.builder()
                .name(counter.name().replaceFirst("_total$", ""))
                .help(counter.help());
        counter.samples()
                .forEach(sample -> builder.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .labels(labels(sample.labels()))
                        .value(sample.value())
                        .build()));
        return builder.build();
    }

    private static MetricSnapshot gauge(Metric.Gauge gauge) {
        GaugeSnapshot.Builder builder =
                GaugeSnapshot.builder().name(gauge.name()).help(gauge.help());
        gauge.samples()
                .forEach(sample -> builder.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .labels(labels(sample.labels()))
                        .value(sample.value())
                        .build()));
        return builder.build();
    }

    private static MetricSnapshot histogram(Metric.Histogram histogram) {
        List<Double> bounds = new ArrayList<>(histogram.bounds());
        bounds.add(Double.POSITIVE_INFINITY);
        HistogramSnapshot.Builder builder =
                HistogramSnapshot.builder().name(histogram.name()).help(histogram.help());
        histogram
                .distributions()
                .forEach(spread -> builder.dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder()
                        .labels(labels(spread.labels()))
                        .classicHistogramBuckets(ClassicHistogramBuckets.of(bounds, spread.counts()))
                        .sum(spread.sum())
                        .build()));
        return builder.build();
    }

    private static Labels labels(Map<String, String> labels) {
        Labels.Builder builder = Labels.builder();
        labels.forEach(builder::label);
        return builder.build();
    }
}
