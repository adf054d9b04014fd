/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.openmrs.module.aisupport.testing.Proposals.aProposal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditOutcome;
import org.openmrs.module.aisupport.audit.AuditQuery;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.audit.AuditServiceImpl;
import org.openmrs.module.aisupport.consent.ConsentCorrection;
import org.openmrs.module.aisupport.consent.ConsentDecision;
import org.openmrs.module.aisupport.consent.ConsentMethod;
import org.openmrs.module.aisupport.consent.ConsentMissingException;
import org.openmrs.module.aisupport.consent.ConsentRequest;
import org.openmrs.module.aisupport.consent.Giver;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.report.PatientReportService.Form;
import org.openmrs.module.aisupport.suggestion.DecisionOutcome;
import org.openmrs.module.aisupport.suggestion.DecisionRequest;
import org.openmrs.module.aisupport.suggestion.RunRequest;
import org.openmrs.module.aisupport.suggestion.SuggestionQuery;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.FakeOutsideEngine;
import org.openmrs.module.aisupport.testing.FakeUser;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.validation.NotFoundException;

/** Tell me: a report that a patient can read, and that leaves nothing out. */
@Tag("A3")
@Timeout(180)
class PatientReportTest {

    private final House house = new House();
    private final PatientRef patient = house.patients.add();

    @AfterEach
    void close() {
        house.pool.close();
    }

    private String suggested(String rule) {
        house.engine.proposes(aProposal(rule, "6.1", Proposal.Indicator.CRITICAL));
        house.runToTheEnd(patient);
        return house.suggestionsOf(patient).stream()
                .map(stored -> stored.suggestion())
                .filter(suggestion -> rule.equals(suggestion.getRule()))
                .findFirst()
                .orElseThrow()
                .getUuid();
    }

    private void decide(String suggestion, DecisionOutcome outcome, String text, String reason, String comment) {
        house.suggestions.decide(
                suggestion, new DecisionRequest(outcome, Optional.empty(), null, text, reason, comment, List.of()));
    }

    private String page() {
        return ReportReading.source(house, patient, "en");
    }

    private String text() {
        return ReportReading.text(page());
    }

    @Test
    void trust20_it_tells_what_was_said_read_sent_suggested_and_decided() {
        house.consent.record(new ConsentRequest(
                patient.uuid(),
                Purpose.OWN_CARE,
                ConsentDecision.GRANT,
                true,
                new Giver(Giver.Role.PROXY, "Zoé Ångström", "daughter"),
                ConsentMethod.WRITTEN,
                house.leafletVersion(Purpose.OWN_CARE),
                "en",
                null,
                null,
                "asked twice"));
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        house.chart
                .concept(1, "CIEL", "790", "µmol/L")
                .concept(2, "CIEL", "79651")
                .concept(3, "CIEL", "162169");
        house.engine.reads("creatinine", "metformin", "encounter-note");
        String kept = suggested("kept");
        decide(kept, DecisionOutcome.ACCEPTED, "my own words", null, null);
        house.suggestions.undo(kept);
        decide(kept, DecisionOutcome.REJECTED, null, "patient-refuses", "not today & <never>");
        house.outside.proposes(aProposal("elsewhere"));
        house.awaitEnd(
                house.suggestions.request(new RunRequest(patient.uuid(), null, null, List.of(FakeOutsideEngine.ID))));

        String told = text();

        assertThat(told)
                .contains("For Made Up, born in 1960")
                .contains("AI is only a support. Your GP decides")
                .contains("Zoé Ångström (daughter), on your behalf, said yes to “AI in this practice”.")
                .contains("In writing.", "Sensitive topics are included.", "Note: asked twice")
                .contains("You said yes to “A service outside the practice”.")
                .contains("Written down by Dr. Anna Friis.")
                .contains("After the leaflet, version " + house.leafletVersion(Purpose.OWN_CARE) + ", English.")
                .contains(
                        "Measurements and test results: ", "Medicines: ", "It could read the notes that your GP wrote")
                .contains("Let the engine fake 1 read your record.")
                .contains("It runs outside the practice. Who receives data: ai.example.org. Where: Denmark.")
                .contains("Let data from your record be sent to ai.example.org (engine outside 1). (")
                .contains("Look at kept", "Potassium is 6.1", "Potassium: 6.1 mmol/L (November 1, 2026)")
                .contains("Dr. Anna Friis accepted it in other words on ")
                .contains("In these words: “my own words”", "Taken back on ")
                .contains("Dr. Anna Friis rejected it on ", "Reason: You did not want it")
                .contains("Comment: “not today & <never>”")
                .contains("Look at elsewhere", "Your GP has not decided yet.")
                .contains("Looked at suggestions about you.")
                .doesNotContain("null");
    }

