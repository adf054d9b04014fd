/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.audit.seal.AuditSealer;
import org.openmrs.module.aisupport.audit.seal.KeptHead;
import org.openmrs.module.aisupport.audit.seal.SealHealth;
import org.openmrs.module.aisupport.audit.seal.SealKeys;
import org.openmrs.module.aisupport.charting.PlanNotes;
import org.openmrs.module.aisupport.consent.ConsentHealth;
import org.openmrs.module.aisupport.consent.GateQuery;
import org.openmrs.module.aisupport.egress.OutsideEngineStore;
import org.openmrs.module.aisupport.egress.OutsideHealth;
import org.openmrs.module.aisupport.egress.OutsideLines;
import org.openmrs.module.aisupport.egress.PayloadCipher;
import org.openmrs.module.aisupport.engine.EngineHealth;
import org.openmrs.module.aisupport.engine.EngineRegistry;
import org.openmrs.module.aisupport.feedback.FeedbackHealth;
import org.openmrs.module.aisupport.feedback.FeedbackOutbox;
import org.openmrs.module.aisupport.persistence.AppendOnlyTriggers;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.PlatformSetup;
import org.openmrs.module.aisupport.snapshot.ConceptMappings;
import org.openmrs.module.aisupport.snapshot.FakeChart;
import org.openmrs.module.aisupport.snapshot.SensitiveTopics;
import org.openmrs.module.aisupport.testing.FakeSettings;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.testing.Records;
import org.openmrs.module.aisupport.testing.StrictDatabase;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.orm.hibernate5.HibernateTransactionManager;

/** The guards of the database on a server that writes a binary log, as users with ever fewer rights find it. */
@Tag("C3")
@Tag("O2")
class DatabaseGuardsTest {

    private static final String ALL_BUT_TRIGGER =
            "SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES";

    private static StrictDatabase server;

    private final List<String> platformSteps = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        server = new StrictDatabase();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void without_SUPER_the_set_up_goes_on_and_the_status_page_names_each_guard_and_what_to_do() throws Exception {
        SessionFactory sessions = House.sessionsOn(server.schema("no_super", "ALL PRIVILEGES"));

        List<String> refusals = status(sessions).setUp(Map.of());

        assertThat(refusals).hasSize(tables(sessions).size()).allMatch(refusal -> refusal.contains("SUPER"));
        assertThat(platformSteps).containsExactly("platform");
        for (String table : tables(sessions)) {
            StatusService.Check check = guardOf(table, sessions);
            assertThat(check.ok()).isFalse();
            assertThat(check.detail())
                    .contains("does not refuse to change or remove rows of " + table)
                    .contains("log_bin_trust_function_creators = 1")
                    .contains("CREATE TRIGGER " + table + "_no_update BEFORE UPDATE ON " + table)
                    .contains("CREATE TRIGGER " + table + "_no_delete BEFORE DELETE ON " + table);
        }
    }

    @Test
    void the_statements_on_the_status_page_put_the_guards() throws Exception {
        SessionFactory sessions = House.sessionsOn(server.schema("by_hand", "ALL PRIVILEGES"));

        for (String table : tables(sessions)) {
            for (String line : guardOf(table, sessions).detail().split("\n")) {
                if (line.endsWith(";")) {
                    server.execute("by_hand", line.substring(0, line.length() - 1));
                }
            }
        }

        assertThat(status(sessions).checks()).allMatch(StatusService.Check::ok);
        assertThat(status(sessions).setUp(Map.of())).isEmpty();
        refuses("by_hand", tables(sessions));
    }

