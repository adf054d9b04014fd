/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * One note of the report part after the other, read and compared with a dictionary of so many problems of three names each. The names are
 * words at random and their vectors too, of length 1: what they mean costs no time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(1)
public class NoteCodingBenchmark {

    private static final int NAMES = 3;
    private static final int WORDS = 20_000;

    @Param({"300", "60000"})
    private int problems;

    private final NoteCoder coder = NoteCoder.load(Abbreviations.load());
    private final Random random = new Random(1);
    private final List<String> notes = new ArrayList<>();
    private SentenceEncoder encoder;
    private ProblemIndex index;
    private int next;

    @Setup
    public void dictionary() throws IOException {
        encoder = ((EncoderAnswer.Ready) SentenceEncoder.open()).encoder();
        try (var in = NoteCodingBenchmark.class.getResourceAsStream("report.jsonl")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                notes.add(new ObjectMapper().readTree(line).path("note").asText());
            }
        }
        List<String> vocabulary = notes.stream()
                .flatMap(note -> Word.of(note, 0, note.length()).stream())
                .map(Word::text)
                .distinct()
                .limit(WORDS)
                .toList();
        ProblemIndex.Builder builder = new ProblemIndex.Builder(problems * NAMES);
        for (int id = 0; id < problems; id++) {
            ProblemIndex.Problem problem = new ProblemIndex.Problem(id, "uuid-" + id, "Problem " + id, id % 3 == 0);
            for (int name = 0; name < NAMES; name++) {
                builder.add(problem, someWords(vocabulary) + " " + id + "." + name, PackedVectors.pack(someVector()));
            }
        }
        index = builder.build();
    }

    private String someWords(List<String> vocabulary) {
        return vocabulary.get(random.nextInt(vocabulary.size())) + " "
                + vocabulary.get(random.nextInt(vocabulary.size()));
    }

    private float[] someVector() {
        float[] vector = new float[SentenceEncoder.SIZE];
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
            square += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    @TearDown
    public void close() {
        encoder.close();
    }

    @Benchmark
    public List<NoteCoder.Found> oneNote() {
        String note = notes.get(next++ % notes.size());
        return coder.find(coder.read(note), index, encoder, problem -> true);
    }

    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(NoteCodingBenchmark.class.getSimpleName())
                        .build())
                .run();
        for (RunResult result : results) {
            System.out.printf(
                    "%s problems: %.1f ms a note (95th percentile; targets 25 with 300 problems, 60 with 60000)%n",
                    result.getParams().getParam("problems"),
                    result.getPrimaryResult().getStatistics().getPercentile(95));
        }
    }
}