    @Test
    void trust15_each_suggestion_says_that_it_is_ai_and_only_a_support_on_screen_and_in_print() {
        house.grant(patient);
        suggested("first");
        suggested("second");
        String label = "AI suggestion – support only. Your GP decides.";

        assertThat(text().split(label, -1)).hasSize(1 + 1 + 2);
        assertThat(ReportReading.text(ReportReading.pdf(house, patient, "en"))).contains(label);
    }

    @ParameterizedTest
    @EnumSource(AuditKind.class)
    void trust20_whatever_is_in_the_audit_is_told(AuditKind kind) {
        for (AuditOutcome outcome : AuditOutcome.values()) {
            for (String recipient : new String[] {null, "ai.example.org"}) {
                AuditEntry entry = AuditEntry.of(kind)
                        .outcome(outcome)
                        .patient(patient)
                        .purpose("own-care")
                        .engine("an-engine", "7");
                house.audit.recordAlone(recipient == null ? entry : entry.payload("hash", 17, recipient));
            }
        }

        String page = page();

        assertThat(ReportReading.told(page)).isEqualTo(AuditOutcome.values().length * 2 + 1);
        assertThat(ReportReading.log(page))
                .hasSize(AuditOutcome.values().length * 2 + 1)
                .noneMatch(line -> line.what().isBlank() || line.who().isBlank());
    }

    @Test
    void trust20_ten_thousand_events_are_lines_that_can_be_read_and_none_is_lost() throws IOException {
        Random random = new Random(20);
        AuditKind[] kinds = AuditKind.values();
        long start = Instant.parse("2025-01-01T08:00:00Z").toEpochMilli() * 1000;
        for (int batch = 0; batch < 10; batch++) {
            Database.execute(
                    "insert into aisupport_audit (uuid, at_micros, kind, outcome, actor_id, actor_uuid, actor_name,"
                            + " patient_id, patient_uuid, engine, engine_version, detail) values "
                            + IntStream.range(0, 1000)
                                    .mapToObj(each -> "('" + UUID.randomUUID() + "', "
                                            + (start
                                                    + random.nextInt(60) * 86_400_000_000L
                                                    + random.nextInt(30_000) * 1_000_000L)
                                            + ", '" + kinds[random.nextInt(kinds.length)]
                                            + "', 'DONE', 11, 'doctor-uuid',"
                                            + " 'Dr. Anna Friis', " + patient.id() + ", '" + patient.uuid()
                                            + "', 'an-engine', '7', '" + each + " shown')")
                                    .collect(Collectors.joining(", ")));
        }

        String page = page();
        byte[] pdf = ReportReading.pdf(house, patient, "en");

        assertThat(ReportReading.told(page)).isEqualTo(10_001);
        assertThat(page.length()).isLessThan(1_000_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(ReportReading.text(pdf)).contains("1 / " + document.getNumberOfPages());
        }
        assertThat(pdf.length).isLessThan(8_000_000);
    }

    @Test
    void trust20_what_was_erased_with_a_withdrawal_is_told_without_its_text_and_the_report_is_made_all_the_same() {
        house.grant(patient);
        suggested("gone");
        house.withdraw(patient);
        assertThatThrownBy(() -> house.run(patient)).isInstanceOf(ConsentMissingException.class);

        assertThat(text())
                .contains("You took back your yes.", "The yes to “AI in this practice” was taken back.")
                .contains("The text was erased", "It was taken away, since a yes ended")
                .contains("AI was not allowed to work for “AI in this practice”. You took back your yes.")
                .doesNotContain("Look at gone", "Potassium is");
    }

    @Test
    void trust20_a_yes_that_counts_for_nothing_alone_is_told_as_the_yes_that_it_is() {
        house.grant(patient);
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        house.withdraw(patient);

        assertThat(text())
                .contains("Yes. It counts only together with a yes to “AI in this practice”, and there is none now.")
                .containsOnlyOnce("No. You took back your yes.");
    }

    @Test
    void trust20_a_no_that_nobody_said_has_no_day_that_was_the_day_of_the_yes() {
        house.grant(patient, Purpose.QUALITY);
        house.patients.die(patient);

        assertThat(ReportReading.now(page(), "Statistics about the support"))
                .containsExactly("No. The patient has died.", "–", "–");
    }