    @Test
    void without_TRIGGER_the_set_up_goes_on_and_a_grant_mends_it() throws Exception {
        SessionFactory sessions = House.sessionsOn(server.schema("no_trigger", ALL_BUT_TRIGGER));
        server.execute("no_trigger", "SET GLOBAL log_bin_trust_function_creators = 1");
        try {
            List<String> refusals = status(sessions).setUp(Map.of());

            assertThat(refusals)
                    .hasSize(tables(sessions).size())
                    .allMatch(refusal -> refusal.contains("TRIGGER command denied"));
            assertThat(platformSteps).containsExactly("platform");
            for (String table : tables(sessions)) {
                StatusService.Check check = guardOf(table, sessions);
                assertThat(check.ok()).isFalse();
                assertThat(check.detail())
                        .contains("give the database user the privilege TRIGGER on this table")
                        .doesNotContain("binary log");
            }

            server.grant("no_trigger", "TRIGGER");
            assertThat(status(sessions).setUp(Map.of())).isEmpty();
            assertThat(status(sessions).checks()).allMatch(StatusService.Check::ok);
            refuses("no_trigger", tables(sessions));
        } finally {
            server.execute("no_trigger", "SET GLOBAL log_bin_trust_function_creators = 0");
        }
    }

    @Test
    void a_platform_step_that_is_refused_does_not_keep_the_guards_away() throws Exception {
        server.schema("step_refused", ALL_BUT_TRIGGER);
        SessionFactory sessions = House.sessionsOn(server.asAdministrator("step_refused"));
        StatusService status = status(sessions, () -> {
            throw new IllegalStateException("the dictionary is locked");
        });

        assertThat(status.setUp(Map.of())).containsExactly("Platform: the dictionary is locked");
        refuses("step_refused", tables(sessions));
    }

    @Test
    void what_stands_is_left_alone_and_what_was_dropped_or_weakened_is_made_again() throws Exception {
        server.schema("again", ALL_BUT_TRIGGER);
        SessionFactory sessions = House.sessionsOn(server.asAdministrator("again"));
        assertThat(status(sessions).setUp(Map.of())).isEmpty();
        List<String> first = triggers("again");

        assertThat(status(sessions).setUp(Map.of())).isEmpty();
        assertThat(triggers("again")).hasSize(2 * tables(sessions).size()).isEqualTo(first);

        server.execute("again", "DROP TRIGGER aisupport_audit_no_delete");
        server.execute("again", "DROP TRIGGER aisupport_undo_no_update");
        server.execute(
                "again",
                "CREATE TRIGGER aisupport_undo_no_update BEFORE UPDATE ON aisupport_undo FOR EACH ROW SET @weak = 1");
        assertThat(guardOf("aisupport_audit", sessions).ok()).isFalse();
        assertThat(guardOf("aisupport_undo", sessions).ok()).isFalse();

        assertThat(status(sessions).setUp(Map.of())).isEmpty();
        assertThat(status(sessions).checks()).allMatch(StatusService.Check::ok);
        refuses("again", tables(sessions));
    }

