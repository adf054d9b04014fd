/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * One request and its answer, within limits (X2, E5): a host that is allowed and leads where it should, no redirect, no proxy, no
 * cookie, HTTP/1.1, and an end to it in size and time, whatever the other side does. It answers by value and never throws for what
 * the other side did.
 *
 * <p>Whoever makes one closes it. It keeps a handful of threads, which end with it.
 *
 * <p>The name is looked up here and again by the JDK's client when it connects. Between the two lies the JVM's own cache of names
 * (30 seconds unless set otherwise), so both see the same addresses, unless an administrator switched that cache off.
 */
public final class GuardedExchange implements AutoCloseable {

    private final AllowedHosts hosts;
    private final ExchangeLimits limits;
    private final OwnThreads threads = new OwnThreads();
    private final Semaphore places;
    private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
    private volatile HttpClient client;

    public GuardedExchange(AllowedHosts hosts, ExchangeLimits limits) {
        this(hosts, limits, Optional.empty());
    }

    /** @param trust instead of the certificates that the JVM trusts */
    GuardedExchange(AllowedHosts hosts, ExchangeLimits limits, Optional<SSLContext> trust) {
        this.hosts = hosts;
        this.limits = limits;
        this.places = new Semaphore(limits.atOnce());
        this.client = threads.make(() -> newClient(limits, trust));
    }

    private HttpClient newClient(ExchangeLimits limits, Optional<SSLContext> trust) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(limits.connect())
                .executor(threads);
        trust.ifPresent(builder::sslContext);
        return builder.build();
    }

    /** Waits for the answer, at most as long as the limits say. An interrupt cancels it. */
    public ExchangeResult send(OutgoingRequest request) {
        Optional<ExchangeFailure> malformed = hosts.problemOf(request.address());
        if (malformed.isPresent()) {
            return ExchangeResult.Failed.because(malformed.get());
        }
        if (!places.tryAcquire()) {
            return ExchangeResult.Failed.because(ExchangeFailure.BUSY_HERE);
        }
        try {
            return within(request, System.nanoTime() + limits.whole().toNanos());
        } finally {
            places.release();
        }
    }

    private ExchangeResult within(OutgoingRequest request, long until) {
        try {
            Optional<ExchangeFailure> refused = lookUp(request, until);
            return refused.isPresent() ? ExchangeResult.Failed.because(refused.get()) : exchange(request, until);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExchangeResult.Failed.because(ExchangeFailure.CANCELLED);
        } catch (RejectedExecutionException | CancellationException stopping) {
            return ExchangeResult.Failed.because(ExchangeFailure.CLOSED);
        }
    }

    /** In a thread of its own, since a look-up can neither be interrupted nor given a limit. */
    private Optional<ExchangeFailure> lookUp(OutgoingRequest request, long until) throws InterruptedException {
        CompletableFuture<Optional<ExchangeFailure>> refusal =
                CompletableFuture.supplyAsync(() -> hosts.refusalOf(request.address()), threads);
        try {
            return await(refusal, until);
        } catch (TimeoutException | ExecutionException unknown) {
            return Optional.of(ExchangeFailure.HOST_UNKNOWN);
        }
    }

    private ExchangeResult exchange(OutgoingRequest request, long until) throws InterruptedException {
        CompletableFuture<HttpResponse<CappedBody.Taken>> call =
                open().sendAsync(asHttp(request), head -> body(head, request));
        try {
            return read(await(call, until), request);
        } catch (TimeoutException slow) {
            return ExchangeResult.Failed.because(ExchangeFailure.TOO_SLOW);
        } catch (ExecutionException broken) {
            boolean stopping = client == null;
            return ExchangeResult.Failed.because(
                    stopping ? ExchangeFailure.CANCELLED : ExchangeFailures.of(broken.getCause()));
        } catch (CancellationException stopping) {
            return ExchangeResult.Failed.because(ExchangeFailure.CANCELLED);
        } finally {
            // Hangs up where it isn't done. Before Java 16 this would only have forgotten it.
            call.cancel(true);
        }
    }

    private HttpClient open() {
        HttpClient current = client;
        if (current == null) {
            throw new CancellationException();
        }
        return current;
    }

    private <T> T await(CompletableFuture<T> future, long until)
            throws InterruptedException, TimeoutException, ExecutionException {
        underWay.add(future);
        try {
            if (client == null) {
                throw new CancellationException();
            }
            return future.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } finally {
            underWay.remove(future);
        }
    }

    private static HttpRequest asHttp(OutgoingRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.address()).header("Accept", "application/json");
        request.secret().ifPresent(secret -> builder.header("Authorization", secret.header()));
        return request.body()
                .map(json -> builder.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json)))
                .orElse(builder)
                .build();
    }

    private CappedBody body(HttpResponse.ResponseInfo head, OutgoingRequest request) {
        Optional<ExchangeResult.Failed> refusal = new AnswerHead(head).refusal(request.answer(), limits.answerBytes());
        return new CappedBody(refusal, request.answer() == OutgoingRequest.Answer.JSON, limits.answerBytes());
    }

    private static ExchangeResult read(HttpResponse<CappedBody.Taken> response, OutgoingRequest request) {
        CappedBody.Taken taken = response.body();
        if (taken.refusal().isPresent()) {
            return taken.refusal().get();
        }
        if (request.answer() == OutgoingRequest.Answer.NOTHING) {
            return new ExchangeResult.Answered(taken.bytes(), MissingNode.getInstance());
        }
        try {
            return new ExchangeResult.Answered(taken.bytes(), StrictJson.read(taken.bytes()));
        } catch (StrictJson.Unreadable unreadable) {
            return new ExchangeResult.Failed(
                    unreadable.reason(), OptionalInt.of(response.statusCode()), Optional.empty());
        }
    }

    /** Cancels what is under way and ends the threads. What is sent afterwards comes to nothing. */
    @Override
    public void close() {
        client = null;
        underWay.forEach(future -> future.cancel(true));
        threads.close();
    }

    /** For a test to wait for. */
    Thread[] threads() {
        return threads.alive();
    }
}