    @Test
    void trust20_an_entry_that_was_a_mistake_is_told_and_marked() {
        String wrong = house.grant(patient).event().getUuid();
        house.consent.correct(new ConsentCorrection(patient.uuid(), Purpose.OWN_CARE, wrong, "the other Made Up"));

        assertThat(text())
                .contains("Later marked as a mistake.")
                .contains("An entry about “AI in this practice” was a mistake.", "Note: the other Made Up");
    }

    @Test
    void trust20_records_that_were_joined_belong_to_it_and_another_patients_do_not() {
        PatientRef loser = house.patients.add();
        PatientRef stranger = house.patients.add();
        for (PatientRef each : List.of(loser, stranger)) {
            house.user.become(each == loser ? FakeUser.COLLEAGUE : FakeUser.ADMINISTRATOR);
            house.grant(each);
        }
        house.user.become(FakeUser.DOCTOR);
        house.patients.merge(loser, patient, house.clock.instant());

        assertThat(text())
                .contains("other records of yours that were joined with this one: 1.")
                .contains("Said for another record of yours", "Written down by Dr. Bo Lund.")
                .doesNotContain("Super User");
    }

    @Test
    void trust20_records_that_were_joined_through_many_others_belong_to_it_too() {
        PatientRef deepest = house.patients.add();
        house.user.become(FakeUser.COLLEAGUE);
        house.grant(deepest);
        house.user.become(FakeUser.DOCTOR);
        PatientRef last = deepest;
        for (int i = 0; i < 7; i++) {
            PatientRef next = i == 6 ? patient : house.patients.add();
            house.patients.merge(last, next, house.clock.instant());
            last = next;
        }
        house.patients.merge(
                patient, deepest, house.clock.instant()); // nobody's chain goes round in circles, but a log can
        Database.execute("update patient set voided = false where patient_id = ?", patient.id());

        assertThat(text())
                .contains("other records of yours that were joined with this one: 7.")
                .contains("Said for another record of yours", "Written down by Dr. Bo Lund.");
    }

    @Test
    void trust20_asked_for_by_a_record_that_was_joined_with_another_it_is_that_ones() {
        PatientRef loser = house.patients.add();
        PatientRef between = house.patients.add();
        house.grant(loser);
        house.patients.merge(loser, between, house.clock.instant());
        house.patients.merge(between, patient, house.clock.instant());

        String asked = ReportReading.text(house, loser, "en");

        assertThat(asked)
                .contains("joined with this one: 2.", "Said for another record of yours")
                .doesNotContain("This record was closed.");
        assertThat(house.auditOf(patient)).extracting(AuditRow::getKind).containsExactly(AuditKind.PATIENT_REPORT_MADE);
    }

    @Test
    void trust20_a_record_that_was_closed_still_tells_what_was_done_with_it_and_that_it_is_closed() {
        house.grant(patient);
        suggested("before");
        house.patients.close(patient);

        assertThat(text())
                .contains("This record was closed.", "For Made Up, born in 1960", "Look at before")
                .contains("No. The record is closed.");
    }

    @Test
    void trust21_who_read_or_copied_the_log_of_everybody_is_told_too_since_it_holds_something_of_the_patient() {
        house.user.become(FakeUser.ADMINISTRATOR);
        readEverything();
        house.grant(patient);
        house.user.become(FakeUser.COLLEAGUE);
        readEverything();
        house.audit.recordAlone(AuditEntry.of(AuditKind.AUDIT_EXPORTED));
        house.user.become(FakeUser.DOCTOR);

        assertThat(ReportReading.log(page()))
                .filteredOn(line -> line.what().contains("all patients"))
                .extracting(ReportReading.Line::what, ReportReading.Line::who)
                .containsExactlyInAnyOrder(
                        tuple("Read the log of all patients.", "Dr. Bo Lund"),
                        tuple("Took a copy of the whole log, of all patients.", "Dr. Bo Lund"));
    }

