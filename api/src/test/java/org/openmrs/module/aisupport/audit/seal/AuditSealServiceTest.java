/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.testing.FakeUser;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.openmrs.module.aisupport.validation.MisconfiguredException;

@Tag("A2")
class AuditSealServiceTest {

    private static SealedHouse before;
    private SealedHouse house;
    private AuditSealService service;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        before = SealedHouse.on("seal_service");
    }

    @BeforeEach
    void aSealedLog() {
        before.startAnew();
        house = before.restarted();
        service = house.service();
        house.write(5);
        house.seal();
    }

    private List<String> newestKinds(int count) {
        List<AuditRow> rows = house.transactions.alone(() -> house.sessions
                .getCurrentSession()
                .createQuery("select a from AisupportAudit a order by a.id desc", AuditRow.class)
                .setMaxResults(count)
                .list());
        return rows.stream()
                .map(row -> row.getKind() + " "
                        + row.getActor().map(who -> who.name()).orElse("nobody") + " " + row.getDetail())
                .toList();
    }

    private Verification lastVerification() {
        return service.verification().last().orElseThrow();
    }

    @Test
    void a_head_is_where_the_chain_stands_is_signed_and_taking_it_is_in_the_audit() {
        AuditHead head = service.head();

        assertThat(head.seq()).isEqualTo(5);
        assertThat(head.hash()).isEqualTo(house.last().hash());
        assertThat(head.auditId()).isEqualTo(house.last().auditId());
        assertThat(head.isSignedWith(house.keys.ring().orElseThrow())).isTrue();
        assertThat(newestKinds(1)).containsExactly("AUDIT_HEAD_EXPORTED Dr. Anna Friis seq 5");
    }

    @Test
    void a_verification_tells_what_stands_and_is_itself_in_the_audit() {
        service.verify(Optional.empty());

        Verification verification = lastVerification();
        assertThat(verification.getStatus()).isEqualTo(Verification.Status.INTACT);
        assertThat(verification.getRows()).isEqualTo(5);
        assertThat(verification.getTotal()).isEqualTo(5);
        assertThat(verification.getUnsealed()).isZero();
        assertThat(verification.getRequester()).hasValue(FakeUser.DOCTOR);
        assertThat(verification.getHead()).hasValueSatisfying(head -> {
            assertThat(head.seq()).isEqualTo(5);
            assertThat(head.hash()).isEqualTo(house.last().hash());
            assertThat(head.at()).isBeforeOrEqualTo(verification.getStartedAt());
        });
        assertThat(verification.getFinding()).isEmpty();
        assertThat(service.verification().underWay()).isEmpty();
        assertThat(newestKinds(1)).containsExactly("AUDIT_VERIFIED Dr. Anna Friis INTACT after 5 rows");
    }

    @Test
    void what_is_found_is_kept_in_words_and_in_the_audit() {
        long third = house.last().auditId() - 2;
        house.execute("update aisupport_audit set detail = 'forged' where audit_id = ?", third);

        service.verify(Optional.empty());

        Verification verification = lastVerification();
        assertThat(verification.getStatus()).isEqualTo(Verification.Status.BROKEN);
        assertThat(verification.getFinding()).hasValue("EDITED");
        assertThat(verification.getFindingSeq()).hasValue(3L);
        assertThat(verification.getFindingAuditId()).hasValue(third);
        assertThat(verification.getWords())
                .hasValueSatisfying(words -> assertThat(words).startsWith("Number 3 in the chain, audit row " + third));
        assertThat(verification.getRows()).isEqualTo(2);
        assertThat(newestKinds(1))
                .containsExactly("AUDIT_VERIFIED Dr. Anna Friis BROKEN EDITED seq 3 row " + third + " after 2 rows");
    }

    /** Harm: a result is made another by whoever can write to its table. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "uuid = uuid()",
                "status = 'UNDECIDED'",
                "started_micros = started_micros + 1",
                "beat_micros = beat_micros + 1",
                "ended_micros = null",
                "actor_id = 999",
                "actor_uuid = 'u'",
                "actor_name = 'Dr. Bo Lund'",
                "against_seq = against_seq + 1",
                "against_hash = repeat('a', 64)",
                "total_count = 99",
                "row_count = 99",
                "unsealed_count = 1",
                "head_seq = 99",
                "head_hash = repeat('a', 64)",
                "head_audit_id = 1",
                "head_micros = 1",
                "finding = 'EDITED'",
                "finding_seq = 1",
                "finding_audit_id = 1",
                "words = 'all is well'",
                "key_id = 'gone'",
                "key_id = null",
                "signature = repeat('a', 64)",
                "signature = null"
            })
    void a_result_of_which_anything_was_changed_counts_for_nothing(String change) {
        service.verify(Optional.of(service.head()));
        assertThat(lastVerification().getStatus()).isEqualTo(Verification.Status.INTACT);

        house.execute("update aisupport_audit_verification set " + change);

        assertThat(service.verification().last()).isEmpty();
    }

    /** Harm: what somebody wrote into a verification under way is signed with its end. */
    @Test
    void one_that_was_changed_while_it_was_under_way_is_not_signed() {
        List<Runnable> waiting = new ArrayList<>();
        house.background = task -> {
            waiting.add(task);
            return new CompletableFuture<>();
        };
        AuditHead head = service.head();
        service.verify(Optional.empty());
        house.execute(
                "update aisupport_audit_verification set against_seq = ?, against_hash = ?", head.seq(), head.hash());

        waiting.get(0).run();

        assertThat(service.verification().last()).isEmpty();
        assertThat(newestKinds(1)).containsExactly("AUDIT_VERIFIED Dr. Anna Friis INTACT after 6 rows");
    }

    @Test
    void a_value_that_the_module_never_writes_is_found_and_trips_nobody() {
        house.execute("update aisupport_audit set kind = 'NO_SUCH_KIND' where detail = 'row 1'");

        service.verify(Optional.empty());

        assertThat(lastVerification().getFinding()).hasValue("EDITED");
    }

    @Test
    void a_log_that_was_cut_off_is_found_against_an_exported_head() {
        AuditHead head = service.head();
        house.execute("delete from aisupport_audit");
        house.execute("delete from aisupport_audit_seal");
        AuditSealService restarted = house.restarted().service();

        restarted.verify(Optional.of(head));

        Verification verification = restarted.verification().last().orElseThrow();
        assertThat(verification.getFinding()).hasValue("TRUNCATED");
        assertThat(verification.getAgainstSeq()).hasValue(5L);
    }

    @Test
    void a_head_that_no_key_of_this_server_signed_is_refused_and_nothing_starts() {
        AuditHead head = service.head();
        AuditHead forged =
                new AuditHead(head.seq() + 9, head.hash(), head.auditId(), head.at(), head.keyId(), head.signature());

        assertThatThrownBy(() -> service.verify(Optional.of(forged))).isInstanceOf(InvalidRequestException.class);

        assertThat(service.verification())
                .isEqualTo(new AuditSealService.VerificationState(Optional.empty(), Optional.empty()));
    }

    @Test
    void while_one_is_under_way_whoever_asks_is_told_of_it_and_none_begins_beside_it() {
        List<Runnable> waiting = new ArrayList<>();
        house.background = task -> {
            waiting.add(task);
            return new CompletableFuture<>();
        };
        AuditHead head = service.head();

        Verification first = service.verify(Optional.empty());
        Verification second = house.otherNode().service().verify(Optional.empty());

        assertThat(second.getUuid()).isEqualTo(first.getUuid());
        assertThat(waiting).hasSize(1);
        assertThat(service.verification().underWay()).hasValueSatisfying(one -> {
            assertThat(one.getUuid()).isEqualTo(first.getUuid());
            assertThat(one.getStatus()).isEqualTo(Verification.Status.RUNNING);
            assertThat(one.getTotal()).isEqualTo(5);
        });
        assertThatThrownBy(() -> service.verify(Optional.of(head))).isInstanceOf(VerificationUnderWayException.class);

        waiting.get(0).run();
        assertThat(lastVerification().getStatus()).isEqualTo(Verification.Status.INTACT);
    }

    @Test
    void one_whose_server_died_is_nobodys_and_the_next_begins() {
        house.background = task -> new CompletableFuture<>();
        Verification died = service.verify(Optional.empty());
        house.clock.advance(Duration.ofMinutes(3));
        house.background = task -> {
            task.run();
            return null;
        };

        assertThat(service.verification().underWay()).isEmpty();
        Verification next = service.verify(Optional.empty());

        assertThat(next.getUuid()).isNotEqualTo(died.getUuid());
        assertThat(lastVerification().getStatus()).isEqualTo(Verification.Status.INTACT);
        Verification left = house.transactions.alone(
                () -> house.verificationStore.find(died.getId()).orElseThrow());
        assertThat(left.getStatus()).isEqualTo(Verification.Status.FAILED);
    }

    @Test
    void one_that_was_given_up_and_ends_all_the_same_changes_no_result() {
        List<Runnable> waiting = new ArrayList<>();
        house.background = task -> {
            waiting.add(task);
            return new CompletableFuture<>();
        };
        Verification slow = service.verify(Optional.empty());
        house.clock.advance(Duration.ofMinutes(3));
        service.verify(Optional.empty());

        waiting.get(0).run();

        Verification left = house.transactions.alone(
                () -> house.verificationStore.find(slow.getId()).orElseThrow());
        assertThat(left.getStatus()).isEqualTo(Verification.Status.FAILED);
        assertThat(newestKinds(1)).containsExactly("AUDIT_VERIFIED Dr. Anna Friis INTACT after 5 rows");
    }

    /** Harm: a long backlog is sealed first, and meanwhile a second verification begins. */
    @Test
    @Timeout(60)
    void one_that_waits_for_the_sealer_gives_a_sign_of_life() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        CountDownLatch sealing = new CountDownLatch(1);
        CountDownLatch sealed = new CountDownLatch(1);
        threads.execute(() -> house.sealer.run(() -> {
            sealing.countDown();
            try {
                sealed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        }));
        sealing.await();
        house.background = threads::submit;
        Verification slow = service.verify(Optional.empty());
        house.clock.advance(Duration.ofMinutes(3));

        while (service.verification().underWay().isEmpty()) {
            Thread.onSpinWait(); // until it has given a sign
        }
        SealedHouse otherNode = house.otherNode();
        otherNode.clock.advance(Duration.ofMinutes(3));
        Verification other = otherNode.service().verify(Optional.empty());

        sealed.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(other.getUuid()).isEqualTo(slow.getUuid());
        assertThat(lastVerification().getStatus()).isEqualTo(Verification.Status.INTACT);
    }

    @Test
    void one_that_the_module_s_stop_ends_says_nothing_of_the_audit() {
        Verifications verifications = house.verifications();
        verifications.close();

        verifications.start(house.keys.terms().orElseThrow(), Optional.empty(), Optional.empty());

        assertThat(lastVerification().getStatus()).isEqualTo(Verification.Status.FAILED);
        assertThat(lastVerification().getWords()).hasValue("The module was stopped before it was done.");
    }

    @Test
    void without_a_key_nothing_is_told_that_would_have_to_be_signed_or_verified() {
        house.properties.clear();

        assertThatThrownBy(() -> service.head()).isInstanceOf(MisconfiguredException.class);
        assertThatThrownBy(() -> service.verify(Optional.empty())).isInstanceOf(MisconfiguredException.class);
        assertThatThrownBy(() -> service.export(OutputStream.nullOutputStream()))
                .isInstanceOf(MisconfiguredException.class);
        assertThat(service.verification().last()).isEmpty();
    }

    @Test
    void an_export_is_in_the_audit_before_it_begins_and_is_verified_without_the_server() throws IOException {
        house.write(1200);
        house.seal();
        Path file = folder.resolve("audit.ndjson");
        try (OutputStream out = Files.newOutputStream(file)) {
            service.export(out);
        }

        assertThat(newestKinds(1)).containsExactly("AUDIT_EXPORTED Dr. Anna Friis null");
        assertThat(Files.readAllLines(file)).hasSize(1205 + 1 + 1);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int code = new VerifyExport(Map.of(VerifyExport.VARIABLE, Chains.OLD_KEY), new PrintStream(told))
                .run(file.toString());
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("1205 rows", "1 rows have no seal yet", "Intact.");
        assertThat(code).isZero();
    }

    @Test
    void it_is_verified_once_a_day_by_itself_and_again_after_an_hour_where_that_failed() {
        DailyVerification daily = house.daily();
        daily.run(() -> false);
        assertThat(lastVerification().getRequester()).isEmpty();
        String first = lastVerification().getUuid();

        house.clock.advance(Duration.ofHours(23));
        daily.run(() -> false);
        assertThat(lastVerification().getUuid()).isEqualTo(first);

        house.clock.advance(Duration.ofMinutes(61));
        house.background = task -> {
            throw new IllegalStateException("the module starts");
        };
        assertThatThrownBy(() -> daily.run(() -> false)).hasMessage("the module starts");
        String failed = lastVerification().getUuid();
        assertThat(failed).isNotEqualTo(first);
        daily.run(() -> false);
        assertThat(lastVerification().getUuid()).isEqualTo(failed);

        house.clock.advance(Duration.ofMinutes(61));
        house.background = task -> {
            task.run();
            return null;
        };
        daily.run(() -> false);
        assertThat(lastVerification().getUuid()).isNotEqualTo(failed);
    }

    /** Harm: while keys are changed node by node, one without the new key finds the whole audit wrong. */
    @Test
    void a_node_whose_keys_are_older_than_the_chains_verifies_nothing_and_says_why() {
        SealedHouse changed = house.otherNode();
        changed.properties.put(SealKeys.PROPERTY, Chains.NEW_KEY + "," + Chains.OLD_KEY);
        changed.write(1);
        changed.seal();
        service.verify(Optional.empty()); // before its next round
        assertThat(lastVerification().getStatus()).isEqualTo(Verification.Status.FAILED);
        assertThat(lastVerification().getWords())
                .hasValueSatisfying(words -> assertThat(words).contains("key 2027"));
        house.clock.advance(Duration.ofDays(2));

        assertThatThrownBy(() -> service.verify(Optional.empty()))
                .isInstanceOf(MisconfiguredException.class)
                .hasMessageContaining("key 2027");
        DailyVerification daily = house.daily();
        String before = lastVerification().getUuid();
        house.seal();
        daily.run(() -> false);
        assertThat(lastVerification().getUuid()).isEqualTo(before);

        house.properties.putAll(changed.properties);
        house.seal();
        house.daily().run(() -> false);

        assertThat(lastVerification().getStatus()).isEqualTo(Verification.Status.INTACT);
    }

    @Test
    void a_chain_that_was_tampered_with_is_verified_though_it_is_not_gone_on_with() {
        AuditHead head = service.head();
        house.execute("delete from aisupport_audit_seal where seq > 3");
        house.seal();
        assertThat(house.sealer.obstacle()).isPresent();

        service.verify(Optional.of(head));

        assertThat(lastVerification().getFinding()).hasValue("TRUNCATED");
    }

    /** Harm: whoever can change the tables makes each verification fail, and nobody sees what is wrong. */
    @Test
    void a_seal_without_the_name_of_its_key_is_found_at_its_row() {
        house.execute("alter table aisupport_audit_seal modify key_id varchar(32) null");
        try {
            house.execute("update aisupport_audit_seal set key_id = null where seq = 3");

            service.verify(Optional.empty());

            assertThat(lastVerification().getFinding()).hasValue("EDITED");
            assertThat(lastVerification().getFindingSeq()).hasValue(3L);
        } finally {
            house.startAnew();
            house.execute("alter table aisupport_audit_seal modify key_id varchar(32) not null");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2263-01-01T00:00:00Z", "+300000-01-01T00:00:00Z", "-300000-01-01T00:00:00Z"})
    void a_head_from_beyond_any_time_of_ours_is_refused(String at) {
        AuditHead head = service.head();
        AuditHead beyond = new AuditHead(
                head.seq(), head.hash(), head.auditId(), Instant.parse(at), head.keyId(), head.signature());

        assertThatThrownBy(() -> service.verify(Optional.of(beyond))).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void without_a_key_none_is_due() {
        house.properties.clear();

        house.daily().run(() -> false);

        assertThat(service.verification().last()).isEmpty();
    }
}
