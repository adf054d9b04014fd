/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.platform.Gauges;

/** What an administrator reads on the status page. */
@Tag("A2")
@Tag("O2")
class SealHealthTest {

    private static SealedHouse before;
    private SealedHouse house;

    @BeforeAll
    static void open() {
        before = SealedHouse.on("seal_health");
    }

    @BeforeEach
    void aSealedLog() {
        before.startAnew();
        house = before.restarted();
        house.write(3);
        house.seal();
    }

    private SealHealth.State state() {
        return house.transactions.alone(house.health::state);
    }

    private void isWrong(String... words) {
        assertThat(state().well()).isFalse();
        assertThat(state().words()).contains(words);
    }

    @Test
    void while_all_is_well_it_says_how_many_are_sealed_and_when_they_were_verified() {
        assertThat(state()).isEqualTo(new SealHealth.State(true, "3 rows sealed. Not verified yet."));

        house.verified(Optional.empty());

        assertThat(state().well()).isTrue();
        assertThat(state().words()).startsWith("3 rows sealed. Verified 20").endsWith(": intact.");
    }

    @Test
    void without_a_key_it_says_how_to_make_one() {
        house.properties.clear();

        isWrong("aisupport.audit.keys", "openssl rand -base64 32");
    }

    @Test
    void a_row_that_has_had_no_seal_for_long_is_named() {
        house.write(1);
        assertThat(state().well()).isTrue();

        house.clock.advance(Duration.ofMinutes(11));

        isWrong("has had no seal for more than 10 minutes");
    }

    @Test
    void what_a_verification_found_stays_until_another_finds_nothing() {
        house.execute("update aisupport_audit set detail = 'forged' where detail = 'row 1'");
        house.verified(Optional.empty());

        isWrong("BROKEN", "Number 2 in the chain", "docs/audit.md");

        house.execute("update aisupport_audit set detail = 'row 1' where detail = 'forged'");
        house.verified(Optional.empty());

        assertThat(state().well()).isTrue();
    }

    /** Harm: the next morning's verification hides that the end was cut off, without a head or with one from after the cut. */
    @Test
    void that_the_end_was_cut_off_stays_until_the_same_head_is_found_intact() {
        house.execute("create or replace table kept_audit as select * from aisupport_audit");
        house.execute("create or replace table kept_seals as select * from aisupport_audit_seal");
        AuditHead head = house.head();
        house.execute("delete from aisupport_audit_seal where seq > 1");
        house.execute("delete from aisupport_audit where detail <> 'row 0'");
        house = house.restartedWithoutFile();
        house.verified(Optional.of(head));
        isWrong("BROKEN", "given head");

        house.verified(Optional.empty());

        isWrong("BROKEN", "given head");
        assertThat(gauges()).containsEntry("aisupport_database_audit_verification_intact", 0.0);

        house.verified(Optional.of(house.head()));

        isWrong("BROKEN", "given head");

        house.execute("delete from aisupport_audit");
        house.execute("delete from aisupport_audit_seal");
        house.execute("insert into aisupport_audit select * from kept_audit");
        house.execute("insert into aisupport_audit_seal select * from kept_seals");
        house = house.restartedWithoutFile();
        house.verified(Optional.of(head));

        assertThat(state().well()).isTrue();
    }

    @Test
    void that_a_back_up_was_restored_is_no_alarm_any_more_once_it_is_explained() {
        AuditHead head = house.head();
        house.execute("delete from aisupport_audit_seal where seq > 1");
        house.execute("delete from aisupport_audit where detail <> 'row 0'");
        house = house.restartedWithoutFile();
        house.verified(Optional.of(head));
        isWrong("Number 2 in the chain");

        house.properties.put(SealKeys.EXPLAINED, "3");
        isWrong("Number 2 in the chain");
        house.properties.put(SealKeys.EXPLAINED, "2");

        assertThat(state().well()).isTrue();
        assertThat(state().words()).contains("BROKEN, and explained");
        assertThat(gauges()).containsEntry("aisupport_database_audit_verification_intact", 1.0);
        house.properties.put(SealKeys.EXPLAINED, "two");
        isWrong(SealKeys.EXPLAINED, "such as 4711, 5012");
    }

    /** Harm: a lost key keeps the page red for ever, and nobody sees that it became red for another reason. */
    @Test
    void what_a_key_sealed_that_is_said_to_be_lost_is_a_remark_and_what_else_is_wrong_is_not() {
        house.properties.put(SealKeys.PROPERTY, Chains.NEW_KEY);
        house.properties.put(SealKeys.LOST, "2026@3");
        house.write(2);
        house.verified(Optional.empty());

        assertThat(state().well()).isTrue();
        assertThat(state().words()).contains("lost key", "Rows that could not be verified: 3.");
        assertThat(gauges()).containsEntry("aisupport_database_audit_verification_intact", 1.0);

        house.execute("update aisupport_audit a join aisupport_audit_seal s on s.audit_id = a.audit_id"
                + " set a.detail = 'forged' where s.seq = 5");
        house.verified(Optional.empty());

        isWrong("BROKEN", "Number 5 in the chain");
        assertThat(gauges()).containsEntry("aisupport_database_audit_verification_intact", 0.0);
    }

    @Test
    void two_verifications_in_a_row_that_failed_are_told() {
        house.verified(Optional.empty());
        Verifications stopped = house.verifications();
        stopped.close();
        stopped.start(house.keys.terms().orElseThrow(), Optional.empty(), Optional.empty());
        assertThat(state().well()).isTrue();

        stopped.start(house.keys.terms().orElseThrow(), Optional.empty(), Optional.empty());

        isWrong("The last two verifications failed", "stopped before it was done");
    }

