/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.egress.OutsideEndpoint;
import org.openmrs.module.aisupport.egress.OutsideEngineSetup;
import org.openmrs.module.aisupport.egress.OutsideLines;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.PersonalData;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.snapshot.FakeChart;
import org.openmrs.module.aisupport.snapshot.Snapshot;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.House;

/** A patient is told what an engine could read when it read, and not what it is set up to read by now. */
@Tag("A3")
@Timeout(180)
class EnginesInTheReportTest {

    private static final String CREATININE = "Measurements and test results: Serum creatinine";
    private static final String NOTES = "Notes that your GP wrote about you";
    private static final String HOST = "127.0.0.1:9";

    private final House house = new House(Map.of(OutsideLines.HOSTS, "inside:" + HOST));
    private final PatientRef patient = house.patients.add();

    @BeforeEach
    void prepare() {
        Database.execute("delete from aisupport_outside_engine");
        house.chart.concept(1, "CIEL", "790", "µmol/L").concept(2, "CIEL", "162169");
        house.grant(patient);
    }

    @AfterEach
    void close() {
        house.pool.close();
        house.outsideLines.close();
        Database.execute("delete from aisupport_outside_engine");
    }

    private String text() {
        return ReportReading.text(house, patient, "en");
    }

    /** As it was before the module kept what an engine could read. */
    private void forgetWhatWasRead() {
        Database.execute("update aisupport_run_part set readable_json = null");
    }

    /** Calls of an engine as the audit has them. */
    private void sent(String engine) {
        house.audit.recordAlone(AuditEntry.of(AuditKind.ENGINE_CALL_INTENT)
                .patient(patient)
                .engine(engine, "1")
                .payload("hash", 17, HOST));
    }

    private void setUp(String engine, boolean inUse) {
        house.outsideEngines.add(new OutsideEngineSetup(
                engine,
                "Kidney watch",
                "A university",
                false,
                "Denmark",
                "30 days",
                new OutsideEndpoint(OutsideEndpoint.Protocol.CHAT, "http://" + HOST + "/v1", "", "", "small:7b"),
                Set.of("creatinine"),
                true,
                false,
                false));
        if (inUse) {
            Database.execute("update aisupport_outside_engine set described = 'small:7b', enabled = true");
        }
    }

    /** One rule that reads notes, which a site can switch off. */
    private record NoteReader(boolean off) implements SuggestionEngine {
        @Override
        public EngineCard card() {
            Set<String> notes = Set.of("encounter-note");
            EngineCard.RuleCard rule = new EngineCard.RuleCard(
                    "rule",
                    "1",
                    Optional.empty(),
                    Optional.empty(),
                    "Rule",
                    "",
                    "",
                    "",
                    LocalDate.EPOCH,
                    LocalDate.EPOCH,
                    Set.of(PersonalData.LANGUAGE),
                    notes,
                    notes,
                    off);
            return new EngineCard(
                    "note-reader",
                    "Reader of notes",
                    "1",
                    Optional.empty(),
                    "Tests",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    off ? Set.of() : notes,
                    List.of(rule));
        }

        @Override
        public EngineAnswer suggest(Snapshot snapshot) {
            return new EngineAnswer(List.of(), List.of(), List.of());
        }
    }

    @Test
    void trust20_what_an_engine_could_read_then_is_told_whatever_is_switched_off_since() {
        house.engine.reads("creatinine");
        house.switchedOn.add(new NoteReader(false));
        house.runToTheEnd(patient);
        house.engine.reads();
        house.switchedOn.set(0, new NoteReader(true));
        house.runToTheEnd(patient);

        assertThat(text())
                .contains("It was this, and nothing else:", CREATININE, NOTES)
                .contains("It could read the notes", "It could not read the notes")
                .contains("About you as a person: language, sex, age")
                .doesNotContain("was not written down each time");
    }

