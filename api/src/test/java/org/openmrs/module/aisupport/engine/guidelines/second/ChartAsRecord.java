/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.openmrs.module.aisupport.consent.PermitFixture;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.platform.PatientRecord;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Patients;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.ConceptMappings;
import org.openmrs.module.aisupport.snapshot.FakeChart;
import org.openmrs.module.aisupport.snapshot.SensitiveTopics;
import org.openmrs.module.aisupport.snapshot.Snapshot;
import org.openmrs.module.aisupport.snapshot.SnapshotBuilder;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;
import org.openmrs.module.aisupport.testing.FakeSettings;

/** Writes a chart into a record, has the module's builder and mapping read it, and asks the module's engine. */
final class ChartAsRecord {

    private static final int PREGNANCY_STATUS = 700;
    private static final int YES = 701;
    private static final int NO = 702;
    private static final int ITEM_NINE = 710;
    private static final int SMOKING_STATUS = 720;

    /** From not at all to nearly every day. */
    private static final List<String> ITEM_NINE_ANSWERS = List.of("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9");

    private static final Map<Practice, SuggestionEngine> ENGINES = new ConcurrentHashMap<>();
    private static final ConceptMappings MAPPINGS = new ConceptMappings(new FakeSettings(), () -> Path.of("none"));
    private static final PatientRef PATIENT = new PatientRef(1, "5f1b8a52-0000-4000-8000-000000000001");

    private final FakeChart record = new FakeChart();
    private final Chart chart;
    private final Hidden hidden;
    private final SuggestionEngine engine;

    ChartAsRecord(Chart chart) {
        this(chart, Hidden.NOTHING);
    }

    ChartAsRecord(Chart chart, Hidden hidden) {
        this.chart = chart;
        this.hidden = hidden;
        this.engine = engine(chart.practice());
        defineConcepts();
        defineSmoking();
        writeDown();
    }

    /** What is true of somebody, but can't be read of the record. */
    record Hidden(
            boolean sex,
            boolean birthdate,
            boolean pregnancyStatus,
            boolean itemNine,
            boolean smoking,
            Set<Lab> labs,
            Set<Group> drugs,
            Set<Illness.Group> illnesses) {
        static final Hidden NOTHING = new Hidden(false, false, false, false, false, Set.of(), Set.of(), Set.of());
    }

    /** Those of the module, except what nobody has read a second time yet. */
    static Set<String> rules() {
        Set<String> ids = new HashSet<>();
        engine(Practice.THAT_CHOSE_NOTHING).card().rules().forEach(rule -> ids.add(rule.id()));
        ids.removeAll(SecondReading.STILL_TO_READ);
        return ids;
    }

    private static SuggestionEngine engine(Practice practice) {
        return ENGINES.computeIfAbsent(practice, Practice::engine);
    }

    /** By rule, in the order of their ids. */
    Map<String, Said> whatTheModuleSays() {
        EngineAnswer answer = engine.suggest(snapshot());
        if (!answer.failures().isEmpty()) {
            throw new AssertionError("A rule broke: " + answer.failures());
        }
        Map<String, Said> said = new TreeMap<>();
        rules().forEach(rule -> said.put(rule, Said.NOTHING));
        answer.missing().forEach(missing -> said.put(missing.rule(), Said.CANT_TELL));
        answer.proposals()
                .forEach(proposal -> said.put(
                        proposal.rule(), Said.valueOf(proposal.indicator().name())));
        said.keySet().retainAll(rules());
        return said;
    }

    /** In its first line, where a rule suggests something. */
    Optional<String> summary(String rule) {
        return engine.suggest(snapshot()).proposals().stream()
                .filter(proposal -> proposal.rule().equals(rule))
                .map(Proposal::summary)
                .findFirst();
    }

    Snapshot snapshot() {
        SensitiveTopics nothingIsSensitive = new SensitiveTopics(new FakeSettings(), record);
        Clock clock = Clock.fixed(SnapshotFixture.NOW, ZoneOffset.UTC);
        return new SnapshotBuilder(new OnePatient(), record, MAPPINGS, nothingIsSensitive, clock)
                .build(
                        PermitFixture.permit(PATIENT, false, SnapshotFixture.NOW),
                        engine.card().inputs());
    }

