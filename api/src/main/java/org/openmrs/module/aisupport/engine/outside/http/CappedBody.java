/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes a body in as it comes, and hangs up as soon as it is refused or grows too large: what was not asked for is never read. */
final class CappedBody implements HttpResponse.BodySubscriber<CappedBody.Taken> {

    /** Either the whole body, or why it was not taken. */
    record Taken(byte[] bytes, Optional<ExchangeResult.Failed> refusal) {}

    private final CompletableFuture<Taken> taken = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Optional<ExchangeResult.Failed> refusal;
    private final boolean read;
    private final int most;
    private Flow.Subscription subscription;

    /** @param read false where only the status counts */
    CappedBody(Optional<ExchangeResult.Failed> refusal, boolean read, int most) {
        this.refusal = refusal;
        this.read = read;
        this.most = most;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (refusal.isPresent() || !read) {
            stop(refusal);
        } else {
            given.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        for (ByteBuffer piece : pieces) {
            if (taken.isDone()) {
                return;
            }
            if (piece.remaining() > most - bytes.size()) {
                stop(Optional.of(ExchangeResult.Failed.because(ExchangeFailure.TOO_LARGE)));
                return;
            }
            byte[] copy = new byte[piece.remaining()];
            piece.get(copy);
            bytes.writeBytes(copy);
        }
    }

    private void stop(Optional<ExchangeResult.Failed> why) {
        subscription.cancel();
        taken.complete(new Taken(new byte[0], why));
    }

    @Override
    public void onError(Throwable broken) {
        taken.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        taken.complete(new Taken(bytes.toByteArray(), Optional.empty()));
    }

    @Override
    public CompletionStage<Taken> getBody() {
        return taken;
    }
}
