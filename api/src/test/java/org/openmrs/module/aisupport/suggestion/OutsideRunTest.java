/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.aisupport.testing.Proposals.aProposal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.consent.ConsentDecision;
import org.openmrs.module.aisupport.consent.ConsentMissingException;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.egress.ExpiredPayloads;
import org.openmrs.module.aisupport.egress.PayloadCipher;
import org.openmrs.module.aisupport.egress.SentPayloads;
import org.openmrs.module.aisupport.persistence.Sha256;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.FakeOutsideEngine;
import org.openmrs.module.aisupport.testing.House;

/** Nothing leaves the practice that the patient has not permitted, and nothing unseen (C1, E6, A1). */
@Tag("E3")
class OutsideRunTest {

    private final House house = new House();
    private final PatientRef patient = house.patients.add();

    @BeforeEach
    void prepare() {
        house.outside.proposes(aProposal("potassium"));
        house.grant(patient);
    }

    @AfterEach
    void close() {
        house.pool.close();
    }

    private RunReport ask() {
        return house.suggestions.request(new RunRequest(patient.uuid(), null, null, List.of(FakeOutsideEngine.ID)));
    }

    private RunReport askToTheEnd() {
        return house.awaitEnd(ask());
    }

    private AuditRow intent() {
        return house.auditOf(patient).stream()
                .filter(row -> row.getKind() == AuditKind.ENGINE_CALL_INTENT)
                .findFirst()
                .orElseThrow();
    }

    private List<AuditKind> auditKinds() {
        return house.auditOf(patient).stream().map(AuditRow::getKind).toList();
    }

    @Test
    void trust07_nothing_leaves_by_itself() {
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);

        RunReport report = house.runToTheEnd(patient);

