/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.FakeUser;
import org.openmrs.module.aisupport.testing.House;
import org.springframework.orm.hibernate5.HibernateTransactionManager;

/**
 * One node with an audit of its own, in a schema without triggers: what forgers do here would be found by every other test. Without
 * threads: what goes to the background is done at once.
 */
final class SealedHouse {

    final DataSource database;
    final SessionFactory sessions;
    final Map<String, String> properties = new ConcurrentHashMap<>(Map.of(SealKeys.PROPERTY, Chains.OLD_KEY));
    /** Where it keeps what it would forget; not there until something is. */
    final Path directory;

    final House.TestClock clock = new House.TestClock();
    final FakeUser user = new FakeUser();
    final Transactions transactions;
    final AuditLog audit;
    final SealKeys keys = new SealKeys(name -> Optional.ofNullable(properties.get(name)));
    final AuditSealer sealer;
    final SealHealth health;
    final SealStore store;
    final VerificationStore verificationStore;
    Function<Runnable, Future<?>> background = task -> {
        task.run();
        return CompletableFuture.completedFuture(null);
    };

    static SealedHouse on(String schema) {
        DataSource database = Database.schema(schema);
        return new SealedHouse(database, House.sessionsOn(database), ownDirectory());
    }

    private static Path ownDirectory() {
        return Path.of("target", "sealed-" + UUID.randomUUID());
    }

    /** Another node over the same database. */
    SealedHouse otherNode() {
        return new SealedHouse(database, House.sessionsOn(database), ownDirectory());
    }

    /** The same node after a restart: it knows no more than its file. */
    SealedHouse restarted() {
        return new SealedHouse(database, sessions, directory);
    }

    /** The same after somebody deleted its file. */
    SealedHouse restartedWithoutFile() {
        forget();
        return restarted();
    }

    private SealedHouse(DataSource database, SessionFactory sessions, Path directory) {
        this.directory = directory;
        this.database = database;
        this.sessions = sessions;
        transactions = new Transactions(new HibernateTransactionManager(sessions));
        audit = new AuditLog(sessions, transactions, user, clock);
        sealer = new AuditSealer(keys, new KeptHead(() -> directory), sessions, transactions, clock);
        health = new SealHealth(keys, sealer, sessions, clock);
        store = new SealStore(sessions);
        verificationStore = new VerificationStore(sessions);
    }

    Verifications verifications() {
        return new Verifications(sealer, sessions, audit, transactions, task -> background.apply(task), clock);
    }

    AuditSealService service() {
        return new AuditSealServiceImpl(keys, verifications(), sessions, audit, user, transactions, clock);
    }

    DailyVerification daily() {
        return new DailyVerification(keys, verifications(), sessions, transactions, clock);
    }

    void write(int rows) {
        for (int i = 0; i < rows; i++) {
            audit.recordAlone(AuditEntry.of(AuditKind.SUGGESTIONS_VIEWED)
                    .patient(new PatientRef(7, "5946f880-b197-400b-9caa-a3c661d23041"))
                    .engine("guidelines", "1.2")
                    .detail("row " + i));
        }
    }

    void seal() {
        sealer.run(() -> false);
    }

    /** What a verification of this moment says. */
    ChainVerdict verdict() {
        return verdict(Optional.empty());
    }

    ChainVerdict verdict(Optional<AuditHead> head) {
        Verification ended = verified(head);
        Optional<SealFinding> finding = ended.getFinding()
                .map(kind -> new SealFinding(
                        SealFinding.Kind.valueOf(kind),
                        ended.getFindingSeq().orElse(0L),
                        ended.getFindingAuditId().orElse(0L)));
        return new ChainVerdict(ended.getRows(), 0, ended.getUnsealed(), Optional.empty(), 0, finding);
    }

    Verification verified(Optional<AuditHead> head) {
        Verification started = verifications().start(keys.terms().orElseThrow(), Optional.empty(), head);
        return transactions.alone(() -> verificationStore.find(started.getId()).orElseThrow());
    }

    AuditHead head() {
        return transactions.alone(
                () -> AuditHead.sign(store.last(), clock.instant(), keys.ring().orElseThrow()));
    }

    Seal last() {
        return transactions.alone(() -> store.last().orElseThrow());
    }

    int execute(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Path file() {
        return directory.resolve("audit-head.json");
    }

    private void forget() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startAnew() {
        forget();
        execute("delete from aisupport_audit");
        execute("delete from aisupport_audit_seal");
        execute("delete from aisupport_audit_verification");
    }
}
