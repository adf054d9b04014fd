/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.platform.Actor;

/**
 * The audit of a patient, counted by day, person and what was done: thousands of rows stay readable, and none is left out. What it holds
 * grows with the lines, not with the rows.
 */
final class LogLines {

    private final ZoneId zone;
    private final Map<Key, Tally> tallies = new HashMap<>();
    private final Map<String, TreeSet<String>> readers = new TreeMap<>();
    private final Map<String, Long> calls = new TreeMap<>();
    private final Map<String, TreeSet<String>> receivers = new TreeMap<>();

    LogLines(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * What one person did in one way on one day.
     *
     * @param who empty for what the computer did by itself
     * @param times how many rows that were
     * @param bytes of all of them together
     */
    record Line(
            LocalDate day,
            Optional<String> who,
            LogSentence sentence,
            long times,
            long bytes,
            Instant first,
            Instant last) {

        boolean isOfSameDayAndPersonAs(Line other) {
            return day.equals(other.day) && who.equals(other.who);
        }
    }

    void add(AuditRow row) {
        LogSentence sentence = LogSentence.of(row);
        Key key = new Key(LocalDate.ofInstant(row.getAt(), zone), row.getActor().map(Actor::name), sentence);
        tallies.computeIfAbsent(key, none -> new Tally(row.getAt())).add(row);
        if (row.getKind() == AuditKind.ENGINE_CALL_INTENT) {
            readers.computeIfAbsent(row.getEngine(), none -> new TreeSet<>()).add(row.getEngineVersion());
            calls.merge(row.getEngine(), 1L, Long::sum);
        }
        if (row.getRecipient() != null && row.getEngine() != null) {
            receivers.computeIfAbsent(row.getEngine(), none -> new TreeSet<>()).add(row.getRecipient());
        }
    }

    /** By day, then by person, then as they began. */
    List<Line> of(ReportSection section) {
        return tallies.entrySet().stream()
                .filter(entry -> entry.getKey().sentence().section() == section)
                .map(entry -> entry.getValue().line(entry.getKey()))
                .sorted(Comparator.comparing(Line::day)
                        .thenComparing(line -> line.who().orElse(""))
                        .thenComparing(Line::first)
                        .thenComparing(line -> line.sentence().toString()))
                .toList();
    }

    /** The engines that read this record, each with the versions that did. */
    Map<String, TreeSet<String>> readers() {
        return readers;
    }

    /** How often an engine was called on this record, or was about to be. */
    long calls(String engine) {
        return calls.getOrDefault(engine, 0L);
    }

    /** The engines that something went to, each with who received it. */
    Map<String, TreeSet<String>> receivers() {
        return receivers;
    }

    private record Key(LocalDate day, Optional<String> who, LogSentence sentence) {}

    private static final class Tally {
        private Instant first;
        private Instant last;
        private long times;
        private long bytes;

        Tally(Instant at) {
            this.first = at;
            this.last = at;
        }

        void add(AuditRow row) {
            first = row.getAt().isBefore(first) ? row.getAt() : first;
            last = row.getAt().isAfter(last) ? row.getAt() : last;
            times++;
            bytes += row.getBytes() == null ? 0 : row.getBytes();
        }

        Line line(Key key) {
            return new Line(key.day(), key.who(), key.sentence(), times, bytes, first, last);
        }
    }
}
