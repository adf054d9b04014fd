/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openmrs.module.aisupport.engine.PersonalData;
import org.openmrs.module.aisupport.engine.outside.chart.Disclosure;
import org.openmrs.module.aisupport.engine.outside.chart.PseudonymisedChart;
import org.openmrs.module.aisupport.engine.outside.http.AllowedHosts;
import org.openmrs.module.aisupport.engine.outside.http.CallLimits;
import org.openmrs.module.aisupport.engine.outside.http.EngineCalls;
import org.openmrs.module.aisupport.engine.outside.http.ExchangeLimits;
import org.openmrs.module.aisupport.engine.outside.http.GuardedExchange;
import org.openmrs.module.aisupport.engine.outside.http.Secret;
import org.openmrs.module.aisupport.engine.outside.http.WireServer;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** A CDS Hooks server that says what a test wants, and a client that asks it. */
final class Engine implements AutoCloseable {

    private static final CallLimits NO_LIMITS =
            new CallLimits(1_000_000, Duration.ZERO, 1_000_000, 1_000_000, Duration.ofDays(1));

    final WireServer server;
    final EngineCalls calls;
    final CdsHooksClient client;

    Engine() throws IOException {
        server = WireServer.answering(WireServer.json("{\"cards\":[]}"));
        calls = new EngineCalls(
                new GuardedExchange(
                        new AllowedHosts(List.of(server.asAllowed())),
                        ExchangeLimits.USUAL.withWhole(Duration.ofMinutes(1))),
                NO_LIMITS,
                Clock.systemUTC());
        client = new CdsHooksClient(calls, "cds", server.address("/r4"), Optional.of(new Secret("s3cret")));
    }

    static CdsService service(Map<String, String> prefetch) {
        return new CdsService("greeter", CdsHook.PATIENT_VIEW, "Greeter", "Greets", prefetch, "");
    }

    static PseudonymisedChart chart(Snapshot snapshot, String... inputs) {
        return PseudonymisedChart.of(
                snapshot, new Disclosure(Set.of(inputs), Set.of(PersonalData.SEX, PersonalData.DATE_OF_BIRTH)));
    }

    CdsOutcome answering(String json, CdsRequest request) {
        server.nowAnswers(WireServer.json(json));
        return client.call("dr-a", request);
    }

    @Override
    public void close() {
        calls.close();
        server.close();
    }
}
