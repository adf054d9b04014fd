/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.persistence.Sha256;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.SettingChange;
import org.openmrs.module.aisupport.platform.openmrs.SettingEvents;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.FakeUser;
import org.openmrs.module.aisupport.testing.House;
import org.springframework.orm.hibernate5.HibernateTransactionManager;

/** Harm: somebody switches a safeguard off, and afterwards nobody can tell that it was, by whom, or for how long. */
@Tag("A1")
class SettingAuditTest {

    private static final String ENTITY = "org.openmrs.GlobalProperty";
    private static final String RULES_OFF = Setting.RULES_OFF.property();
    private static final String OUTSIDE = Setting.OUTSIDE_ENGINES.property();

    private static final FakeUser USER = new FakeUser();
    private static DataSource database;
    private static SessionFactory sessions;
    private static Transactions transactions;

    @BeforeAll
    static void aPlatform() {
        database = Database.schema("settings_audited"); // its settings are nobody else's
        sessions = House.sessionsOn(database);
        transactions = new Transactions(new HibernateTransactionManager(sessions));
        SettingEvents.register(
                sessions, new SettingAudit(new AuditLog(sessions, transactions, USER, Clock.systemUTC())));
    }

    @BeforeEach
    void nothingIsSet() {
        execute("delete from global_property");
        execute("delete from aisupport_audit");
        USER.become(FakeUser.ADMINISTRATOR);
    }

    @AfterEach
    void theDoctorIsBack() {
        USER.become(FakeUser.DOCTOR);
    }

    private static void execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void within(Consumer<Session> work) {
        transactions.alone(() -> {
            work.accept(sessions.getCurrentSession());
            return null;
        });
    }

    private static void set(String property, String value) {
        within(session -> set(session, property, value));
    }

