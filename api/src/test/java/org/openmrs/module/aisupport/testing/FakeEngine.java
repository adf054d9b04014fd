/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.testing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** An engine that answers what a test tells it to, when the test lets it, and counts how often it was called. */
public final class FakeEngine implements SuggestionEngine {

    private final AtomicInteger calls = new AtomicInteger();
    private final List<Snapshot> received = new CopyOnWriteArrayList<>();
    private volatile Set<String> inputs = Set.of();
    private volatile EngineAnswer answer = new EngineAnswer(List.of(), List.of(), List.of());
    private volatile RuntimeException failure;
    private volatile CountDownLatch started = new CountDownLatch(0);
    private volatile CountDownLatch released = new CountDownLatch(0);

    public void proposes(Proposal... proposals) {
        answer = new EngineAnswer(List.of(proposals), List.of(), List.of());
    }

    public void answers(EngineAnswer whole) {
        answer = whole;
    }

    /** Declares inputs of the module's own mapping, so that the module hands them over. */
    public void reads(String... declared) {
        inputs = Set.of(declared);
    }

    /** All that it was ever shown, oldest first. */
    public List<Snapshot> received() {
        return List.copyOf(received);
    }

    public void breaks(RuntimeException how) {
        failure = how;
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

    public int calls() {
        return calls.get();
    }

    @Override
    public EngineCard card() {
        return new EngineCard(
                "fake",
                "Fake",
                "1",
                Optional.empty(),
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
    public EngineAnswer suggest(Snapshot snapshot) {
        calls.incrementAndGet();
        received.add(snapshot);
        started.countDown();
        try {
            released.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("interrupted", stopped);
        }
        if (failure != null) {
            throw failure;
        }
        return answer;
    }
}
