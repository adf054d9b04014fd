/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.egress;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.outside.http.AllowedHost;
import org.openmrs.module.aisupport.engine.outside.http.AllowedHosts;
import org.openmrs.module.aisupport.engine.outside.http.CallLimits;
import org.openmrs.module.aisupport.engine.outside.http.EngineCalls;
import org.openmrs.module.aisupport.engine.outside.http.ExchangeFailure;
import org.openmrs.module.aisupport.engine.outside.http.ExchangeLimits;
import org.openmrs.module.aisupport.engine.outside.http.GuardedExchange;
import org.openmrs.module.aisupport.engine.outside.http.Secret;
import org.openmrs.module.aisupport.platform.RuntimeProperties;

/**
 * The one way out of this server: to the hosts that its owner allows, with the secrets that its owner keeps (X2). Both stand in the
 * runtime properties, which are read when the module starts.
 */
public class OutsideLines implements AutoCloseable {

    /** Hosts, with commas between them: {@code cds.example.org, inside:model.practice.local:11434}. */
    public static final String HOSTS = "aisupport.outside.hosts";

    /** With an engine's id behind it: what it is told as bearer token. */
    public static final String SECRET = "aisupport.outside.secret.";

    private final RuntimeProperties properties;
    private final AllowedHosts hosts;
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Clock clock;
    private final Map<ExchangeLimits, EngineCalls> lines = new HashMap<>();
    private boolean closed;
    private final Optional<String> problem;

    public OutsideLines(RuntimeProperties properties, Clock clock) {
        this.properties = properties;
        List<AllowedHost> allowed = List.of();
        Optional<String> wrong = Optional.empty();
        try {
            allowed = properties.value(HOSTS).map(OutsideLines::hosts).orElse(List.of());
        } catch (IllegalArgumentException malformed) {
            wrong = Optional.of("The runtime property " + HOSTS + " can't be read, so no host is allowed. "
                    + malformed.getMessage());
        }
        this.problem = wrong;
        this.hosts = new AllowedHosts(allowed);
        this.clock = clock;
    }

    private static List<AllowedHost> hosts(String list) {
        return Arrays.stream(list.split(","))
                .filter(host -> !host.isBlank())
                .map(AllowedHost::of)
                .toList();
    }

    EngineCalls calls() {
        return line(ExchangeLimits.USUAL);
    }

    /** For what thinks longer; still shorter than a run waits for an engine. */
    EngineCalls patientCalls() {
        return line(ExchangeLimits.USUAL.withWhole(PATIENCE));
    }

    /** Made when it is first needed: a practice without engines outside has no line out, and no thread that could use one. */
    private synchronized EngineCalls line(ExchangeLimits limits) {
        return lines.computeIfAbsent(limits, its -> {
            EngineCalls calls = new EngineCalls(new GuardedExchange(hosts, its), CallLimits.USUAL, clock);
            if (closed) {
                calls.close();
            }
            return calls;
        });
    }

    /** Whether it rests after failures, or asked to wait. */
    synchronized boolean isLeftAlone(OutsideEngineSetup engine) {
        return lines.values().stream().anyMatch(line -> line.isLeftAlone(engine.id()));
    }

    Optional<Secret> secretOf(OutsideEngineSetup engine) {
        return properties.value(SECRET + engine.id()).map(Secret::new);
    }

    /** Why this engine can't be called, without trying; in words for an administrator. */
    Optional<String> obstacle(OutsideEngineSetup engine) {
        return hosts.problemOf(engine.endpoint().address()).map(ExchangeFailure::words);
    }

    /** What of the runtime properties can't be read. */
    public Optional<String> problem() {
        return problem;
    }

    /** Ends calls under way; their threads are gone when this returns. */
    @Override
    public synchronized void close() {
        closed = true;
        lines.values().forEach(EngineCalls::close);
    }
}
