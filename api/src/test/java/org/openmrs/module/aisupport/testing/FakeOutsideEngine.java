/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.OutsideEngine;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** An engine outside that goes nowhere: tells what it would have sent, and answers what a test tells it to, when the test lets it. */
public final class FakeOutsideEngine implements OutsideEngine {

    public static final String ID = "outside";

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile EngineAnswer answer = new EngineAnswer(List.of(), List.of(), List.of());
    private volatile Set<String> inputs = Set.of();
    private volatile boolean commercial;
    private volatile boolean startsByItself;
    private volatile CountDownLatch started = new CountDownLatch(0);
    private volatile CountDownLatch released = new CountDownLatch(0);

    public void proposes(Proposal... proposals) {
        answer = new EngineAnswer(List.of(proposals), List.of(), List.of());
    }

    public void reads(String... declared) {
        inputs = Set.of(declared);
    }

    public void isACompanys() {
        commercial = true;
    }

    public void startsByItself() {
        startsByItself = true;
    }

    /** Until {@link #release()} the engine keeps whoever calls it waiting. */
    public void holds() {
        started = new CountDownLatch(1);
        released = new CountDownLatch(1);
    }

    public void awaitCall() throws InterruptedException {
        started.await();
    }

    public void release() {
        released.countDown();
    }

    /** All that ever left, oldest first. */
    public List<String> sent() {
        return List.copyOf(sent);
    }

    @Override
    public EngineCard card() {
        return new EngineCard(
                ID,
                "Outside",
                "1",
                Optional.of(new EngineCard.Outside(
                        "ai.example.org", commercial, "Denmark", "not at all", List.of(), Set.of(), startsByItself)),
                "Tests",
                "Nobody",
                "To test",
                "Tests",
                "None",
                "",
                "MPL-2.0",
                inputs,
                List.of());
    }

    @Override
    public Parcel pack(Snapshot snapshot) {
        byte[] payload = ("parcel of " + new String(snapshot.canonical(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        return new Parcel() {
            @Override
            public byte[] payload() {
                return payload.clone();
            }

            @Override
            public EngineAnswer send(String caller) {
                sent.add(new String(payload, StandardCharsets.UTF_8));
                started.countDown();
                try {
                    released.await();
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException("interrupted", stopped);
                }
                return answer;
            }
        };
    }
}
