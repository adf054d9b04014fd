/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.testing.Records;

/** Tries to get through: through the module's sessions, past them with HQL in bulk, and past Hibernate with SQL. */
@Tag("C3")
@Tag("A1")
class AppendOnlyTest {

    private static final House HOUSE = new House();

    @BeforeAll
    static void aRowInEachTable() {
        Records.write(HOUSE);
        HOUSE.pool.close();
    }

    static Stream<Class<?>> entities() {
        return Records.entities(House.sessions());
    }

    @Test
    void consent_events_decisions_undoings_and_the_audit_are_records() {
        assertThat(entities().map(Records::table))
                .contains("aisupport_consent_event", "aisupport_audit", "aisupport_decision", "aisupport_undo");
    }

    @ParameterizedTest
    @MethodSource("entities")
    void a_session_can_not_change_a_row(Class<?> entity) {
        assertThatThrownBy(() -> inSession(session -> change(any(session, entity))))
                .isInstanceOf(AppendOnlyGuard.AppendOnlyViolation.class)
                .hasMessageContaining("can't be changed");
    }

    @ParameterizedTest
    @MethodSource("entities")
    void a_session_can_not_remove_a_row(Class<?> entity) {
        assertThatThrownBy(() -> inSession(session -> session.delete(any(session, entity))))
                .isInstanceOf(AppendOnlyGuard.AppendOnlyViolation.class)
                .hasMessageContaining("can't be removed");
    }

    @ParameterizedTest
    @MethodSource("entities")
    void HQL_in_bulk_can_not_change_rows(Class<?> entity) {
        refused(entity, session -> session.createQuery(
                        "update " + entity.getName() + " set " + Records.column(entity) + " = 'x'")
                .executeUpdate());
    }

    @ParameterizedTest
    @MethodSource("entities")
    void HQL_in_bulk_can_not_remove_rows(Class<?> entity) {
        refused(entity, session -> session.createQuery("delete from " + entity.getName())
                .executeUpdate());
    }

    @ParameterizedTest
    @MethodSource("entities")
    void SQL_can_not_change_rows(Class<?> entity) {
        refused(
                entity,
                session ->
                        sql(session, "update " + Records.table(entity) + " set " + Records.column(entity) + " = 'x'"));
    }

    @ParameterizedTest
    @MethodSource("entities")
    void SQL_can_not_remove_rows(Class<?> entity) {
        refused(entity, session -> sql(session, "delete from " + Records.table(entity)));
    }

    @ParameterizedTest
    @MethodSource("entities")
    void SQL_can_not_replace_a_row_by_inserting_it_again(Class<?> entity) {
        String table = Records.table(entity);
        refused(entity, session -> sql(session, "replace into " + table + " select * from " + table + " limit 1"));
    }

    private static void refused(Class<?> entity, Consumer<Session> work) {
        long before = rows(entity);

        assertThatThrownBy(() -> inSession(work))
                .rootCause()
                .hasMessageContaining(Records.table(entity) + " is append-only: add a row that corrects");

        assertThat(before).isPositive();
        assertThat(rows(entity)).isEqualTo(before);
    }

    private static long rows(Class<?> entity) {
        return HOUSE.inTransaction(() -> House.sessions()
                .getCurrentSession()
                .createQuery(
                        "select count(*) from " + entity.getName() + " where " + Records.column(entity) + " <> 'x'",
                        Long.class)
                .uniqueResult());
    }

    private static void inSession(Consumer<Session> work) {
        HOUSE.inTransaction(() -> {
            Session session = House.sessions().getCurrentSession();
            work.accept(session);
            session.flush();
            return session;
        });
    }

    private static void sql(Session session, String statement) {
        session.createNativeQuery(statement).executeUpdate();
    }

    private static Object any(Session session, Class<?> entity) {
        return session.createQuery("from " + entity.getName(), entity)
                .setMaxResults(1)
                .uniqueResult();
    }

    /** The entities have no setters; another module could still reach the field. */
    private static void change(Object row) {
        try {
            Records.field(row.getClass()).set(row, "x");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
