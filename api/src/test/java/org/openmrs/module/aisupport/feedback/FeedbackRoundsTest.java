/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Rounds;
import org.openmrs.module.aisupport.suggestion.DecisionOutcome;
import org.openmrs.module.aisupport.suggestion.DecisionRequest;
import org.openmrs.module.aisupport.suggestion.RunRequest;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.House;

/** It goes by itself for as long as the module runs, and not a moment longer (O1). */
@Tag("O1")
@Timeout(120)
class FeedbackRoundsTest {

    private static final Duration OFTEN = Duration.ofMillis(5);

    private final House house = new House();
    private final ExecutorService platform = Executors.newCachedThreadPool();
    private final LinkedBlockingQueue<Future<?>> rounds = new LinkedBlockingQueue<>();
    private final CountDownLatch sending = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private ListeningService service;

    @BeforeEach
    void prepare() throws IOException {
        Database.execute("delete from aisupport_feedback");
        service = new ListeningService(house.clock);
        house.switchedOn.add(service.engine());
    }

    @AfterEach
    void close() {
        released.countDown();
        platform.shutdown();
        service.close();
        house.pool.close();
    }

    private void decideOnAnotherPatient() {
        PatientRef patient = house.patients.add();
        house.grant(patient);
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        house.awaitEnd(house.suggestions.request(new RunRequest(patient.uuid(), null, null, List.of(service.id))));
        house.suggestions.decide(
                house.suggestionsOf(patient).get(0).suggestion().getUuid(),
                new DecisionRequest(DecisionOutcome.ACCEPTED, Optional.empty(), null, null, null, null, List.of()));
    }

    private Rounds started() {
        return new Rounds(
                List.of(house.feedback),
                task -> {
                    Future<?> round = platform.submit(task);
                    rounds.add(round);
                    return round;
                },
                OFTEN);
    }

    @Test
    void it_goes_without_anybody_asking() throws InterruptedException, ExecutionException {
        decideOnAnotherPatient();
        house.clock.advance(Duration.ofMinutes(12));

        Rounds started = started();
        while (service.told().isEmpty()) {
            rounds.take().get();
        }
        started.close();

        assertThat(service.told()).hasSize(1);
    }

    @Test
    void when_the_module_stops_a_round_ends_with_what_it_is_at_and_no_thread_is_left()
            throws InterruptedException, ExecutionException {
        decideOnAnotherPatient();
        decideOnAnotherPatient();
        house.clock.advance(Duration.ofMinutes(12));
        house.switchedOn.set(0, new WatchedEngine(service.engine(), message -> {
            sending.countDown();
            awaitRelease();
            return message.send();
        }));
        List<Thread> others = timers();
        Rounds started = started();
        sending.await();
        List<Thread> timers = timers();
        timers.removeAll(others);

        started.close();
        released.countDown();

        assertThat(timers).isNotEmpty();
        for (Thread timer : timers) {
            timer.join();
        }
        for (Future<?> round : rounds) {
            round.get();
        }
        assertThat(service.told()).hasSize(1);
        assertThat(Database.texts("select suggestion_uuid from aisupport_feedback"))
                .hasSize(1);
    }

    private static List<Thread> timers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("aisupport-rounds"))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