    private void readEverything() {
        house.inTransaction(() -> new AuditServiceImpl(house.audit)
                .read(new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(), 0, 10)));
    }

    @Test
    void trust21_who_read_the_audit_or_made_a_report_before_is_told() {
        house.user.become(FakeUser.ADMINISTRATOR);
        house.inTransaction(() -> new AuditServiceImpl(house.audit)
                .read(new AuditQuery(Optional.of(patient.uuid()), Optional.empty(), Optional.empty(), 0, 10)));
        house.user.become(FakeUser.COLLEAGUE);
        ReportReading.pdf(house, patient, "da");
        house.user.become(FakeUser.DOCTOR);

        List<ReportReading.Line> log = ReportReading.log(page());

        assertThat(log)
                .anyMatch(line -> line.who().equals("Super User") && line.what().equals("Read the log about you."))
                .anyMatch(line ->
                        line.who().equals("Dr. Bo Lund") && line.what().equals("Asked for a report like this one."))
                .anyMatch(line ->
                        line.who().equals("Dr. Anna Friis") && line.what().equals("Asked for a report like this one."));
        assertThat(house.auditOf(patient)).last().satisfies(row -> {
            assertThat(row.getKind()).isEqualTo(AuditKind.PATIENT_REPORT_MADE);
            assertThat(row.getDetail()).isEqualTo("html en");
        });
    }

    @Test
    void trust21_a_screen_that_only_counted_is_not_told_as_somebody_who_looked() {
        house.grant(patient);
        house.engine.proposes(aProposal("counted"));
        house.runToTheEnd(patient);
        house.suggestions.suggestions(
                new SuggestionQuery(patient.uuid(), Optional.empty(), Optional.empty(), true, 0, 100));

        assertThat(text())
                .contains("Had a screen open that counted suggestions about you. It showed none of them.")
                .doesNotContain("Looked at suggestions about you.");
    }

    @Test
    void a_report_for_nobody_is_refused_and_leaves_no_row() {
        String nobody = UUID.randomUUID().toString();

        assertThatThrownBy(() -> house.report.make(nobody, Optional.empty(), Form.PDF))
                .isInstanceOf(NotFoundException.class);
        assertThat(house.auditOf(new PatientRef(0, nobody))).isEmpty();
    }

    @Test
    void who_never_had_to_do_with_ai_is_told_so() {
        assertThat(text())
                .contains("Nothing is written down about what you said.", "AI has not read your record.")
                .contains("Nothing about you was sent out of the practice.", "AI has made no suggestion about you.")
                .contains("You have not been asked.");
    }

    @Test
    void what_a_gp_typed_is_printed_as_typed_and_nothing_is_fetched_for_it() throws IOException {
        house.grant(patient);
        try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/x.png";
            String typed = "<img src=\"" + address + "\"/><script>alert(1)</script> a < b && 'c' ]]> &lt; {0}";
            decide(suggested("typed"), DecisionOutcome.REJECTED, null, "patient-refuses", typed);

            String page = page();
            byte[] pdf = ReportReading.pdf(house, patient, "en");

            assertThat(ReportReading.text(page)).contains("Comment: “" + typed + "”");
            assertThat(ReportReading.count(page, "img") + ReportReading.count(page, "script"))
                    .isZero();
            assertThat(ReportReading.text(pdf).replace(" ", "")).contains(typed.replace(" ", ""));
            elsewhere.setSoTimeout(1);
            assertThatThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void the_print_is_a4_with_its_own_fonts_and_tags_for_screen_readers() throws IOException {
        house.grant(patient);
        suggested("one");

        try (PDDocument document = Loader.loadPDF(ReportReading.pdf(house, patient, "fr"))) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).startsWith("fr");
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            for (PDPage page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isBetween(595f, 596f);
                assertThat(page.getMediaBox().getHeight()).isBetween(841f, 843f);
                for (COSName font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da", "es", "fr", "pt"})
    void trust20_every_decision_is_in_print_in_each_language(String language) {
        house.grant(patient);
        for (int i = 0; i < 5; i++) {
            String suggestion = suggested("rule-" + i);
            decide(
                    suggestion,
                    i % 2 == 0 ? DecisionOutcome.REJECTED : DecisionOutcome.ACCEPTED,
                    null,
                    i % 2 == 0 ? "patient-refuses" : null,
                    "comment-number-" + i);
        }
        ReportWords words = new ReportWords(Locale.forLanguageTag(language), house.clock.getZone());

        String printed = ReportReading.text(ReportReading.pdf(house, patient, language));

        for (int i = 0; i < 5; i++) {
            assertThat(printed).contains("Look at rule-" + i, "comment-number-" + i);
        }
        assertThat(printed).contains(words.of("title"), words.of("reason.DECLINED"), "Dr. Anna Friis");
        assertThat(printed.split(words.of("decision.comment", "comment"), -1).length)
                .isLessThanOrEqualTo(6);
    }

    @Test
    void another_language_than_the_five_is_answered_in_english() {
        assertThat(ReportReading.text(house, patient, "tlh")).contains("What AI did with your record");
    }

    @Test
    void its_file_tells_nobody_whose_it_is() {
        assertThat(house.report.make(patient.uuid(), Optional.empty(), Form.PDF).fileName())
                .matches("ai-report-\\d{4}-\\d\\d-\\d\\d\\.pdf");
    }
}