    private void defineConcepts() {
        for (Lab lab : Lab.values()) {
            if (!hidden.labs().contains(lab)) {
                record.concept(lab.concept(), lab.source, lab.code, lab.unit);
            }
        }
        for (Drug drug : Drug.values()) {
            if (drug.groups.stream().noneMatch(hidden.drugs()::contains)) {
                record.concept(drug.concept(), "WHOATC", drug.atc);
            }
        }
        for (Illness illness : Illness.values()) {
            if (illness.groups.stream().noneMatch(hidden.illnesses()::contains)) {
                record.concept(illness.concept(), illness.source, illness.code);
            }
        }
        if (!hidden.pregnancyStatus()) {
            record.concept(PREGNANCY_STATUS, "CIEL", "5272")
                    .concept(YES, "CIEL", "1065")
                    .concept(NO, "CIEL", "1066");
        }
        if (!hidden.itemNine()) {
            record.concept(ITEM_NINE, "LOINC", "44260-8");
            for (int points = 0; points < ITEM_NINE_ANSWERS.size(); points++) {
                record.concept(itemNineAnswer(points), "LOINC", ITEM_NINE_ANSWERS.get(points));
            }
        }
    }

    private void defineSmoking() {
        if (!hidden.smoking()) {
            record.concept(SMOKING_STATUS, "LOINC", "72166-2");
            for (Smoking answer : Smoking.values()) {
                record.concept(smokingAnswer(answer), "LOINC", answer.code);
            }
        }
    }

    private static int smokingAnswer(Smoking answer) {
        return SMOKING_STATUS + 1 + answer.ordinal();
    }

    private static int itemNineAnswer(int points) {
        return ITEM_NINE + 1 + points;
    }

    private void writeDown() {
        chart.results()
                .forEach(result ->
                        record.numberDuring(encounter(result), result.lab().concept(), result.value(), result.at()));
        chart.orders()
                .forEach(order -> record.order(
                        order.drug().concept(),
                        Chart.at(order.startedDaysAgo()),
                        order.endedDaysAgo().map(Chart::at).orElse(null)));
        chart.problems()
                .forEach(problem -> record.condition(
                        problem.illness().concept(), problem.active(), Chart.at(problem.sinceDaysAgo())));
        chart.pregnancyNotes()
                .forEach(note -> record.answer(PREGNANCY_STATUS, note.pregnant() ? YES : NO, Chart.at(note.daysAgo())));
        chart.itemNine()
                .forEach(item -> record.answer(ITEM_NINE, itemNineAnswer(item.points()), Chart.at(item.daysAgo())));
        chart.smoking()
                .forEach(answer ->
                        record.answer(SMOKING_STATUS, smokingAnswer(answer.said()), Chart.at(answer.daysAgo())));
    }

    /** Whoever comes does so once on a day. */
    private static String encounter(Chart.Result result) {
        return "encounter-" + result.day();
    }

    private final class OnePatient implements Patients {
        @Override
        public Optional<PatientRecord> byId(int id) {
            Sex sex = hidden.sex() ? Sex.UNKNOWN : chart.sex();
            Optional<LocalDate> born = Optional.of(chart.born()).filter(date -> !hidden.birthdate());
            return Optional.of(new PatientRecord(PATIENT, "Made Up", sex, born, false));
        }

        @Override
        public Optional<PatientRecord> byUuid(String uuid) {
            return byId(PATIENT.id());
        }

        @Override
        public Optional<PatientRecord> byUuidEvenVoided(String uuid) {
            return byUuid(uuid);
        }

        @Override
        public Optional<PatientRef> findEvenVoided(String uuid) {
            return Optional.of(PATIENT);
        }

        @Override
        public boolean isMergedAway(PatientRef patient) {
            return false;
        }

        @Override
        public Map<Integer, String> names(Collection<Integer> ids) {
            return Map.of();
        }

        @Override
        public boolean hasEncounter(PatientRef patient, String encounterUuid) {
            return true;
        }

        @Override
        public boolean hasVisit(PatientRef patient, String visitUuid) {
            return true;
        }
    }
}
