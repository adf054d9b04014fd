/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.metrics.Metric;

@Tag("O2")
class MetricsTextTest {

    private static final List<Metric> METRICS = List.of(
            new Metric.Counter(
                    "aisupport_calls_total",
                    "Calls.",
                    List.of(
                            new Metric.Sample(Map.of("engine", "a \"quoted\"\\one\nof two lines"), 3),
                            new Metric.Sample(Map.of("engine", "plain"), 0))),
            new Metric.Gauge("aisupport_queue", "Queue.", List.of(new Metric.Sample(Map.of(), 2))),
            new Metric.Histogram(
                    "aisupport_seconds",
                    "Seconds.",
                    List.of(0.5, 1.0),
                    List.of(new Metric.Distribution(Map.of("engine", "plain"), List.of(1L, 2L, 4L), 9.5))));

    private static final String LABEL = "[a-z_]+=\"(?:[^\"\\\\\\n]|\\\\[\"\\\\n])*\"";
    private static final Pattern SAMPLE = Pattern.compile(
            "[a-z_]+(?:\\{" + LABEL + "(?:," + LABEL + ")*\\})? (?:[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?|[+-]Inf|NaN)");
    private static final Pattern COMMENT =
            Pattern.compile("# (?:HELP [a-z_]+ .*|TYPE [a-z_]+ (?:counter|gauge|histogram))");

    private static String textFor(String accept) {
        return new String(MetricsText.asAskedFor(accept).of(METRICS), StandardCharsets.UTF_8);
    }

    @Test
    void each_line_is_one_that_prometheus_reads() {
        assertThat(textFor(null)).endsWith("\n");
        assertThat(textFor(null).split("\n"))
                .allMatch(line ->
                        SAMPLE.matcher(line).matches() || COMMENT.matcher(line).matches());
    }

    @Test
    void counters_gauges_and_cumulative_buckets_are_told_with_their_kind() {
        assertThat(textFor(null).split("\n"))
                .contains(
                        "# TYPE aisupport_calls_total counter",
                        "aisupport_calls_total{engine=\"a \\\"quoted\\\"\\\\one\\nof two lines\"} 3.0",
                        "# TYPE aisupport_queue gauge",
                        "aisupport_queue 2.0",
                        "# TYPE aisupport_seconds histogram",
                        "aisupport_seconds_bucket{engine=\"plain\",le=\"0.5\"} 1",
                        "aisupport_seconds_bucket{engine=\"plain\",le=\"1.0\"} 3",
                        "aisupport_seconds_bucket{engine=\"plain\",le=\"+Inf\"} 7",
                        "aisupport_seconds_count{engine=\"plain\"} 7",
                        "aisupport_seconds_sum{engine=\"plain\"} 9.5");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"*/*", "text/plain", "text/html,application/xhtml+xml", "no media type at all", ""})
    void whoever_does_not_ask_for_openmetrics_gets_the_text_of_prometheus(String accept) {
        assertThat(MetricsText.asAskedFor(accept).contentType()).startsWith("text/plain; version=0.0.4");
        assertThat(textFor(accept)).doesNotContain("# EOF");
    }

    @Test
    void whoever_asks_for_openmetrics_gets_it() {
        String asPrometheusAsks = "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3";

        assertThat(MetricsText.asAskedFor(asPrometheusAsks).contentType()).startsWith("application/openmetrics-text");
        assertThat(textFor(asPrometheusAsks))
                .endsWith("# EOF\n")
                .contains("# TYPE aisupport_calls counter\n", "aisupport_calls_total{engine=\"plain\"} 0.0\n");
    }
}
