/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.Table;
import javax.persistence.metamodel.Type;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/**
 * Triggers that refuse to change or remove a row of an {@link AppendOnly} entity whichever way the statement came: HQL in bulk,
 * SQL of another module, a console. {@link AppendOnlyGuard} sees none of these. TRUNCATE, DROP, and whoever may drop a trigger
 * are beyond both.
 *
 * <p>They are no change set, since a database user who may not make triggers must not keep the module from starting. A later
 * change set that has to write to rows of such a table must drop its triggers first; the next start makes them again.
 */
public class AppendOnlyTriggers {

    private final SessionFactory sessions;

    public AppendOnlyTriggers(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** One for each table. */
    public List<Guard> guards() {
        return sessions.getMetamodel().getEntities().stream()
                .map(Type::getJavaType)
                .filter(entity -> entity.isAnnotationPresent(AppendOnly.class))
                .map(entity -> entity.getAnnotation(Table.class).name())
                .sorted()
                .map(Guard::new)
                .toList();
    }

    /** What keeps one table. */
    public final class Guard {
        private final String table;
        private final List<RefusingTrigger> triggers;

        private Guard(String table) {
            this.table = table;
            this.triggers = Stream.of(RefusingTrigger.Refused.values())
                    .map(refused -> new RefusingTrigger(table, refused))
                    .toList();
        }

        public String table() {
            return table;
        }

        /**
         * Makes the triggers that are missing or have another text. To be called where the calling transaction has not touched the
         * table: the statement waits until nobody reads it.
         *
         * @throws IllegalStateException if the database refuses, with its reason
         */
        public void put() {
            onOwnConnection(connection -> {
                for (RefusingTrigger trigger : triggers) {
                    BriefLockWait.during(connection, () -> trigger.put(connection));
                }
                return null;
            });
        }

        /** What is missing and what to do about it, in words for an administrator; empty if the guard stands. */
        public Optional<String> missing() {
            return onOwnConnection(connection -> {
                for (RefusingTrigger trigger : triggers) {
                    if (!trigger.isIn(connection)) {
                        return Optional.of(TriggerAdvice.about(table, triggers, connection));
                    }
                }
                return Optional.empty();
            });
        }
    }

    /** A connection of its own, since making a trigger commits whatever its connection has done so far. */
    private <T> T onOwnConnection(Work<T> work) {
        try (Session session = sessions.openSession()) {
            return session.doReturningWork(connection -> {
                try {
                    return work.on(connection);
                } catch (SQLException refusal) {
                    throw new IllegalStateException("the database said: " + refusal.getMessage(), refusal);
                }
            });
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
