/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.egress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.platform.Gauges;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;

/**
 * What went to engines outside, to be shown to the GP and in the patient's report (E6, A3): kept with the audit's intent, in one
 * transaction, before it goes. So that it can't be kept means that it isn't sent.
 */
public class SentPayloads implements Gauges {

    private static final int DAYS = 365;
    private static final int MOST_DAYS = 3_650;

    private final SessionFactory sessions;
    private final PayloadCipher cipher;
    private final Settings settings;
    private final Clock clock;

    public SentPayloads(SessionFactory sessions, PayloadCipher cipher, Settings settings, Clock clock) {
        this.sessions = sessions;
        this.cipher = cipher;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What was sent, as it was sent.
     *
     * @param payload empty where its key is gone or somebody changed what was kept
     */
    public record Opened(SentPayload sent, Optional<byte[]> payload) {}

    /** Whether nothing may leave, whatever is switched on: read past every cache, and once more right before a call (E5). */
    public boolean areEnginesStopped() {
        return areEnginesStopped(settings);
    }

    static boolean areEnginesStopped(Settings settings) {
        // Whoever writes something else here wants to stop them, and may not know the word for it.
        return settings.value(Setting.OUTSIDE_ENGINES)
                .map(written -> !written.strip().equalsIgnoreCase("true"))
                .orElse(false);
    }

    /** Why nothing can be kept, so that nothing is sent, in words for an administrator. */
    public Optional<String> obstacle() {
        return cipher.missing();
    }

    /** In the caller's transaction. Goes when its time is over: see {@link ExpiredPayloads}. */
    public void keep(String runUuid, String engine, String recipient, PatientRef patient, byte[] payload) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int days = settings.number(Setting.EGRESS_KEEP_DAYS, 1, MOST_DAYS, DAYS);
        SentPayload sent = new SentPayload(runUuid, engine, recipient, patient, now, now.plus(Duration.ofDays(days)));
        sent.holds(cipher.seal(payload, sent.belongsTo()));
        sessions.getCurrentSession().save(sent);
    }

    /** Of one run, in the order in which they went; of those whose time is not over. */
    public List<Opened> ofRun(String runUuid) {
        return sessions
                .getCurrentSession()
                .createQuery(
                        "select s from AisupportSentPayload s where s.runUuid = :run and s.expiresAt > :now order by s.id",
                        SentPayload.class)
                .setParameter("run", runUuid)
                .setParameter("now", clock.instant())
                .list()
                .stream()
                .map(sent -> new Opened(sent, cipher.open(sent.sealed(), sent.belongsTo())))
                .toList();
    }

    @Override
    public List<Gauge> gauges() {
        return List.of(new Gauge(
                "aisupport_database_payloads_kept",
                "What was sent to engines outside and can still be shown.",
                () -> sessions.getCurrentSession()
                        .createQuery("select count(s) from AisupportSentPayload s", Long.class)
                        .uniqueResult()));
    }

    /** Returns how many. In the caller's transaction. */
    public int eraseExpired(Instant now) {
        return sessions.getCurrentSession()
                .createQuery("delete from AisupportSentPayload s where s.expiresAt <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
