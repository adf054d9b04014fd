/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.charting.EntryPreviews;
import org.openmrs.module.aisupport.charting.EntryWriter;
import org.openmrs.module.aisupport.charting.PlanNotes;
import org.openmrs.module.aisupport.consent.AiConsentService;
import org.openmrs.module.aisupport.consent.AiConsentServiceImpl;
import org.openmrs.module.aisupport.consent.AttributeNotes;
import org.openmrs.module.aisupport.consent.ConsentBook;
import org.openmrs.module.aisupport.consent.ConsentCandidates;
import org.openmrs.module.aisupport.consent.ConsentCorrector;
import org.openmrs.module.aisupport.consent.ConsentDecision;
import org.openmrs.module.aisupport.consent.ConsentGate;
import org.openmrs.module.aisupport.consent.ConsentKeeper;
import org.openmrs.module.aisupport.consent.ConsentLedger;
import org.openmrs.module.aisupport.consent.ConsentMethod;
import org.openmrs.module.aisupport.consent.ConsentMirroring;
import org.openmrs.module.aisupport.consent.ConsentOverviews;
import org.openmrs.module.aisupport.consent.ConsentRecorded;
import org.openmrs.module.aisupport.consent.ConsentRecorder;
import org.openmrs.module.aisupport.consent.ConsentRequest;
import org.openmrs.module.aisupport.consent.ConsentRules;
import org.openmrs.module.aisupport.consent.ConsentSweep;
import org.openmrs.module.aisupport.consent.ConsentTerms;
import org.openmrs.module.aisupport.consent.Findings;
import org.openmrs.module.aisupport.consent.GateQuery;
import org.openmrs.module.aisupport.consent.Giver;
import org.openmrs.module.aisupport.consent.Leaflets;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.consent.RenewalList;
import org.openmrs.module.aisupport.engine.EngineRegistry;
import org.openmrs.module.aisupport.persistence.AppendOnlyGuard;
import org.openmrs.module.aisupport.persistence.AppendOnlyTriggers;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.snapshot.ConceptMappings;
import org.openmrs.module.aisupport.snapshot.FakeChart;
import org.openmrs.module.aisupport.snapshot.SensitiveTopics;
import org.openmrs.module.aisupport.snapshot.SnapshotBuilder;
import org.openmrs.module.aisupport.suggestion.AiSuggestionService;
import org.openmrs.module.aisupport.suggestion.AiSuggestionServiceImpl;
import org.openmrs.module.aisupport.suggestion.AwaitingReader;
import org.openmrs.module.aisupport.suggestion.EnginePool;
import org.openmrs.module.aisupport.suggestion.RunFinisher;
import org.openmrs.module.aisupport.suggestion.RunReport;
import org.openmrs.module.aisupport.suggestion.RunRequest;
import org.openmrs.module.aisupport.suggestion.RunRequester;
import org.openmrs.module.aisupport.suggestion.RunStatus;
import org.openmrs.module.aisupport.suggestion.RunStore;
import org.openmrs.module.aisupport.suggestion.StoredSuggestion;
import org.openmrs.module.aisupport.suggestion.SuggestionDecider;
import org.openmrs.module.aisupport.suggestion.SuggestionKeeper;
import org.openmrs.module.aisupport.suggestion.SuggestionLabels;
import org.openmrs.module.aisupport.suggestion.SuggestionQuery;
import org.openmrs.module.aisupport.suggestion.SuggestionReader;
import org.openmrs.module.aisupport.suggestion.SuggestionStore;
import org.openmrs.module.aisupport.suggestion.SuggestionWithdrawal;
import org.openmrs.module.aisupport.suggestion.VisitEndRule;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.orm.hibernate5.HibernateTransactionManager;
import org.springframework.orm.hibernate5.LocalSessionFactoryBean;
import org.springframework.orm.hibernate5.SessionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The whole module on a real MariaDB, with fakes where the platform would be. Wired by hand, as the XML wires it. */
public final class House {

    private static final SessionFactory SESSIONS = guardedSessions();

