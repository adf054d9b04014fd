/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;
import org.hibernate.Transaction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.platform.Rounds;

@Tag("A2")
@Timeout(120)
class AuditSealerTest {

    private static SealedHouse before;
    private SealedHouse house;

    @BeforeAll
    static void open() {
        before = SealedHouse.on("sealer");
    }

    @BeforeEach
    void aNewNode() {
        before.startAnew();
        house = before.restarted();
    }

    private long micros(Duration ago) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, house.clock.instant().minus(ago));
    }

    private List<SealedRow> chain() {
        return house.transactions.alone(() -> house.store.after(Optional.empty(), 100_000));
    }

    @Test
    void every_row_is_sealed_once_in_one_chain_also_beyond_one_batch() {
        house.write(1201);

        house.seal();
        house.write(3);
        house.seal();
        house.seal();

        assertThat(chain()).hasSize(1204);
        assertThat(chain()).extracting(link -> link.seal().auditId()).doesNotHaveDuplicates();
        assertThat(Chains.verdict(chain()).outcome()).isEqualTo(ChainVerdict.Outcome.INTACT);
    }

    @Test
    void without_a_key_nothing_is_sealed_and_everything_goes_on_until_one_is_there() {
        house.properties.clear();
        house.write(3);
        house.seal();
        assertThat(chain()).isEmpty();
        assertThat(house.keys.missing())
                .hasValueSatisfying(words -> assertThat(words).contains(SealKeys.PROPERTY, "openssl rand -base64 32"));

        house.properties.put(SealKeys.PROPERTY, "2026=short");
        house.seal();
        assertThat(chain()).isEmpty();
        assertThat(house.keys.missing())
                .hasValueSatisfying(words -> assertThat(words).doesNotContain("short"));

        house.properties.put(SealKeys.PROPERTY, Chains.OLD_KEY);
        house.seal();
        assertThat(chain()).hasSize(3);
    }

    @Test
    void a_new_key_seals_from_then_on_and_the_old_one_still_verifies() {
        house.write(2);
        house.seal();
        house.properties.put(SealKeys.PROPERTY, Chains.NEW_KEY + "," + Chains.OLD_KEY);
        house.write(2);
        house.seal();

        assertThat(chain()).extracting(link -> link.seal().keyId()).containsExactly("2026", "2026", "2027", "2027");
        assertThat(house.verdict().outcome()).isEqualTo(ChainVerdict.Outcome.INTACT);
    }

    @Test
    void a_node_that_does_not_know_the_newest_key_leaves_the_chain_alone_and_says_why() {
        SealedHouse stepBehind = before.restarted();
        house.properties.put(SealKeys.PROPERTY, Chains.NEW_KEY + "," + Chains.OLD_KEY);
        house.write(1);
        house.seal();

        house.write(1);
        stepBehind.seal();

        assertThat(chain()).hasSize(1);
        assertThat(stepBehind.sealer.obstacle())
                .hasValueSatisfying(words -> assertThat(words).contains("key 2027", "every node the same keys"));

        stepBehind.properties.put(SealKeys.PROPERTY, Chains.NEW_KEY + "," + Chains.OLD_KEY);
        stepBehind.seal();
        assertThat(chain()).hasSize(2);
        assertThat(stepBehind.sealer.obstacle()).isEmpty();
    }

    /** Harm: a node where the new key was put behind the old one turns the whole chain to broken. */
    @Test
    void a_node_that_has_the_keys_in_the_wrong_order_leaves_the_chain_alone_and_says_why() {
        SealedHouse wrongOrder = before.restarted();
        wrongOrder.properties.put(SealKeys.PROPERTY, Chains.OLD_KEY + "," + Chains.NEW_KEY);
        house.write(1);
        wrongOrder.seal();
        house.properties.put(SealKeys.PROPERTY, Chains.NEW_KEY + "," + Chains.OLD_KEY);
        house.write(1);
        house.seal();
        house.write(1);

        wrongOrder.seal();

        assertThat(chain()).extracting(link -> link.seal().keyId()).containsExactly("2026", "2027");
        assertThat(wrongOrder.sealer.obstacle())
                .hasValueSatisfying(words -> assertThat(words).contains("key 2027", "newest key first on every node"));
    }

    @Test
    void after_a_key_that_is_lost_for_good_the_chain_goes_on_once_that_is_said_and_says_what_it_can_not_tell() {
        house.write(2);
        house.seal();
        house.properties.put(SealKeys.PROPERTY, Chains.NEW_KEY);
        house.properties.put(SealKeys.LOST, "2025@7, 2026@2");
        house.write(2);
        house.seal();

        assertThat(chain()).extracting(link -> link.seal().keyId()).containsExactly("2026", "2026", "2027", "2027");
        assertThat(house.verdict().finding()).hasValueSatisfying(found -> {
            assertThat(found.kind()).isEqualTo(SealFinding.Kind.KEY_LOST);
            assertThat(found.seq()).isEqualTo(1);
        });
        assertThat(house.verified(Optional.empty()).getRows())
                .isEqualTo(3); // two, and what the first verification left
        assertThat(house.verified(Optional.empty()).getWords())
                .hasValueSatisfying(words -> assertThat(words).endsWith("Rows that could not be verified: 2."));
    }

    /** Harm: the lost key's name is set on a later seal, and whatever its row says is merely not verifiable. */
    @Test
    void behind_a_lost_key_no_seal_under_its_name_passes_and_none_is_made() {
        house.write(2);
        house.seal();
        house.properties.put(SealKeys.PROPERTY, Chains.NEW_KEY);
        house.properties.put(SealKeys.LOST, "2026@2");
        house.write(2);
        house.seal();
        house.execute("update aisupport_audit_seal set key_id = '2026' where seq = 3");
        house.execute("update aisupport_audit a join aisupport_audit_seal s on s.audit_id = a.audit_id"
                + " set a.detail = 'forged' where s.seq = 3");

        assertThat(house.verdict().finding()).hasValueSatisfying(found -> {
            assertThat(found.kind()).isEqualTo(SealFinding.Kind.OLD_KEY);
            assertThat(found.seq()).isEqualTo(3);
        });

        house.execute("delete from aisupport_audit_seal where seq > 3");
        SealedHouse restarted = house.restartedWithoutFile();
        restarted.properties.putAll(house.properties);
        restarted.seal();
        assertThat(chain()).hasSize(3);
        assertThat(restarted.sealer.obstacle())
                .hasValueSatisfying(words -> assertThat(words).contains("number 3", SealKeys.LOST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026@", "2026@0", "2026@2, 2026@3", "2026@2,"})
    void lost_keys_without_the_number_of_their_last_seal_stop_the_sealing_and_it_is_said_how_to_write_them(
            String lost) {
        house.properties.put(SealKeys.LOST, lost);
        house.write(1);

        house.seal();

        assertThat(chain()).isEmpty();
        assertThat(house.keys.missing())
                .hasValueSatisfying(words -> assertThat(words).contains(SealKeys.LOST, "such as 2026@90000"));
    }

    @Test
    void a_node_with_an_older_version_does_not_go_on_behind_the_seals_of_a_newer_one() {
        house.write(1);
        house.seal();
        house.execute("update aisupport_audit_seal set format = 2");
        house.write(1);
        SealedHouse restarted = house.restarted();

        restarted.seal();

        assertThat(chain()).hasSize(1);
        assertThat(restarted.sealer.obstacle())
                .hasValueSatisfying(words -> assertThat(words).contains("newer version"));
    }

    /** Harm: somebody takes the newest seals away, changes their rows, and has the module itself seal the forgery. */
    @Test
    void a_node_that_has_seen_a_seal_does_not_seal_again_what_was_under_it() {
        house.write(5);
        house.seal();
        house.execute("delete from aisupport_audit_seal where seq > 3");
        house.execute("update aisupport_audit set detail = 'forged'");

        house.seal();

        assertThat(chain()).hasSize(3);
        assertThat(house.sealer.obstacle()).hasValueSatisfying(words -> assertThat(words)
                .contains("Seal number 5", "verify against an exported head"));
    }

    /** Harm: the same, and they wait for a restart. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void after_a_restart_a_node_still_knows_from_its_file_which_seals_were_there(int left) throws IOException {
        house.write(5);
        house.seal();
        house.execute("delete from aisupport_audit_seal where seq > ?", left);
        house.execute("update aisupport_audit set detail = 'forged'");
        SealedHouse restarted = house.restarted();

        restarted.seal();

        assertThat(chain()).hasSize(left);
        assertThat(restarted.sealer.obstacle()).hasValueSatisfying(words -> assertThat(words)
                .contains(
                        "Seal number 5",
                        "verify against an exported head",
                        house.file().toString()));

        Files.delete(house.file());
        restarted.seal();

        assertThat(chain()).hasSize(5);
        assertThat(restarted.sealer.obstacle()).isEmpty();
    }

    @Test
    void a_node_that_is_started_again_goes_on_where_others_went_on_meanwhile() {
        SealedHouse other = house.otherNode();
        house.write(2);
        house.seal();
        other.write(2);
        other.seal();
        SealedHouse restarted = house.restarted();
        restarted.write(1);

        restarted.seal();

        assertThat(restarted.sealer.obstacle()).isEmpty();
        assertThat(chain()).hasSize(5);
    }

    @Test
    void what_is_kept_is_the_newest_head_signed_as_an_exported_one() {
        house.write(2);
        house.seal();
        house.write(2);
        house.seal();

        assertThat(new KeptHead(() -> house.directory).read(Chains.OLD)).hasValueSatisfying(head -> {
            assertThat(head.seq()).isEqualTo(4);
            assertThat(head.hash()).isEqualTo(house.last().hash());
            assertThat(head.isSignedWith(Chains.OLD)).isTrue();
        });
        assertThat(house.directory).isDirectoryNotContaining("glob:**.json.*");
    }

    /** Harm: the file is made to fit the shortened chain, by somebody who has no key. */
    @ParameterizedTest
    @ValueSource(strings = {"\"seq\":3", "", "{}", "null"})
    void a_file_that_somebody_changed_is_not_taken_for_what_the_module_kept(String instead) throws IOException {
        house.write(5);
        house.seal();
        String written = Files.readString(house.file());
        Files.writeString(house.file(), instead.startsWith("\"seq") ? written.replace("\"seq\":5", instead) : instead);
        house.execute("delete from aisupport_audit_seal where seq > 3");
        SealedHouse restarted = house.restarted();

        restarted.seal();

        assertThat(chain()).hasSize(3);
        assertThat(restarted.sealer.obstacle()).hasValueSatisfying(words -> assertThat(words)
                .contains(house.file().toString(), "does not hold the head"));
    }

    @Test
    void a_head_that_was_kept_under_a_key_that_is_lost_since_stops_nothing_while_the_chain_holds_it() {
        house.write(2);
        house.seal();
        SealedHouse restarted = house.restarted();
        restarted.properties.put(SealKeys.PROPERTY, Chains.NEW_KEY);
        restarted.properties.put(SealKeys.LOST, "2026@2");
        restarted.write(1);

        restarted.seal();

        assertThat(chain()).hasSize(3);
        assertThat(restarted.sealer.obstacle()).isEmpty();
    }

    /** Harm: somebody puts seals outside of the chain, by hand or by a trigger, and their rows are left out without a word. */
    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -7, 0, 5, Long.MAX_VALUE})
    void a_seal_that_stands_outside_of_the_chain_stops_the_sealing_is_exported_and_is_found(long seq)
            throws IOException {
        house.write(3);
        house.seal();
        house.write(1);
        house.execute(
                "insert into aisupport_audit_seal select ?, max(audit_id), 1, repeat('0', 64), repeat('a', 64), '2026'"
                        + " from aisupport_audit",
                seq);
        house.write(1);

        house.seal();

        assertThat(chain()).hasSize(4);
        assertThat(house.sealer.obstacle())
                .hasValueSatisfying(words -> assertThat(words).contains("number " + seq + ",", "somebody put it in"));
        ByteArrayOutputStream exported = new ByteArrayOutputStream();
        new AuditExport(house.store, house.transactions, house.clock)
                .write(house.keys.ring().orElseThrow(), exported);
        assertThat(exported.toString(StandardCharsets.UTF_8)).contains("{\"seq\":" + seq + ",");
        assertThat(house.verdict().finding().map(SealFinding::kind))
                .hasValue(seq < 1 ? SealFinding.Kind.REORDERED : SealFinding.Kind.SEAL_REMOVED);

        house.execute("delete from aisupport_audit_seal where seq = ?", seq);
        house.seal();

        assertThat(house.sealer.obstacle()).isEmpty();
        assertThat(house.verdict().outcome()).isEqualTo(ChainVerdict.Outcome.INTACT);
    }

    /** Harm: whoever can change tables takes their keys away, and puts the second of a number where a page ends. */
    @Test
    void a_number_that_stands_twice_in_the_chain_is_met_twice_also_where_a_page_ends() {
        house.write(3);
        house.seal();
        Seal second = chain().get(1).seal();
        house.execute("alter table aisupport_audit_seal drop primary key");
        try {
            house.execute(
                    "insert into aisupport_audit_seal values (2, 999999, 1, repeat('0', 64), repeat('a', 64), '2026')");

            List<SealedRow> next = house.transactions.alone(() -> house.store.after(Optional.of(second), 1));

            assertThat(next).first().satisfies(link -> {
                assertThat(link.seal().seq()).isEqualTo(2);
                assertThat(link.seal()).isNotEqualTo(second);
            });
        } finally {
            house.startAnew();
            house.execute("alter table aisupport_audit_seal add primary key (seq)");
        }
    }

    /** Rows come in when their transactions end, not in the order of their ids. */
    @Test
    void a_row_that_comes_in_late_is_sealed_behind_those_with_higher_ids() {
        try (Session late = house.sessions.openSession()) {
            Transaction open = late.beginTransaction();
            late.createNativeQuery("insert into aisupport_audit (uuid, at_micros, kind, outcome)"
                            + " values (uuid(), :at, 'AUDIT_READ', 'DONE')")
                    .setParameter("at", micros(Duration.ofMinutes(30)))
                    .executeUpdate();
            house.write(2);
            house.seal();
            assertThat(chain()).hasSize(2);

            open.commit();
        }
        house.seal();

        assertThat(chain()).hasSize(3);
        assertThat(chain().get(2).seal().auditId())
                .isLessThan(chain().get(0).seal().auditId());
        assertThat(Chains.verdict(chain()).outcome()).isEqualTo(ChainVerdict.Outcome.INTACT);
    }

    @Test
    void a_row_that_was_left_far_behind_is_sealed_within_the_hour() {
        house.write(1);
        house.seal();
        house.execute("insert into aisupport_audit (audit_id, uuid, at_micros, kind, outcome)"
                + " select max(audit_id) + 50000, uuid(), 1, 'AUDIT_READ', 'DONE' from aisupport_audit");
        house.seal();
        house.execute("insert into aisupport_audit (audit_id, uuid, at_micros, kind, outcome)"
                + " select max(audit_id) - 40000, uuid(), 1, 'AUDIT_READ', 'DONE' from aisupport_audit");
        house.seal();
        assertThat(chain()).hasSize(2);

        house.clock.advance(Duration.ofMinutes(61));
        house.seal();

        assertThat(chain()).hasSize(3);
    }

    /** Harm: a row that somebody put in under an id that nobody looks at is never sealed, verified or exported. */
    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -50_000, 1_000_000_000_000_000L, Long.MAX_VALUE})
    void a_row_under_whatever_id_is_found_without_a_seal_and_then_sealed(long id) throws IOException {
        house.write(2);
        house.seal();
        house.execute(
                "insert into aisupport_audit (audit_id, uuid, at_micros, kind, outcome) values (?, uuid(), ?, 'AUDIT_READ', 'DONE')",
                id,
                micros(Duration.ofMinutes(30)));
        ByteArrayOutputStream exported = new ByteArrayOutputStream();
        new AuditExport(house.store, house.transactions, house.clock)
                .write(house.keys.ring().orElseThrow(), exported);
        assertThat(exported.toString(StandardCharsets.UTF_8)).contains("{\"row\":{\"audit_id\":" + id + ",");

        if (id < 0) { // the others are sealed at once
            assertThat(house.verdict().finding()).hasValue(new SealFinding(SealFinding.Kind.UNSEALED_TOO_LONG, 0, id));
            house.clock.advance(Duration.ofMinutes(61));
        }
        house.seal();

        assertThat(chain()).extracting(link -> link.seal().auditId()).contains(id);
        assertThat(Chains.verdict(chain()).outcome()).isEqualTo(ChainVerdict.Outcome.INTACT);
        house.startAnew();
        house.execute("alter table aisupport_audit auto_increment = 1");
    }

    /** Harm: the GP's click waits for the sealer. */
    @Test
    void whoever_adds_to_the_audit_does_not_wait_while_a_batch_is_being_sealed() throws InterruptedException {
        house.write(3);
        ExecutorService gp = Executors.newSingleThreadExecutor();
        CountDownLatch added = new CountDownLatch(1);

        house.transactions.alone(() -> {
            house.store.lock(SealStore.Lock.SEALING);
            house.store.last();
            List<AuditValues> rows = house.store.unsealed(new IdWindow(1, Long.MAX_VALUE), Long.MAX_VALUE, 500);
            house.store.add(rows.stream()
                    .limit(1)
                    .map(row -> new Seal(1, row.id(), 1, SealFormat.NOTHING, SealFormat.NOTHING, "2026"))
                    .toList());
            gp.execute(() -> {
                house.audit.recordAlone(AuditEntry.of(AuditKind.SUGGESTION_DECIDED));
                added.countDown();
            });
            try {
                assertThat(added.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return rows;
        });
        gp.shutdown();
    }

    @Test
    void when_the_module_stops_it_ends() {
        house.write(5);

        house.sealer.run(() -> true);

        assertThat(chain()).isEmpty();
    }

    @Test
    void in_rounds_it_goes_by_itself() throws InterruptedException {
        ExecutorService platform = Executors.newCachedThreadPool();
        house.write(5);
        CountDownLatch twice = new CountDownLatch(2);

        Rounds rounds =
                new Rounds(List.of(house.sealer, stopped -> twice.countDown()), platform::submit, Duration.ofMillis(5));
        twice.await();
        rounds.close();
        platform.shutdown();

        assertThat(chain()).hasSize(5);
    }
}
