/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.BackgroundThreads;
import org.openmrs.module.aisupport.platform.ConsentAttributeListener;
import org.openmrs.module.aisupport.platform.Patients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the keeper: soon after an attribute has changed, and every so often for everything else. Each node does so for itself; that does
 * no harm, since the keeper looks under the ledger's lock, and needs no node to be special. Never in a thread that serves a request.
 */
public class ConsentWatch implements ConsentAttributeListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsentWatch.class);
    private static final int MOST_WAITING = 10_000;

    private final ConsentKeeper keeper;
    private final ConsentSweep sweep;
    private final Patients patients;
    private final Transactions transactions;
    private final BackgroundThreads background;
    private final ScheduledExecutorService timer;
    private final Set<Integer> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean draining = new AtomicBoolean();
    private volatile Future<?> sweeping;

    public ConsentWatch(
            ConsentKeeper keeper,
            ConsentSweep sweep,
            Patients patients,
            Transactions transactions,
            BackgroundThreads background,
            Duration pause) {
        this.keeper = keeper;
        this.sweep = sweep;
        this.patients = patients;
        this.transactions = transactions;
        this.background = background;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "aisupport-consent-watch");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(
                this::sweepUnlessSweeping, pause.toMillis() / 3, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Collects for a moment, and looks after one after the other. Too many at once are left to the sweep. */
    @Override
    public void attributeChanged(int personId) {
        if (waiting.size() < MOST_WAITING
                && waiting.add(personId)
                && !timer.isShutdown()
                && draining.compareAndSet(false, true)) {
            timer.schedule(() -> inBackground(this::drain), 300, TimeUnit.MILLISECONDS);
        }
    }

    private void drain() {
        draining.set(false); // before looking, so that whoever comes meanwhile is looked after again
        for (Integer personId : List.copyOf(waiting)) {
            waiting.remove(personId);
            try {
                transactions
                        .alone(() -> patients.byId(personId))
                        .ifPresent(patient -> keeper.attendAttribute(patient.ref()));
            } catch (RuntimeException e) {
                LOG.warn("event=consent_not_kept_up The sweep will", e);
            }
        }
    }

    private void sweepUnlessSweeping() {
        if (sweeping == null || sweeping.isDone()) {
            sweeping = inBackground(sweep::run);
        }
    }

    /** While the module starts or stops, the platform may have no thread to give: what is missed now, a later sweep finds. */
    private Future<?> inBackground(Runnable task) {
        try {
            return background.run(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    LOG.error("event=sweep_failed It is tried again", e);
                }
            });
        } catch (RuntimeException notNow) {
            LOG.debug("No background thread for now", notNow);
            draining.set(false);
            return null;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