    /** As the platform's service does it. */
    private static void set(Session session, String property, String value) {
        Map<String, Object> setting = load(session, property);
        if (setting == null) {
            session.save(ENTITY, made(property, value));
        } else {
            setting.put("propertyValue", value);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> load(Session session, String property) {
        return (Map<String, Object>) session.get(ENTITY, property);
    }

    private static Map<String, Object> made(String property, String value) {
        Map<String, Object> setting = new HashMap<>();
        setting.put("property", property);
        setting.put("propertyValue", value);
        return setting;
    }

    private static List<AuditRow> rows() {
        return transactions.alone(() -> sessions.getCurrentSession()
                .createQuery("select a from AisupportAudit a order by a.id", AuditRow.class)
                .list());
    }

    private static List<String> details() {
        return rows().stream().map(AuditRow::getDetail).toList();
    }

    @Test
    void a_change_that_is_rolled_back_leaves_no_row() {
        assertThatThrownBy(() -> within(session -> {
                    set(session, OUTSIDE, "false");
                    session.flush();
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"visits.enabled", "aisupportive.rules.off", "other.aisupport.rules.off"})
    void a_setting_of_somebody_else_leaves_no_row(String property) {
        set(property, "true");
        within(session -> session.delete(ENTITY, load(session, property)));

        assertThat(rows()).isEmpty();
    }

    @Test
    void a_setting_that_is_saved_as_it_was_leaves_no_row() {
        set(OUTSIDE, "true");
        set(OUTSIDE, "true");

        assertThat(rows()).hasSize(1);
    }

    @Test
    void a_change_tells_who_which_setting_and_from_what_to_what() {
        set(OUTSIDE, "true");
        set(OUTSIDE, "false");

        AuditRow row = rows().get(1);

        assertThat(row.getKind()).isEqualTo(AuditKind.SETTING_CHANGED);
        assertThat(row.getActor()).contains(FakeUser.ADMINISTRATOR);
        assertThat(row.getPatientUuid()).isNull();
        assertThat(row.getDetail()).isEqualTo(OUTSIDE + ": from \"true\" to \"false\"");
        assertThat(row.getPayloadHash()).isEqualTo(Sha256.hex("true"));
        assertThat(row.getOutputHash()).isEqualTo(Sha256.hex("false"));
    }

    @Test
    void what_the_platform_changes_by_itself_is_no_person_s() {
        USER.become(null);

        set("aisupport.started", "true");

        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.getActor()).isEmpty();
            assertThat(row.getDetail()).isEqualTo("aisupport.started: from nothing to \"true\"");
        });
    }

    @Test
    void a_setting_that_is_removed_is_told_of_with_what_it_was() {
        set(RULES_OFF, "fib4");
        within(session -> session.delete(ENTITY, load(session, RULES_OFF)));

        assertThat(details()).last().isEqualTo(RULES_OFF + ": from \"fib4\" to nothing");
        assertThat(rows().get(1).getOutputHash()).isNull();
    }

    @Test
    void of_several_that_are_saved_together_each_has_its_row() {
        within(session -> {
            set(session, RULES_OFF, "fib4");
            set(session, OUTSIDE, "true");
            set(session, Setting.SUGGESTION_LABEL.property() + ".da", "AI-forslag");
            set(session, "visits.enabled", "true");
        });
        within(session -> {
            set(session, RULES_OFF, null);
            session.delete(ENTITY, load(session, OUTSIDE));
        });

        assertThat(details())
                .containsExactlyInAnyOrder(
                        RULES_OFF + ": from nothing to \"fib4\"",
                        OUTSIDE + ": from nothing to \"true\"",
                        "aisupport.suggestion.label.da: from nothing to \"AI-forslag\"",
                        RULES_OFF + ": from \"fib4\" to \"\"",
                        OUTSIDE + ": from \"true\" to nothing");
    }

    @Test
    void one_that_is_changed_twice_in_one_transaction_has_both_rows_and_one_that_comes_to_nothing_stays_told() {
        set(OUTSIDE, "true");
        within(session -> {
            set(session, OUTSIDE, "false");
            session.flush();
            set(session, OUTSIDE, "true");
        });

        assertThat(details())
                .endsWith(OUTSIDE + ": from \"true\" to \"false\"", OUTSIDE + ": from \"false\" to \"true\"");
    }

    /** Another node, or a session that kept what it read: what was is what the database had. */
    @Test
    @Tag("O3")
    void what_it_was_is_what_the_database_had_and_not_what_this_node_remembers() {
        set(RULES_OFF, "fib4");
        Map<String, Object> remembered = transactions.alone(() -> load(sessions.getCurrentSession(), RULES_OFF));
        execute("update global_property set property_value = 'renal' where property = '" + RULES_OFF + "'");

        remembered.put("propertyValue", "");
        within(session -> session.update(ENTITY, remembered));

        assertThat(details()).last().isEqualTo(RULES_OFF + ": from \"renal\" to \"\"");
    }

    @Test
    @Tag("X2")
    void of_a_name_that_the_module_does_not_know_no_value_is_kept() {
        set("aisupport.audit.keys", "2026=c2VjcmV0");
        set("aisupport.audit.keys", "2027=c2VjcmV0");

        assertThat(rows()).allSatisfy(row -> assertThat(row.getDetail()).doesNotContain("c2VjcmV0"));
        assertThat(details()).last().isEqualTo("aisupport.audit.keys: from 13 characters to 13 characters");
        assertThat(rows().get(1).getPayloadHash()).isEqualTo(Sha256.hex("2026=c2VjcmV0"));
    }

    /** MariaDB and MySQL find it by either, and so the module would read it. */
    @Test
    void a_name_in_capitals_is_told_of_too() {
        set("AISUPPORT.outside.enabled", "false");

        assertThat(details()).containsExactly("AISUPPORT.outside.enabled: from nothing to 5 characters");
    }

    @ParameterizedTest
    @ValueSource(ints = {236, 300, 60_000})
    void a_value_that_is_too_long_to_be_told_is_kept_as_a_hash(int length) {
        String value = "x".repeat(length);

        set(RULES_OFF, value);

        AuditRow row = rows().get(0);
        assertThat(row.getDetail()).isEqualTo(RULES_OFF + ": from nothing to " + length + " characters");
        assertThat(row.getOutputHash()).isEqualTo(Sha256.hex(value));
    }

    @Test
    void a_value_that_an_older_database_could_not_store_with_the_row_does_not_keep_the_setting_from_changing() {
        String property = Setting.SUGGESTION_LABEL.property() + ".en";
        within(session -> {
            new SettingAudit(new AuditLog(sessions, transactions, USER, Clock.systemUTC()))
                    .settingChanges(
                            new SettingChange(property, Optional.empty(), Optional.of("AI \uD83E\uDD16")), session);
        });

        assertThat(details()).containsExactly(property + ": from nothing to 5 characters");
    }

    @Test
    void a_name_as_long_as_the_platform_takes_is_told_of() {
        set("aisupport." + "x".repeat(245), "y".repeat(60_000));

        assertThat(details()).singleElement().satisfies(detail -> assertThat(detail)
                .hasSize(SettingAudit.LONGEST)
                .endsWith("...: from nothing to 60000 characters"));
    }

    @Test
    void a_change_of_which_no_row_can_be_written_does_not_stand() {
        set(OUTSIDE, "true");
        execute("rename table aisupport_audit to audit_elsewhere");
        try {
            assertThatThrownBy(() -> set(OUTSIDE, "false")).isInstanceOf(RuntimeException.class);
        } finally {
            execute("rename table audit_elsewhere to aisupport_audit");
        }

        assertThat(transactions.<Object>alone(
                        () -> load(sessions.getCurrentSession(), OUTSIDE).get("propertyValue")))
                .isEqualTo("true");
        assertThat(rows()).hasSize(1);
    }

    /** By a module that opens its own, while another transaction is under way on the thread. */
    @Test
    void in_a_session_that_somebody_opened_for_it_the_row_stands_or_falls_with_that_one() {
        within(current -> {
            try (Session own = sessions.openSession()) {
                Transaction refused = own.beginTransaction();
                set(own, RULES_OFF, "fib4");
                own.flush();
                refused.rollback();
            }
        });
        assertThat(rows()).isEmpty();

        assertThatThrownBy(() -> within(current -> {
                    try (Session own = sessions.openSession()) {
                        Transaction kept = own.beginTransaction();
                        set(own, RULES_OFF, "fib4");
                        kept.commit();
                    }
                    throw new IllegalStateException("the other one");
                }))
                .hasMessage("the other one");
        assertThat(details()).containsExactly(RULES_OFF + ": from nothing to \"fib4\"");
    }
}