    @Test
    void trust11_what_the_patient_left_out_is_not_told_as_read() {
        house.chart.set(9, 1);
        house.settings.set(Setting.CONSENT_SENSITIVE_CONCEPTS, FakeChart.uuidOf(9));
        house.engine.reads("creatinine", "encounter-note");
        house.runToTheEnd(patient);

        assertThat(text()).contains("It could not read the notes").doesNotContain(NOTES);
    }

    @Test
    void trust20_for_calls_from_before_that_was_kept_all_is_told_that_it_may_be_set_up_to_read_and_nothing_is_denied() {
        house.engine.reads("creatinine");
        house.switchedOn.add(new NoteReader(false));
        house.runToTheEnd(patient);
        forgetWhatWasRead();
        house.switchedOn.set(0, new NoteReader(true));

        assertThat(text())
                .contains("was not written down each time", CREATININE, NOTES)
                .contains("About you as a person: language, sex, age")
                .doesNotContain("nothing else", "could not read the notes");
    }

    @Test
    void trust20_a_broken_mapping_costs_the_names_and_no_report() {
        setUp("kidney", true);
        house.engine.reads("creatinine", "encounter-note");
        house.runToTheEnd(patient);
        sent("kidney");
        house.settings.set(Setting.MAPPING_FILE, "there-is-none.json");

        assertThat(text())
                .contains("Measurements and test results: creatinine", NOTES, "It could read the notes")
                .contains("Kidney watch", "Who receives data: " + HOST + ". Where: Denmark.");
        forgetWhatWasRead();
        assertThat(text())
                .contains("creatinine", "encounter-note")
                .doesNotContain("Measurements and test results: ", "could not read the notes");
    }

    @Test
    void trust07_an_engine_outside_that_is_switched_off_or_stopped_is_told_with_country_and_time() {
        setUp("off-now", false);
        sent("off-now");

        assertThat(text())
                .contains("Kidney watch", "Made by: A university", "It is switched off here now.")
                .contains("Who receives data: " + HOST + ". Where: Denmark. How long it is kept there: 30 days.")
                .doesNotContain("no longer known here", "was in the leaflet of that time");

        Database.execute("update aisupport_outside_engine set described = 'small:7b', enabled = true");
        assertThat(text()).doesNotContain("It is switched off here now.");
        house.settings.set(Setting.OUTSIDE_ENGINES, "false");
        assertThat(text()).contains("It is switched off here now.", "Where: Denmark.");
    }

    @Test
    void trust20_what_could_not_be_judged_or_was_not_used_and_that_an_engine_failed_is_told_once_with_how_often() {
        house.engine.reads("creatinine");
        house.chart
                .number(1, 90, house.clock.instant().minus(Duration.ofDays(1)))
                .number(1, 9_000_000, house.clock.instant().minus(Duration.ofDays(2)));
        house.engine.answers(new EngineAnswer(
                List.of(), List.of(new EngineAnswer.Unjudged("dose", "Metformin dose", List.of("eGFR"))), List.of()));
        house.runToTheEnd(patient);
        house.runToTheEnd(patient);
        house.engine.breaks(new IllegalStateException("broken"));
        house.runToTheEnd(patient);

        String told = text();

        assertThat(told)
                .contains("What AI could not judge, or did not use")
                .containsOnlyOnce("Could not be judged: Metformin dose. What it lacked: eGFR. (2 times, ")
                .containsOnlyOnce("About what is in your record: ")
                .containsOnlyOnce("It gave no answer. It could not look at this record. (once, ");
        house.withdraw(patient);
        assertThat(text()).doesNotContain("Metformin dose", "About what is in your record: ");
    }

    @Test
    void of_an_engine_that_nobody_knows_any_more_only_that_is_told() {
        house.audit.recordAlone(
                AuditEntry.of(AuditKind.ENGINE_CALL_INTENT).patient(patient).engine("long-gone", "3"));

        assertThat(text())
                .contains("long-gone", "This engine is no longer known here", "Versions that looked at your record: 3.")
                .doesNotContain("nothing else", "the notes");
    }
}
