/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.persistence.Sha256;
import org.openmrs.module.aisupport.snapshot.ConceptMappings;
import org.openmrs.module.aisupport.snapshot.InputDefinition;
import org.openmrs.module.aisupport.snapshot.Snapshot;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;
import org.openmrs.module.aisupport.testing.FakeSettings;

/**
 * All rules on one record that has something of everything they look at: ten values of each measurement, each problem, each medicine.
 * The median counts, since on a busy machine the core is now and then taken away. Beside it, so that numbers of different machines can be compared, how long the same core takes for the SHA-256 of 16 KiB.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(2)
public class RulesBenchmark {

    private static final double TARGET_MICROS = 50;

    private final byte[] sixteenKibibytes = new byte[16 * 1024];
    private final GuidelineEngine engine = GuidelineEngine.create();
    private Snapshot snapshot;

    @Setup
    public void fullRecord() {
        SnapshotFixture record = SnapshotFixture.aWoman(60);
        new ConceptMappings(new FakeSettings(), () -> Path.of("none"))
                .current()
                .definitions(engine.card().inputs())
                .forEach(input -> fill(record, input));
        snapshot = record.build();
    }

    /** A yes to pregnancy would send most rules home at once. */
    private static void fill(SnapshotFixture record, InputDefinition input) {
        switch (input.kind()) {
            case MEASUREMENT -> {
                for (int i = 0; i < 10; i++) {
                    record.measured(input.id(), (input.plausibleMin() + input.plausibleMax()) / 2, 1 + 30 * i);
                }
            }
            case MEDICATION -> record.medication(input.id(), 300, null);
            case ANSWER -> record.answer(input.id(), false, 30);
            case PROBLEM -> record.problem(input.id(), !input.id().equals("pregnancy"), 900);
        }
    }

    @Benchmark
    public EngineAnswer allRules() {
        return engine.suggest(snapshot);
    }

    @Benchmark
    public String baseline() {
        return Sha256.hex(sixteenKibibytes);
    }

    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(RulesBenchmark.class.getSimpleName())
                        .build())
                .run();
        double rules = micros(results, "allRules");
        double baseline = micros(results, "baseline");
        System.out.printf(
                "%d rules: %.1f µs a record (median; target %.0f µs), %.2f times the baseline of %.1f µs%n",
                GuidelineEngine.all().size(), rules, TARGET_MICROS, rules / baseline, baseline);
    }

    private static double micros(Collection<RunResult> results, String benchmark) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith(benchmark))
                .findFirst()
                .orElseThrow()
                .getPrimaryResult()
                .getStatistics()
                .getPercentile(50);
    }
}
