/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.feedback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.FeedbackEngine;
import org.openmrs.module.aisupport.engine.outside.cds.CdsHook;
import org.openmrs.module.aisupport.engine.outside.cds.CdsHooksClient;
import org.openmrs.module.aisupport.engine.outside.cds.CdsHooksEngine;
import org.openmrs.module.aisupport.engine.outside.cds.CdsService;
import org.openmrs.module.aisupport.engine.outside.chart.Disclosure;
import org.openmrs.module.aisupport.engine.outside.http.AllowedHosts;
import org.openmrs.module.aisupport.engine.outside.http.CallLimits;
import org.openmrs.module.aisupport.engine.outside.http.EngineCalls;
import org.openmrs.module.aisupport.engine.outside.http.ExchangeLimits;
import org.openmrs.module.aisupport.engine.outside.http.GuardedExchange;
import org.openmrs.module.aisupport.engine.outside.http.Secret;
import org.openmrs.module.aisupport.engine.outside.http.WireServer;
import org.openmrs.module.aisupport.engine.outside.http.WireServer.Received;
import org.openmrs.module.aisupport.engine.outside.http.WireServer.Script;

/** A CDS Hooks server on loopback that gives one card and is told what became of it, and the engine that an administrator made of it. */
final class ListeningService implements AutoCloseable {

    static final Script THANKS = WireServer.answer(200, "", new byte[0]);

    private static final CallLimits NO_LIMITS =
            new CallLimits(1_000_000, Duration.ZERO, 1_000_000, 1_000_000, Duration.ofDays(1));

    final String id = "cds-" + UUID.randomUUID().toString().substring(0, 8);
    final WireServer server;
    private final EngineCalls calls;
    private volatile Script cards;
    private volatile Script thanks = THANKS;

    ListeningService(Clock clock) throws IOException {
        server = WireServer.answering((socket, out) -> {
            List<Received> all = server().received();
            (isFeedback(all.get(all.size() - 1)) ? thanks : cards).play(socket, out);
        });
        calls = new EngineCalls(
                new GuardedExchange(
                        new AllowedHosts(List.of(server.asAllowed())),
                        ExchangeLimits.USUAL.withWhole(Duration.ofMinutes(1))),
                NO_LIMITS,
                clock);
        gives("'uuid':'card-1'", "{'label':'Do it','uuid':'suggestion-1'}");
    }

    private WireServer server() {
        return server;
    }

    void gives(String uuid, String suggestions) {
        cards = WireServer.json(("{'cards':[{" + uuid + (uuid.isEmpty() ? "" : ",")
                        + "'summary':'Kidneys','indicator':'warning','source':{'label':'Rules'},"
                        + "'overrideReasons':[{'code':'theirs','display':'A reason of theirs'}],"
                        + "'selectionBehavior':'any','suggestions':[" + suggestions + "]}]}")
                .replace('\'', '"'));
    }

    void answersFeedback(Script script) {
        thanks = script;
    }

    void answersFeedback(int status) {
        answersFeedback(WireServer.answer(status, "", "no".getBytes(StandardCharsets.UTF_8)));
    }

    FeedbackEngine engine() {
        return engine("/r4", false);
    }

    FeedbackEngine engine(String path, boolean commercial) {
        return engine(path, commercial, "Denmark");
    }

    FeedbackEngine engineIn(String country) {
        return engine("/r4", false, country);
    }

    private FeedbackEngine engine(String path, boolean commercial, String country) {
        return new CdsHooksEngine(
                new EngineCard(
                        id,
                        "Kidneys",
                        "1",
                        Optional.of(new EngineCard.Outside(
                                "cds.example.org", commercial, country, "Not kept", List.of(), Set.of(), false)),
                        "d",
                        "f",
                        "p",
                        "i",
                        "c",
                        "v",
                        "l",
                        Set.of(),
                        List.of()),
                new CdsService("kidneys", CdsHook.PATIENT_VIEW, "Kidneys", "d", Map.of(), ""),
                new Disclosure(Set.of(), Set.of()),
                new CdsHooksClient(calls, id, server.address(path), Optional.of(new Secret("s3cret"))));
    }

    /** All that it was told, oldest first. */
    List<Received> told() {
        return server.received().stream().filter(ListeningService::isFeedback).toList();
    }

    List<String> toldTexts() {
        return told().stream().map(Received::text).toList();
    }

    private static boolean isFeedback(Received received) {
        return received.head().lines().findFirst().orElse("").contains("/feedback ");
    }

    @Override
    public void close() {
        calls.close();
        server.close();
    }
}