    public final FakePatients patients = new FakePatients();
    public final FakeMirror mirror = new FakeMirror();
    public final FakeUser user = new FakeUser();
    public final FakeSettings settings = FakeSettings.inTheDatabase();
    public final FakeChart chart = new FakeChart();
    public final FakeChartWriter chartWriter = new FakeChartWriter();
    public final FakeEngine engine = new FakeEngine();
    public final TestClock clock = new TestClock();
    public final Transactions transactions;
    public final AuditLog audit;
    public final ConsentLedger ledger = new ConsentLedger(SESSIONS);
    public final ConsentGate gate;
    public final ConsentKeeper keeper;
    public final ConsentSweep sweep;
    public final AiConsentService consent;
    public final AiSuggestionService suggestions;
    public final EnginePool pool;
    public final VisitEndRule visitEnds;
    public final Leaflets leaflets;

    private final ExecutorService background = Executors.newCachedThreadPool();

    public House() {
        this(Duration.ofSeconds(20));
    }

    public House(Duration engineTimeout) {
        this(engineTimeout, Leaflets.load());
    }

    /** As it is with other leaflets, such as those of next year. */
    public House(Leaflets leaflets) {
        this(Duration.ofSeconds(20), leaflets);
    }

    private House(Duration engineTimeout, Leaflets leaflets) {
        this.leaflets = leaflets;
        transactions = new Transactions(new HibernateTransactionManager(SESSIONS));
        audit = new AuditLog(SESSIONS, transactions, user, clock);
        GateQuery query = new GateQuery(SESSIONS);
        ConsentRules rules = new ConsentRules(leaflets, clock);
        gate = new ConsentGate(query, rules, audit, transactions, clock);
        ConceptMappings mappings = new ConceptMappings(settings, () -> Path.of("none"));
        PlanNotes planNotes = new PlanNotes(settings, chart);
        EntryPreviews previews = new EntryPreviews(chart, chartWriter, mappings, planNotes);
        EntryWriter entries = new EntryWriter(SESSIONS, previews, planNotes, chartWriter, audit);
        SuggestionStore store = new SuggestionStore(
                SESSIONS, patients, new SuggestionLabels(settings), previews, entries, settings, user, clock);
        RunStore runs = new RunStore(SESSIONS);
        ConsentOverviews overviews = new ConsentOverviews(ledger, gate, leaflets, user);
        ConsentBook book =
                new ConsentBook(ledger, List.of(new SuggestionWithdrawal(store, runs, audit, clock)), audit, clock);
        ConsentMirroring mirroring = new ConsentMirroring(ledger, mirror, transactions, audit);
        Findings findings = new Findings(rules, patients, clock);
        AttributeNotes notes = new AttributeNotes(book, findings, mirror);
        keeper = new ConsentKeeper(ledger, book, query, findings, notes, mirror, mirroring, patients, transactions);
        sweep = new ConsentSweep(new ConsentCandidates(SESSIONS, transactions, leaflets, settings, clock), keeper);
        consent = new AiConsentServiceImpl(
                patients,
                overviews,
                new ConsentRecorder(
                        ledger,
                        query,
                        book,
                        notes,
                        new ConsentCorrector(ledger, book),
                        new ConsentTerms(leaflets, rules, settings, clock),
                        overviews,
                        mirroring,
                        audit,
                        user,
                        transactions),
                new RenewalList(SESSIONS, patients, user, clock),
                leaflets,
                transactions);
        RunFinisher finisher =
                new RunFinisher(ledger, gate, runs, new SuggestionKeeper(store, audit), audit, transactions, clock);
        pool = new EnginePool(background::submit, finisher, engineTimeout);
        SnapshotBuilder snapshots =
                new SnapshotBuilder(patients, chart, mappings, new SensitiveTopics(settings, chart), clock);
        EngineRegistry engines = new EngineRegistry(new StaticListableBeanFactory(Map.of("fake", engine)));
        visitEnds = new VisitEndRule(patients.visits, store, gate, audit, settings, user, transactions);
        suggestions = new AiSuggestionServiceImpl(
                new RunRequester(
                        patients, engines, ledger, gate, snapshots, runs, pool, audit, user, transactions, clock),
                runs,
                new SuggestionReader(SESSIONS, store, patients, audit, clock),
                new AwaitingReader(SESSIONS, store, patients, gate, audit, user, transactions),
                new SuggestionDecider(store, entries, patients, ledger, gate, audit, user, transactions, clock),
                visitEnds,
                patients,
                gate,
                audit,
                transactions,
                clock);
    }

