/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openmrs.module.aisupport.consent.ConsentDecision;
import org.openmrs.module.aisupport.consent.PermittedPatients;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.engine.EngineRegistry;
import org.openmrs.module.aisupport.engine.EngineSource;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.snapshot.ConceptMappings;
import org.openmrs.module.aisupport.snapshot.FakeChart;
import org.openmrs.module.aisupport.snapshot.SensitiveInputs;
import org.openmrs.module.aisupport.snapshot.SensitiveTopics;
import org.openmrs.module.aisupport.suggestion.ReviewTime;
import org.openmrs.module.aisupport.testing.House;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A practice whose patients said yes to being counted, and ten weeks in which things happened since. */
final class StatisticsScene implements AutoCloseable {

    static final int WEEKS = 10;

    final House house = new House();
    final FakeChart dictionary = new FakeChart();
    final List<SuggestionEngine> engines = new ArrayList<>();
    final List<PatientRef> patients = new ArrayList<>();
    final Week first = Week.of(house.clock.instant()).next();
    private final StatisticsService service;

    StatisticsScene(int patients) {
        IntStream.range(0, patients).forEach(place -> this.patients.add(counted()));
        house.clock.advance(Duration.between(house.clock.instant(), start(WEEKS).plus(Duration.ofHours(30))));
        EngineSource source = () -> List.copyOf(engines);
        service = new StatisticsServiceImpl(
                new CountedRules(
                        new EngineRegistry(new StaticListableBeanFactory(Map.of("engines", source))),
                        new SensitiveInputs(
                                new ConceptMappings(house.settings, () -> Path.of("none")),
                                new SensitiveTopics(house.settings, dictionary),
                                dictionary)),
                new PermittedPatients(house.leaflets, house.settings, house.clock),
                new WeeklyCounts(House.sessions()),
                new DecisionTimes(House.sessions()),
                new Consultations(House.sessions()),
                new ReviewTime(house.settings),
                house.audit,
                house.clock);
    }

    PatientRef counted() {
        PatientRef patient = house.patients.add();
        house.grant(patient, Purpose.QUALITY);
        return patient;
    }

    /** Monday's first moment. */
    Instant start(int week) {
        return monday(week).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Instant day(int week, int day) {
        return start(week).plus(Duration.ofDays(day)).plus(Duration.ofHours(9));
    }

    LocalDate monday(int week) {
        return first.monday().plusWeeks(week);
    }

    LocalDate sunday(int week) {
        return monday(week).plusDays(6);
    }

    Statistics read(StatisticsQuery query) {
        return house.inTransaction(() -> service.read(query));
    }

    Statistics read(String engine) {
        return read(new StatisticsQuery(Optional.empty(), Optional.empty(), Optional.of(engine), Optional.empty()));
    }

    Statistics read(String engine, LocalDate from, LocalDate to) {
        return read(new StatisticsQuery(
                Optional.ofNullable(from), Optional.ofNullable(to), Optional.of(engine), Optional.empty()));
    }

    Optional<Statistics.Told> told(String engine, String rule) {
        return rule(read(engine), rule).told();
    }

    static Statistics.Rule rule(Statistics statistics, String rule) {
        return statistics.rules().stream()
                .filter(one -> one.key().rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    /** So that nothing of here is counted in another test. */
    @Override
    public void close() {
        patients.forEach(patient -> house.say(patient, Purpose.QUALITY, ConsentDecision.WITHDRAW));
    }
}