    @Test
    void one_that_failed_does_not_hide_what_the_one_before_it_found() {
        Verifications stopped = house.verifications();
        stopped.close();
        stopped.start(house.keys.terms().orElseThrow(), Optional.empty(), Optional.empty());
        isWrong("FAILED", "stopped before it was done");
        house.verified(Optional.empty());
        stopped.start(house.keys.terms().orElseThrow(), Optional.empty(), Optional.empty());
        assertThat(state().well()).isTrue();
        assertThat(state().words()).contains(": intact. The last one, of", "failed: The module was stopped");

        house.execute("update aisupport_audit set detail = 'forged' where detail = 'row 1'");
        house.verified(Optional.empty());
        stopped.start(house.keys.terms().orElseThrow(), Optional.empty(), Optional.empty());

        isWrong("BROKEN", "Number 2 in the chain", "The last one, of", "failed");
    }

    /** Harm: one row with a time in the future, and nothing is verified any more while the page says all is well. */
    @Test
    void a_verification_from_the_future_counts_for_nothing_keeps_none_from_beginning_and_is_told() {
        house.verified(Optional.empty());
        house.execute("update aisupport_audit_verification set started_micros = started_micros + 864000000000");
        house.execute("update aisupport_audit set detail = 'forged' where detail = 'row 1'");
        isWrong("still to come", "aisupport_audit_verification");
        house.execute("update aisupport_audit_verification set status = 'RUNNING', beat_micros = started_micros");

        house.daily().run(() -> false);

        isWrong("BROKEN", "Number 2 in the chain");
    }

    private void forgeResult(String status) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, house.clock.instant());
        house.execute(
                "insert into aisupport_audit_verification (uuid, status, started_micros, beat_micros, ended_micros, total_count,"
                        + " row_count, unsealed_count) values (uuid(), ?, ?, ?, ?, 3, 3, 0)",
                status,
                now,
                now,
                status.equals("RUNNING") ? null : now);
    }

    /** Harm: one row a day from somebody who can write to the table, and nothing is verified while the page says all is well. */
    @ParameterizedTest
    @ValueSource(strings = {"INTACT", "RUNNING", "FAILED"})
    void a_result_that_no_node_signed_hides_nothing_and_puts_no_verification_off(String status) {
        house.execute("update aisupport_audit set detail = 'forged' where detail = 'row 1'");
        forgeResult(status);
        assertThat(state().words()).endsWith("Not verified yet.");

        house.daily().run(() -> false);

        isWrong("BROKEN", "Number 2 in the chain");
        forgeResult(status);
        isWrong("BROKEN", "Number 2 in the chain");
    }

    @Test
    void that_nothing_was_ever_verified_is_noticed() {
        house.write(1);
        house.seal();
        house.clock.advance(Duration.ofDays(4));
        house.seal();

        isWrong("No verification of the audit that this module signed");
    }

    @Test
    void a_row_without_a_seal_from_the_future_is_named() {
        house.write(1);
        house.execute(
                "update aisupport_audit set at_micros = at_micros + 864000000000 where audit_id > ?",
                house.last().auditId());

        isWrong("no seal and a time that is still to come");
    }

    @Test
    void that_nothing_is_verified_any_more_is_noticed() {
        house.verified(Optional.empty());
        house.seal();

        house.clock.advance(Duration.ofDays(4));

        isWrong("last verified on");
    }

    @Test
    void a_node_that_may_not_go_on_with_the_chain_says_why() {
        house.execute("delete from aisupport_audit_seal where seq = 3");
        house.seal();

        isWrong("Seal number 3 was there and is gone");
    }

    @Test
    void that_the_head_can_not_be_kept_is_told_and_rows_are_sealed_all_the_same() throws IOException {
        Files.delete(house.file());
        Files.delete(house.directory);
        Files.writeString(house.directory, "where a directory should be");
        house.write(1);
        house.seal();

        isWrong("could not be kept in", house.file().toString());
        assertThat(house.last().seq()).isEqualTo(4);

        Files.delete(house.directory);
        house.seal();

        assertThat(state().well()).isTrue();
        assertThat(house.file()).exists();
    }

    @Test
    void operators_are_told_the_same_in_numbers() {
        assertThat(gauges())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "aisupport_sealing_stopped", 0.0,
                        "aisupport_database_audit_sealed_rows", 3.0,
                        "aisupport_database_audit_unsealed_seconds", 0.0,
                        "aisupport_database_audit_verification_intact", 0.0,
                        "aisupport_database_audit_verification_timestamp_seconds", 0.0));

        double verified = house.verified(Optional.empty()).getStartedAt().toEpochMilli() / 1000.0;
        house.write(1);
        house.clock.advance(Duration.ofMinutes(11));

        assertThat(gauges())
                .containsEntry("aisupport_database_audit_verification_intact", 1.0)
                .containsEntry("aisupport_database_audit_verification_timestamp_seconds", verified);
        assertThat(gauges().get("aisupport_database_audit_unsealed_seconds")).isGreaterThanOrEqualTo(660);

        house.properties.clear();

        assertThat(gauges()).containsEntry("aisupport_sealing_stopped", 1.0);
    }

    private Map<String, Double> gauges() {
        return house.transactions.alone(
                () -> house.health.gauges().stream().collect(Collectors.toMap(Gauges.Gauge::name, gauge -> gauge.now()
                        .getAsDouble())));
    }
}