    @Test
    @Tag("O3")
    void two_nodes_that_start_at_once_both_find_the_guards_in_place() throws Exception {
        server.schema("two_nodes", ALL_BUT_TRIGGER);
        List<StatusService> nodes = List.of(
                status(House.sessionsOn(server.asAdministrator("two_nodes"))),
                status(House.sessionsOn(server.asAdministrator("two_nodes"))));
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        try {
            for (int round = 0; round < 20; round++) {
                dropAll("two_nodes");

                List<Future<List<String>>> starts = threads.invokeAll(nodes.stream()
                        .<Callable<List<String>>>map(node -> () -> node.setUp(Map.of()))
                        .toList());

                for (Future<List<String>> start : starts) {
                    assertThat(start.get()).isEmpty();
                }
                assertThat(nodes.get(0).checks()).allMatch(StatusService.Check::ok);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_reader_that_never_commits_holds_up_one_guard_for_seconds_and_no_other() throws Exception {
        server.schema("busy", ALL_BUT_TRIGGER);
        DataSource database = server.asAdministrator("busy");
        SessionFactory sessions = House.sessionsOn(database);
        try (Connection reader = database.getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT COUNT(*) FROM aisupport_audit");

            List<String> refusals = status(sessions).setUp(Map.of());

            assertThat(refusals).singleElement().asString().startsWith("Guard of aisupport_audit:");
            reader.rollback();
        }
        assertThat(status(sessions).setUp(Map.of())).isEmpty();
    }

    private StatusService status(SessionFactory sessions) {
        return status(sessions, () -> platformSteps.add("platform"));
    }

    private static StatusService status(SessionFactory sessions, Runnable platformStep) {
        return new StatusServiceImpl(
                roles -> List.of(new Step(platformStep)),
                new AppendOnlyTriggers(sessions),
                new ConceptMappings(new FakeSettings(), () -> Path.of("none")),
                new SensitiveTopics(new FakeSettings(), new FakeChart()),
                new PlanNotes(new FakeSettings(), new FakeChart()),
                new ConsentHealth(sessions, new GateQuery(sessions)),
                new EngineHealth(new EngineRegistry(new StaticListableBeanFactory()), Clock.systemUTC()),
                new OutsideHealth(
                        new OutsideEngineStore(sessions),
                        new OutsideLines(name -> Optional.empty(), Clock.systemUTC()),
                        new PayloadCipher(name -> Optional.empty()),
                        new FakeSettings()),
                new FeedbackHealth(new FeedbackOutbox(sessions), Clock.systemUTC()),
                seals(sessions),
                new Transactions(new HibernateTransactionManager(sessions)));
    }

    private static SealHealth seals(SessionFactory sessions) {
        SealKeys keys =
                new SealKeys(name -> Optional.of(House.A_KEY).filter(key -> name.equals("aisupport.audit.keys")));
        Transactions transactions = new Transactions(new HibernateTransactionManager(sessions));
        AuditSealer sealer = new AuditSealer(
                keys, new KeptHead(() -> Path.of("target", "none")), sessions, transactions, Clock.systemUTC());
        return new SealHealth(keys, sealer, sessions, Clock.systemUTC());
    }

    private record Step(Runnable work) implements PlatformSetup.Step {
        @Override
        public String name() {
            return "Platform";
        }

        @Override
        public void add() {
            work.run();
        }

        @Override
        public Optional<String> missing() {
            return Optional.empty();
        }
    }

    private StatusService.Check guardOf(String table, SessionFactory sessions) {
        return status(sessions).checks().stream()
                .filter(check -> check.name().equals("Guard of " + table))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> tables(SessionFactory sessions) {
        return Records.entities(sessions).map(Records::table).sorted().toList();
    }

    /** Asked of the database's own superuser, for whom a right can't be missing. */
    private static void refuses(String schema, List<String> tables) throws SQLException {
        assertThat(triggers(schema)).hasSize(2 * tables.size());
        server.execute(
                schema,
                "INSERT INTO aisupport_undo (uuid, decision_uuid, undoer_id, undoer_uuid, undone_micros)"
                        + " VALUES (UUID(), 'd', 1, 'u', 1)");
        assertThatThrownBy(() -> server.execute(schema, "UPDATE aisupport_undo SET undoer_id = 2"))
                .hasMessageContaining("aisupport_undo is append-only");
        assertThatThrownBy(() -> server.execute(schema, "DELETE FROM aisupport_undo"))
                .hasMessageContaining("aisupport_undo is append-only");
    }

    private static void dropAll(String schema) throws SQLException {
        for (String trigger : triggers(schema)) {
            server.execute(schema, "DROP TRIGGER " + trigger.split(" ")[0]);
        }
    }

    /** Name, and when it was made. */
    private static List<String> triggers(String schema) throws SQLException {
        return server.query(
                schema,
                "SELECT CONCAT(TRIGGER_NAME, ' ', CREATED) FROM information_schema.TRIGGERS"
                        + " WHERE TRIGGER_SCHEMA = DATABASE() ORDER BY TRIGGER_NAME");
    }
}