    public static SessionFactory sessions() {
        return SESSIONS;
    }

    public ConsentRecorded grant(PatientRef patient) {
        return grant(patient, Purpose.OWN_CARE);
    }

    public ConsentRecorded grant(PatientRef patient, Purpose purpose) {
        return grant(patient, purpose, new Giver(Giver.Role.PATIENT, null, null), false);
    }

    public ConsentRecorded grantBy(PatientRef patient, Giver giver) {
        return grant(patient, Purpose.OWN_CARE, giver, false);
    }

    public ConsentRecorded grant(PatientRef patient, Purpose purpose, Giver giver, boolean includesSensitive) {
        return consent.record(new ConsentRequest(
                patient.uuid(),
                purpose,
                ConsentDecision.GRANT,
                includesSensitive,
                giver,
                ConsentMethod.SPOKEN,
                leaflets.currentVersion(),
                "en",
                null,
                null,
                null));
    }

    public ConsentRecorded say(PatientRef patient, Purpose purpose, ConsentDecision decision) {
        return consent.record(
                new ConsentRequest(patient.uuid(), purpose, decision, false, null, null, null, null, null, null, null));
    }

    public ConsentRecorded withdraw(PatientRef patient) {
        return say(patient, Purpose.OWN_CARE, ConsentDecision.WITHDRAW);
    }

    public RunReport run(PatientRef patient) {
        return suggestions.request(new RunRequest(patient.uuid(), null, null, List.of()));
    }

    public RunReport runToTheEnd(PatientRef patient) {
        return awaitEnd(run(patient));
    }

    /** Asks until the run is over. */
    public RunReport awaitEnd(RunReport run) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        RunReport report = run;
        while (report.status() == RunStatus.RUNNING) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the run hangs");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            report = suggestions.run(run.run().getUuid());
        }
        return report;
    }

    public List<StoredSuggestion> suggestionsOf(PatientRef patient) {
        return suggestions
                .suggestions(new SuggestionQuery(patient.uuid(), Optional.empty(), Optional.empty(), 0, 100))
                .suggestions();
    }

    public List<AuditRow> auditOf(PatientRef patient) {
        return inTransaction(() -> SESSIONS.getCurrentSession()
                .createQuery("select a from AisupportAudit a where a.patientUuid = :uuid order by a.id", AuditRow.class)
                .setParameter("uuid", patient.uuid())
                .list());
    }

    public <T> T inTransaction(Supplier<T> work) {
        return transactions.alone(work);
    }

    /** As the platform serves a request: one session for all of it, which keeps what it has read. */
    public <T> T asInOneRequest(Supplier<T> request) {
        Session session = SESSIONS.openSession();
        TransactionSynchronizationManager.bindResource(SESSIONS, new SessionHolder(session));
        try {
            return request.get();
        } finally {
            TransactionSynchronizationManager.unbindResource(SESSIONS);
            session.close();
        }
    }

    /** With the triggers that the module makes as it starts, so that every test shows that they are in nobody's way. */
    private static SessionFactory guardedSessions() {
        SessionFactory sessions = sessionsOn(Database.dataSource());
        new AppendOnlyTriggers(sessions).guards().forEach(AppendOnlyTriggers.Guard::put);
        return sessions;
    }

    /** A session factory as the module finds it on the platform, with its listener. */
    public static SessionFactory sessionsOn(DataSource database) {
        LocalSessionFactoryBean factory = new LocalSessionFactoryBean();
        factory.setDataSource(database);
        factory.setPackagesToScan("org.openmrs.module.aisupport");
        Properties properties = new Properties();
        properties.setProperty("hibernate.dialect", "org.hibernate.dialect.MariaDB103Dialect");
        factory.setHibernateProperties(properties);
        try {
            factory.afterPropertiesSet();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        AppendOnlyGuard.register(factory.getObject());
        return factory.getObject();
    }

    /** A clock that a test moves. It starts at the real time, so that nothing of this run is older than it looks. */
    public static final class TestClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        public void advance(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.systemDefault();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), ahead);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }
}