        assertThat(report.parts()).extracting(RunPart::getEngine).containsExactly("fake");
        assertThat(house.outside.sent()).isEmpty();
    }

    @Test
    @Tag("C1")
    void where_the_practice_lets_one_start_by_itself_it_is_asked_only_of_who_agreed() {
        house.outside.startsByItself();

        assertThat(house.runToTheEnd(patient).parts())
                .extracting(RunPart::getEngine)
                .containsExactly("fake");
        assertThat(house.outside.sent()).isEmpty();

        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        assertThat(house.runToTheEnd(patient).parts())
                .extracting(RunPart::getEngine)
                .containsExactlyInAnyOrder("fake", FakeOutsideEngine.ID);
        assertThat(house.outside.sent()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no key at all", "a=AAAA"})
    @Tag("E6")
    void what_can_not_be_kept_is_not_sent(String keys) {
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        if (keys.isEmpty()) {
            house.runtimeProperties.remove(PayloadCipher.PROPERTY);
        } else {
            house.runtimeProperties.put(PayloadCipher.PROPERTY, keys);
        }

        RunReport report = askToTheEnd();

        assertThat(house.outside.sent()).isEmpty();
        assertThat(report.parts()).singleElement().satisfies(part -> {
            assertThat(part.statusIn(report.status())).isEqualTo(RunStatus.FAILED);
            assertThat(part.getError()).startsWith("Nothing was sent");
        });
        assertThat(auditKinds()).contains(AuditKind.RESULT_DISCARDED).doesNotContain(AuditKind.ENGINE_CALL_INTENT);
    }

    @Test
    @Tag("C1")
    void trust03_a_yes_to_ai_in_the_practice_is_none_to_a_service_outside() {
        assertThatThrownBy(this::ask)
                .isInstanceOf(ConsentMissingException.class)
                .hasMessageContaining("external-processing");

        assertThat(house.outside.sent()).isEmpty();
    }

    @Test
    @Tag("C1")
    void trust03_a_yes_to_a_service_outside_is_worth_nothing_without_one_to_ai_in_the_practice() {
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        house.withdraw(patient);

        assertThatThrownBy(this::ask).isInstanceOf(ConsentMissingException.class);
        assertThat(house.outside.sent()).isEmpty();
    }

    @Test
    @Tag("C1")
    void trust08_a_company_is_sent_nothing_without_a_yes_to_companies() {
        house.outside.isACompanys();
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);

        assertThatThrownBy(this::ask)
                .isInstanceOf(ConsentMissingException.class)
                .hasMessageContaining("commercial");
        assertThat(house.outside.sent()).isEmpty();

        house.grant(patient, Purpose.COMMERCIAL);
        askToTheEnd();

        assertThat(house.outside.sent()).hasSize(1);
        assertThat(house.suggestionsOf(patient)).singleElement().satisfies(stored -> assertThat(
                        stored.suggestion().getPurpose())
                .isEqualTo("commercial"));
    }

    @Test
    @Tag("A1")
    void trust07_what_leaves_is_in_the_audit_before_it_goes_with_hash_size_and_recipient_and_can_be_shown()
            throws InterruptedException {
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        house.outside.holds();

        RunReport run = ask();
        house.outside.awaitCall();

        String sent = house.outside.sent().get(0);
        assertThat(intent()).satisfies(row -> {
            assertThat(row.getPayloadHash()).isEqualTo(Sha256.hex(sent));
            assertThat(row.getBytes()).isEqualTo(sent.getBytes(UTF_8).length);
            assertThat(row.getRecipient()).isEqualTo("ai.example.org");
            assertThat(row.getPurpose()).isEqualTo("external-processing");
        });
        assertThat(kept(run)).singleElement().satisfies(opened -> {
            assertThat(opened.payload().map(bytes -> new String(bytes, UTF_8))).contains(sent);
            assertThat(opened.sent().getRecipient()).isEqualTo("ai.example.org");
        });
        house.outside.release();
        assertThat(house.awaitEnd(run).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(house.suggestionsOf(patient)).hasSize(1);
    }

    private List<SentPayloads.Opened> kept(RunReport run) {
        return house.inTransaction(() -> house.sent.ofRun(run.run().getUuid()));
    }

    @Test
    void what_was_kept_is_not_in_the_database_in_clear_and_can_be_read_with_its_own_key_in_its_own_place_alone() {
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        RunReport run = askToTheEnd();
        String uuid = run.run().getUuid();

        assertThat(Database.texts(
                        "select cast(ciphertext as char) from aisupport_sent_payload where run_uuid = ?", uuid))
                .singleElement()
                .asString()
                .doesNotContain("parcel");

        house.runtimeProperties.put(
                "aisupport.egress.keys",
                House.A_KEY.replace("test=", "new=").replace("AAAA", "BBBB") + "," + House.A_KEY);
        assertThat(kept(run).get(0).payload()).as("an older key").isPresent();

        Database.execute("update aisupport_sent_payload set patient_uuid = uuid() where run_uuid = ?", uuid);
        assertThat(kept(run).get(0).payload()).as("in another's place").isEmpty();
    }

    @Test
    void what_was_kept_goes_when_its_time_is_over() {
        house.settings.set(Setting.EGRESS_KEEP_DAYS, "30");
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        RunReport run = askToTheEnd();
        assertThat(kept(run)).hasSize(1);

        house.clock.advance(Duration.ofDays(30));
        assertThat(kept(run)).isEmpty();
        new ExpiredPayloads(house.sent, house.transactions, house.clock).run(() -> false);
        assertThat(Database.texts(
                        "select count(*) from aisupport_sent_payload where run_uuid = ?",
                        run.run().getUuid()))
                .containsExactly("0");
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"OWN_CARE", "EXTERNAL_PROCESSING", "COMMERCIAL"})
    @Tag("C5")
    void trust06_an_answer_from_outside_is_discarded_whichever_yes_it_rested_on_has_ended(Purpose ended)
            throws InterruptedException {
        house.outside.isACompanys();
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        house.grant(patient, Purpose.COMMERCIAL);
        house.outside.holds();
        RunReport run = ask();
        house.outside.awaitCall();

        house.say(patient, ended, ConsentDecision.WITHDRAW);
        house.grant(patient, ended);
        house.outside.release();
        house.awaitEnd(run);

        assertThat(house.suggestionsOf(patient)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"OWN_CARE", "EXTERNAL_PROCESSING", "COMMERCIAL"})
    @Tag("C5")
    void trust05_undecided_suggestions_from_outside_go_whichever_yes_they_rested_on_has_ended(Purpose ended) {
        house.outside.isACompanys();
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        house.grant(patient, Purpose.COMMERCIAL);
        askToTheEnd();
        assertThat(house.suggestionsOf(patient)).hasSize(1);

        house.say(patient, ended, ConsentDecision.WITHDRAW);

        assertThat(house.suggestionsOf(patient)).noneMatch(stored -> stored.status() == SuggestionStatus.OPEN);
        assertThat(auditKinds()).contains(AuditKind.SUGGESTION_WITHDRAWN);
    }

    @Test
    @Tag("C5")
    void a_withdrawal_from_outside_leaves_what_the_practice_found_itself() {
        house.engine.proposes(aProposal("metformin"));
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        house.runToTheEnd(patient);
        askToTheEnd();

        house.say(patient, Purpose.EXTERNAL_PROCESSING, ConsentDecision.WITHDRAW);

        assertThat(house.suggestionsOf(patient).stream()
                        .filter(stored -> stored.status() == SuggestionStatus.OPEN)
                        .map(stored -> stored.suggestion().getEngine()))
                .containsExactly("fake");
        assertThat(Optional.of(house.outside.sent().size())).contains(1);
    }

    @Test
    @Tag("A1")
    void trust21_whoever_looks_at_what_was_sent_is_in_the_audit_and_a_run_that_sent_nothing_has_nothing_to_show() {
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        RunReport inside = house.runToTheEnd(patient);
        assertThat(house.suggestions.sent(inside.run().getUuid())).isEmpty();
        assertThat(auditKinds()).doesNotContain(AuditKind.SENT_VIEWED);

        RunReport outside = askToTheEnd();
        house.withdraw(patient);

        assertThat(house.suggestions.sent(outside.run().getUuid()))
                .as("after a withdrawal")
                .hasSize(1);
        assertThat(house.auditOf(patient)).last().satisfies(row -> {
            assertThat(row.getKind()).isEqualTo(AuditKind.SENT_VIEWED);
            assertThat(row.getRunUuid()).isEqualTo(outside.run().getUuid());
        });
    }
}
