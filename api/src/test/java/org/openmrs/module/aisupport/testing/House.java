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
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cache.internal.NoCachingRegionFactory;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.audit.seal.AuditSealer;
import org.openmrs.module.aisupport.audit.seal.KeptHead;
import org.openmrs.module.aisupport.audit.seal.SealHealth;
import org.openmrs.module.aisupport.audit.seal.SealKeys;
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
import org.openmrs.module.aisupport.egress.OutsideCallLog;
import org.openmrs.module.aisupport.egress.OutsideEngineService;
import org.openmrs.module.aisupport.egress.OutsideEngineServiceImpl;
import org.openmrs.module.aisupport.egress.OutsideEngineStore;
import org.openmrs.module.aisupport.egress.OutsideEngines;
import org.openmrs.module.aisupport.egress.OutsideHealth;
import org.openmrs.module.aisupport.egress.OutsideLines;
import org.openmrs.module.aisupport.egress.OutsideProtocols;
import org.openmrs.module.aisupport.egress.PayloadCipher;
import org.openmrs.module.aisupport.egress.SentPayloads;
import org.openmrs.module.aisupport.egress.ServicesTold;
import org.openmrs.module.aisupport.engine.EngineRegistry;
import org.openmrs.module.aisupport.engine.EngineSource;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.feedback.FeedbackHealth;
import org.openmrs.module.aisupport.feedback.FeedbackOutbox;
import org.openmrs.module.aisupport.feedback.FeedbackSender;
import org.openmrs.module.aisupport.metrics.Meters;
import org.openmrs.module.aisupport.metrics.MetricsService;
import org.openmrs.module.aisupport.metrics.MetricsServiceImpl;
import org.openmrs.module.aisupport.persistence.AppendOnlyGuard;
import org.openmrs.module.aisupport.persistence.AppendOnlyTriggers;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.RuntimeProperties;
import org.openmrs.module.aisupport.report.PatientReportService;
import org.openmrs.module.aisupport.report.PatientReportServiceImpl;
import org.openmrs.module.aisupport.report.ReportEngines;
import org.openmrs.module.aisupport.snapshot.ConceptMappings;
import org.openmrs.module.aisupport.snapshot.FakeChart;
import org.openmrs.module.aisupport.snapshot.SensitiveTopics;
import org.openmrs.module.aisupport.snapshot.SnapshotBuilder;
import org.openmrs.module.aisupport.suggestion.AiSuggestionService;
import org.openmrs.module.aisupport.suggestion.AiSuggestionServiceImpl;
import org.openmrs.module.aisupport.suggestion.AwaitingReader;
import org.openmrs.module.aisupport.suggestion.EnginePool;
import org.openmrs.module.aisupport.suggestion.RunFinisher;
import org.openmrs.module.aisupport.suggestion.RunHistory;
import org.openmrs.module.aisupport.suggestion.RunReport;
import org.openmrs.module.aisupport.suggestion.RunRequest;
import org.openmrs.module.aisupport.suggestion.RunRequester;
import org.openmrs.module.aisupport.suggestion.RunStatus;
import org.openmrs.module.aisupport.suggestion.RunStore;
import org.openmrs.module.aisupport.suggestion.StoredSuggestion;
import org.openmrs.module.aisupport.suggestion.SuggestionDecider;
import org.openmrs.module.aisupport.suggestion.SuggestionHistory;
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

    public static final SessionFactory SESSIONS = guardedSessions();

    /** Thirty-two bytes of nothing. */
    public static final String A_KEY = "test=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    public final FakePatients patients = new FakePatients();
    public final FakeMirror mirror = new FakeMirror();
    public final FakeUser user = new FakeUser();
    public final FakeSettings settings = FakeSettings.inTheDatabase();
    public final FakeChart chart = new FakeChart();
    public final FakeChartWriter chartWriter = new FakeChartWriter();
    public final FakeEngine engine = new FakeEngine();
    public final FakeOutsideEngine outside = new FakeOutsideEngine();
    /** Engines that are there as if an administrator had set them up, for as long as a test leaves them here. */
    public final List<SuggestionEngine> switchedOn = new CopyOnWriteArrayList<>();

    public final Map<String, String> runtimeProperties =
            new ConcurrentHashMap<>(Map.of(PayloadCipher.PROPERTY, A_KEY, SealKeys.PROPERTY, A_KEY));
    public final SentPayloads sent;
    public final OutsideLines outsideLines;
    public final OutsideEngineService outsideEngines;
    public final TestClock clock = new TestClock();
    public final Meters meters = new Meters(clock);
    public final MetricsService metrics;
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
    public final FakeServices services;
    public final FeedbackSender feedback;
    public final FeedbackHealth feedbackHealth;
    public final PatientReportService report;
    public final AuditSealer sealer;

    private final Path directory = Path.of("target", "house-" + UUID.randomUUID());
    private volatile boolean keepsSessions;
    private final ExecutorService background = Executors.newCachedThreadPool();

    public House() {
        this(Duration.ofSeconds(20));
    }

    public House(Duration engineTimeout) {
        this(engineTimeout, Optional.empty(), Map.of());
    }

    /** As it is with these runtime properties too. */
    public House(Map<String, String> runtimeProperties) {
        this(Duration.ofSeconds(20), Optional.empty(), runtimeProperties);
    }

    /** As it is with other leaflets, such as those of next year. */
    public House(Leaflets leaflets) {
        this(Duration.ofSeconds(20), Optional.of(leaflets), Map.of());
    }

    private House(Duration engineTimeout, Optional<Leaflets> otherLeaflets, Map<String, String> moreProperties) {
        OutsideEngineStore setUp = new OutsideEngineStore(SESSIONS);
        services = new FakeServices(new ServicesTold(SESSIONS, setUp, clock), outside, switchedOn);
        leaflets = otherLeaflets.orElseGet(() -> Leaflets.load(services));
        runtimeProperties.putAll(moreProperties);
        RuntimeProperties properties = name -> Optional.ofNullable(runtimeProperties.get(name));
        PayloadCipher cipher = new PayloadCipher(properties);
        transactions = new Transactions(new HibernateTransactionManager(SESSIONS));
        audit = new AuditLog(SESSIONS, transactions, user, clock, List.of(meters));
        sent = new SentPayloads(SESSIONS, cipher, settings, clock);
        GateQuery query = new GateQuery(SESSIONS);
        ConsentRules rules = new ConsentRules(leaflets, clock);
        gate = new ConsentGate(query, rules, audit, transactions, clock);
        ConceptMappings mappings = new ConceptMappings(settings, () -> Path.of("none"));
        PlanNotes planNotes = new PlanNotes(settings, chart);
        EntryPreviews previews = new EntryPreviews(chart, chartWriter, mappings, planNotes);
        EntryWriter entries = new EntryWriter(SESSIONS, previews, planNotes, chartWriter, audit);
        SuggestionStore store = new SuggestionStore(
                SESSIONS, patients, new SuggestionLabels(settings), previews, entries, settings, user, clock);
        RunStore runs = new RunStore(SESSIONS, meters);
        FeedbackOutbox outbox = new FeedbackOutbox(SESSIONS);
        ConsentOverviews overviews = new ConsentOverviews(ledger, gate, leaflets, user);
        ConsentBook book = new ConsentBook(
                ledger, List.of(new SuggestionWithdrawal(store, runs, audit, clock), outbox), audit, clock);
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
        EngineSource source = () -> List.copyOf(switchedOn);
        outsideLines = new OutsideLines(properties, clock);
        OutsideProtocols protocols = new OutsideProtocols(outsideLines);
        EngineRegistry engines = new EngineRegistry(new StaticListableBeanFactory(Map.of(
                "fake",
                engine,
                "outside",
                outside,
                "outsideEngines",
                new OutsideEngines(setUp, protocols, mappings, settings),
                "switchedOn",
                source)));
        RunFinisher finisher = new RunFinisher(
                ledger, gate, runs, new SuggestionKeeper(store, audit), sent, engines, audit, transactions, clock);
        pool = new EnginePool(this::inBackground, finisher, engineTimeout, meters);
        SnapshotBuilder snapshots =
                new SnapshotBuilder(patients, chart, mappings, new SensitiveTopics(settings, chart), clock);
        outsideEngines = new OutsideEngineServiceImpl(
                setUp,
                outsideLines,
                protocols,
                new OutsideCallLog(SESSIONS),
                new OutsideHealth(setUp, outsideLines, cipher, settings),
                engines,
                mappings,
                audit,
                user,
                transactions,
                clock);
        feedback = new FeedbackSender(outbox, engines, ledger, gate, sent, audit, transactions, clock);
        feedbackHealth = new FeedbackHealth(outbox, clock);
        SealKeys sealKeys = new SealKeys(properties);
        sealer = new AuditSealer(sealKeys, new KeptHead(() -> directory), SESSIONS, transactions, clock);
        SealHealth seals = new SealHealth(sealKeys, sealer, SESSIONS, clock);
        metrics = new MetricsServiceImpl(meters, List.of(pool, sent, seals, feedbackHealth), transactions);
        visitEnds = new VisitEndRule(patients.visits, store, gate, audit, settings, user, transactions);
        suggestions = new AiSuggestionServiceImpl(
                new RunRequester(
                        patients, engines, ledger, gate, snapshots, runs, pool, audit, user, transactions, clock),
                runs,
                sent,
                new SuggestionReader(SESSIONS, store, patients, audit, clock),
                new AwaitingReader(SESSIONS, store, patients, gate, audit, user, transactions),
                new SuggestionDecider(
                        store,
                        entries,
                        List.of(outbox, meters),
                        patients,
                        ledger,
                        gate,
                        audit,
                        user,
                        transactions,
                        clock),
                visitEnds,
                patients,
                gate,
                audit,
                transactions,
                clock);
        report = new PatientReportServiceImpl(
                patients,
                ledger,
                overviews,
                new ReportEngines(engines, mappings),
                new RunHistory(SESSIONS, clock),
                new SuggestionHistory(SESSIONS, store, entries, clock),
                new SuggestionLabels(settings),
                audit,
                user,
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
                leafletVersion(purpose),
                "en",
                null,
                null,
                null));
    }

    /**
     * From now on each thread of the background keeps its session from task to task, as OpenMRS 2.8 lets it happen: what a task reads may
     * be what another one read.
     */
    public void keepsSessionsInTheBackground() {
        keepsSessions = true;
    }

    private Future<?> inBackground(Runnable task) {
        return background.submit(() -> {
            if (keepsSessions && !TransactionSynchronizationManager.hasResource(SESSIONS)) {
                TransactionSynchronizationManager.bindResource(SESSIONS, new SessionHolder(SESSIONS.openSession()));
            }
            task.run();
        });
    }

    /** With the services outside that it tells of. */
    public String leafletVersion(Purpose purpose) {
        return inTransaction(() -> leaflets.currentVersion(purpose));
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

    /** Asks until the run is over, which may be before its engine has answered: see {@link #awaitDiscard}. */
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

    /** Asks until an answer that came too late is noted as such: a withdrawal ends a run before its engine does. */
    public void awaitDiscard(PatientRef patient) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (auditOf(patient).stream().noneMatch(row -> row.getKind() == AuditKind.RESULT_DISCARDED)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the late answer was not discarded");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    public List<StoredSuggestion> suggestionsOf(PatientRef patient) {
        return suggestions
                .suggestions(new SuggestionQuery(patient.uuid(), Optional.empty(), Optional.empty(), false, 0, 100))
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
        factory.setMappingResources("platform-entities.hbm.xml");
        Properties properties = new Properties();
        properties.setProperty("hibernate.dialect", "org.hibernate.dialect.MariaDB103Dialect");
        // The platform's would look for other servers on the network; nothing of this module is cached.
        properties.setProperty("hibernate.cache.region.factory_class", NoCachingRegionFactory.class.getName());
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
