/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.feedback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.audit.AuditOutcome;
import org.openmrs.module.aisupport.consent.ConsentGate;
import org.openmrs.module.aisupport.consent.ConsentLedger;
import org.openmrs.module.aisupport.consent.ConsentMissingException;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.consent.OutsideService;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.egress.SentPayloads;
import org.openmrs.module.aisupport.engine.Delivery;
import org.openmrs.module.aisupport.engine.EngineRegistry;
import org.openmrs.module.aisupport.engine.FeedbackEngine;
import org.openmrs.module.aisupport.persistence.Sha256;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.Round;
import org.openmrs.module.aisupport.suggestion.Permits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells engines outside what is due, one after the other. Each is claimed in a transaction, sent outside of any, and then crossed off, so
 * that of two nodes one sends; what a crash leaves claimed is sent again when the claim is over (ADR 17). Right before each goes, the gate
 * is asked and the intent recorded, under the ledger's lock, as with what engines are asked (C5, A1).
 */
public class FeedbackSender implements Round {

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackSender.class);
    private static final int ROUND = 100;

    /** Until somebody who was in the way may have gone: an administrator, or a database that can't be read. */
    static final Duration PAUSE = Duration.ofMinutes(15);

    private final FeedbackOutbox outbox;
    private final EngineRegistry engines;
    private final ConsentLedger ledger;
    private final ConsentGate gate;
    private final SentPayloads sent;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    public FeedbackSender(
            FeedbackOutbox outbox,
            EngineRegistry engines,
            ConsentLedger ledger,
            ConsentGate gate,
            SentPayloads sent,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.outbox = outbox;
        this.engines = engines;
        this.ledger = ledger;
        this.gate = gate;
        this.sent = sent;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One round. What fails costs the others nothing. Not within a transaction. */
    @Override
    public void run(BooleanSupplier stopping) {
        for (Long id : transactions.alone(() -> outbox.due(now(), ROUND))) {
            if (stopping.getAsBoolean()) {
                return;
            }
            transactions.alone(() -> outbox.find(id)).ifPresent(this::attendOrPostpone);
        }
    }

    private void attendOrPostpone(FeedbackRow row) {
        try {
            attend(row);
        } catch (RuntimeException e) {
            LOG.error("event=feedback_failed run={} engine={} It is tried again", row.getRunUuid(), row.getEngine(), e);
            postpone(row, "Something broke here; the log says what.");
        }
    }

    private void attend(FeedbackRow row) {
        if (row.isTooOldAt(now())) {
            giveUp(row, AuditOutcome.FAILED, row.getObstacle().orElse("Its time was over."));
            return;
        }
        Optional<FeedbackEngine> engine = transactions.alone(() -> engineOf(row));
        if (engine.isEmpty()) {
            postpone(row, "Its engine, or all engines outside, are switched off.");
        } else if (sent.obstacle().isPresent()) {
            postpone(row, sent.obstacle().get());
        } else if (!engine.get().gave(row.getHandle())) {
            giveUp(row, AuditOutcome.DISCARDED, "The engine is set up for another address now.");
        } else {
            engine.get()
                    .feedback(row.getHandle(), row.verdict())
                    .ifPresentOrElse(message -> tell(row, engine.get(), message), () -> remove(row));
        }
    }

    private Optional<FeedbackEngine> engineOf(FeedbackRow row) {
        return sent.areEnginesStopped()
                ? Optional.empty()
                : engines.engine(row.getEngine())
                        .filter(FeedbackEngine.class::isInstance)
                        .map(FeedbackEngine.class::cast);
    }

    private void tell(FeedbackRow row, FeedbackEngine engine, FeedbackEngine.Message message) {
        try {
            Permits permits = Permits.ask(gate, row.getPatient(), needed(row, engine));
            int attempts = row.getAttempts(); // now: locked, it may be the same object
            Optional<FeedbackRow.Attempt> attempt = transactions.aloneAndAgainIfInterrupted(
                    () -> claim(row.getId(), attempts, permits, engine, message.payload()));
            attempt.ifPresent(mine -> conclude(row, mine, sent(message)));
        } catch (ConsentMissingException no) {
            if (no.reason() == DenialReason.UNREADABLE) {
                postpone(row, "The patient's consent could not be read.");
            } else {
                remove(row);
            }
        }
    }

    /** What it was suggested under, and what it would be suggested under now: the engine may have become a company's since. */
    private static Map<Purpose, Set<OutsideService>> needed(FeedbackRow row, FeedbackEngine engine) {
        Map<Purpose, Set<OutsideService>> needed = new EnumMap<>(Permits.neededBy(List.of(engine)));
        Permits.purposesBehind(row.getPurpose()).forEach(purpose -> needed.putIfAbsent(purpose, Set.of()));
        return needed;
    }

    /** Empty where it is somebody else's, or gone, or where engines were stopped or this one changed this moment. */
    private Optional<FeedbackRow.Attempt> claim(
            Long id, int attempts, Permits permits, FeedbackEngine engine, byte[] payload) {
        permits.holdStill(ledger, gate); // first: see ConsentLedger#lock
        String recipient = engine.outside().recipient();
        Optional<FeedbackRow> mine = outbox.lock(id)
                .filter(row -> row.getAttempts() == attempts && row.isDueAt(now()))
                .filter(row -> engineOf(row).map(FeedbackEngine::card).equals(Optional.of(engine.card())));
        return mine.map(row -> {
            FeedbackRow.Attempt attempt = row.claim(now());
            if (attempt.number() == 1) {
                sent.keep(row.getRunUuid(), row.getEngine(), recipient, row.getPatient(), payload);
            }
            audit.record(entry(AuditKind.FEEDBACK_INTENT, row)
                    .payload(Sha256.hex(payload), payload.length, recipient)
                    .detail(attempt.toString()));
            return attempt;
        });
    }

    private static Delivery sent(FeedbackEngine.Message message) {
        try {
            return message.send();
        } catch (RuntimeException broken) {
            LOG.error("event=feedback_broke cause={}", broken.getClass().getName());
            return new Delivery(Delivery.End.FAILED, true, Optional.empty(), "Something broke here.");
        }
    }

    private void conclude(FeedbackRow row, FeedbackRow.Attempt attempt, Delivery delivery) {
        switch (delivery.end()) {
            case TOLD -> told(row, attempt);
            case UNWANTED -> giveUp(row, attempt.number(), AuditOutcome.DISCARDED, delivery.words());
            case FAILED -> change(row, attempt.number(), mine -> mine.failed(attempt, delivery, now()));
        }
    }

    /** Whoever has it now: even where a withdrawal has taken the row away meanwhile, it was told. */
    private void told(FeedbackRow row, FeedbackRow.Attempt attempt) {
        transactions.aloneAndAgainIfInterrupted(() -> {
            outbox.lock(row.getId()).ifPresent(outbox::delete);
            audit.record(entry(AuditKind.FEEDBACK_SENT, row).detail(attempt.toString()));
            return row;
        });
    }

    private void giveUp(FeedbackRow row, AuditOutcome outcome, String why) {
        giveUp(row, row.getAttempts(), outcome, why);
    }

    private void giveUp(FeedbackRow row, int attempt, AuditOutcome outcome, String why) {
        change(row, attempt, mine -> {
            outbox.delete(mine);
            audit.record(
                    entry(AuditKind.FEEDBACK_GIVEN_UP, mine).outcome(outcome).detail(why));
        });
    }

    private void remove(FeedbackRow row) {
        change(row, row.getAttempts(), outbox::delete);
    }

    private void postpone(FeedbackRow row, String why) {
        change(row, row.getAttempts(), mine -> mine.postpone(why, PAUSE, now()));
    }

    /** Unless it is gone, or somebody else has claimed it since. */
    private void change(FeedbackRow row, int attempt, Consumer<FeedbackRow> change) {
        transactions.aloneAndAgainIfInterrupted(() -> {
            Optional<FeedbackRow> mine = outbox.lock(row.getId()).filter(locked -> locked.getAttempts() == attempt);
            mine.ifPresent(change);
            return mine;
        });
    }

    private static AuditEntry entry(AuditKind kind, FeedbackRow row) {
        return AuditEntry.of(kind)
                .automatic()
                .patient(row.getPatient())
                .purpose(row.getPurpose().id())
                .engine(row.getEngine(), row.getEngineVersion())
                .run(row.getRunUuid())
                .suggestion(row.getSuggestionUuid());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
