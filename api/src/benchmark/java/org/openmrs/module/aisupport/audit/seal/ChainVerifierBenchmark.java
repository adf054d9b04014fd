/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
import org.openmrs.module.aisupport.persistence.KeyRing;

/**
 * A chain of a thousand rows, verified as it comes from the database, beside plain HMAC-SHA-256 over the same bytes on the same core. The
 * median counts, since on a busy machine the core is now and then taken away.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(2)
public class ChainVerifierBenchmark {

    private static final int ROWS = 1_000;
    private static final double TARGET = 0.5;
    private static final KeyRing KEYS = KeyRing.read("benchmark", "2026=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    private final List<SealedRow> chain = new ArrayList<>();
    private final List<byte[]> bytes = new ArrayList<>();
    private Mac mac;

    @Setup
    public void seal() throws Exception {
        byte[] key = KEYS.current().key();
        mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        SealFormat format = new SealFormat(KEYS);
        String previous = SealFormat.NOTHING;
        for (int i = 1; i <= ROWS; i++) {
            AuditValues row = engineCall(i);
            byte[] written = format.write(i, SealFormat.bytes(previous), "2026", row).toArray();
            String hash = SealFormat.hex(mac.doFinal(written));
            chain.add(new SealedRow(new Seal(i, i, SealFormat.VERSION, previous, hash, "2026"), Optional.of(row)));
            bytes.add(written);
            previous = hash;
        }
    }

    /** Of the kind that fills most columns. */
    private static AuditValues engineCall(long id) {
        Object[] values = new Object[AuditColumn.count()];
        values[AuditColumn.AUDIT_ID.ordinal()] = id;
        values[AuditColumn.UUID.ordinal()] = UUID.randomUUID().toString();
        values[AuditColumn.AT_MICROS.ordinal()] = 1_796_032_800_000_000L + id;
        values[AuditColumn.KIND.ordinal()] = "ENGINE_CALL_ENDED";
        values[AuditColumn.OUTCOME.ordinal()] = "DONE";
        values[AuditColumn.ACTOR_ID.ordinal()] = 11L;
        values[AuditColumn.ACTOR_UUID.ordinal()] = UUID.randomUUID().toString();
        values[AuditColumn.ACTOR_NAME.ordinal()] = "Dr. Anna Friis";
        values[AuditColumn.PATIENT_ID.ordinal()] = id;
        values[AuditColumn.PATIENT_UUID.ordinal()] = UUID.randomUUID().toString();
        values[AuditColumn.ENCOUNTER_UUID.ordinal()] = UUID.randomUUID().toString();
        values[AuditColumn.PURPOSE.ordinal()] = "own-care";
        values[AuditColumn.ENGINE.ordinal()] = "guidelines";
        values[AuditColumn.ENGINE_VERSION.ordinal()] = "0.1.0";
        values[AuditColumn.RUN_UUID.ordinal()] = UUID.randomUUID().toString();
        values[AuditColumn.OUTPUT_HASH.ordinal()] = SealFormat.NOTHING;
        values[AuditColumn.MILLIS.ordinal()] = 12L;
        return new AuditValues(values);
    }

    @Benchmark
    public ChainVerdict verify() {
        ChainVerifier verifier = new ChainVerifier(new SealTerms(KEYS, LostKeys.NONE, Explained.NOTHING), Optional.empty());
        chain.forEach(verifier::next);
        ChainVerdict verdict = verifier.verdict();
        if (verdict.rows() != ROWS) {
            throw new IllegalStateException("the chain is broken, so this measures nothing");
        }
        return verdict;
    }

    @Benchmark
    public int plainHmac() {
        int some = 0;
        for (byte[] row : bytes) {
            some += mac.doFinal(row)[0];
        }
        return some;
    }

    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(ChainVerifierBenchmark.class.getSimpleName())
                        .build())
                .run();
        double verify = micros(results, "verify");
        double plain = micros(results, "plainHmac");
        System.out.printf(
                "%d rows: verified in %.0f µs, plain HMAC-SHA-256 in %.0f µs (medians): %.2f times as fast as plain (target %.2f)%n",
                ROWS, verify, plain, plain / verify, TARGET);
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
