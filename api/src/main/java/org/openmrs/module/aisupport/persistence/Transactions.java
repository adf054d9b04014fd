/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.persistence;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.hibernate.PessimisticLockException;
import org.hibernate.exception.LockAcquisitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions whose borders don't coincide with a service call. */
public final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private static final int ATTEMPTS = 5;

    private final TransactionTemplate joined;
    private final TransactionTemplate own;

    public Transactions(PlatformTransactionManager manager) {
        joined = new TransactionTemplate(manager);
        own = new TransactionTemplate(manager);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** In the caller's transaction, or in a new one where there is none. */
    public <T> T in(Supplier<T> work) {
        return joined.execute(status -> work.get());
    }

    /** In a transaction of its own, which stands even if the caller's is rolled back. */
    public <T> T alone(Supplier<T> work) {
        return own.execute(status -> work.get());
    }

    /**
     * As {@link #alone}, and again, a few times, where the database chose it to give way to another transaction. For what must not fail merely
     * because somebody else was at it, such as a withdrawal. The work must leave nothing in memory that a second try would trip over.
     */
    public <T> T aloneAndAgainIfInterrupted(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return alone(work);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !gaveWay(e)) {
                    throw e;
                }
                stepAside(attempt);
            }
        }
    }

    /** For a moment, and not for the same one as whoever else gave way: two who come back at once would meet again. */
    private static void stepAside(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(5, 20L * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean gaveWay(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof LockAcquisitionException || cause instanceof PessimisticLockException) {
                return true;
            }
        }
        return false;
    }

    /** Once the caller's transaction stands; at once where there is none. Not at all after a roll-back. */
    public static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    /** {@link #afterCommit} for those who only listen: what breaks there is logged, and whoever did the work has nothing of it. */
    public static void tellAfterCommit(Runnable listeners) {
        afterCommit(() -> {
            try {
                listeners.run();
            } catch (RuntimeException e) {
                LOG.error("event=listener_broke", e);
            }
        });
    }
}
