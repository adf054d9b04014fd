/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.EDITED;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.OUT_OF_TIME;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.REMOVED;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.REORDERED;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.SEAL_EDITED;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.SEAL_REMOVED;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.TRUNCATED;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;

/** The same on the real tables, by somebody who may do anything in the database and has no key. */
@Tag("A2")
class ForgedTablesPropertyTest {

    private static final int ROWS = 12;

    private static SealedHouse house;

    @BeforeContainer
    static void open() {
        house = SealedHouse.on("forged");
    }

    private long firstId;

    @BeforeTry
    void aSealedLog() {
        house.startAnew();
        house = house.restarted(); // one that has seen a chain would refuse to go on with another
        house.write(ROWS);
        house.seal();
        firstId = house.last().auditId() - ROWS + 1;
        assertThat(house.last().seq()).isEqualTo(ROWS);
    }

    private void assertFound(SealFinding.Kind kind, long seq) {
        assertThat(house.verdict().finding()).hasValueSatisfying(found -> {
            assertThat(found.kind()).isEqualTo(kind);
            assertThat(found.seq()).isEqualTo(seq);
        });
    }

    private long id(int seq) {
        return firstId + seq - 1;
    }

    @Property(tries = 60)
    void any_column_of_any_row_that_is_changed_is_found_at_that_row(
            @ForAll @IntRange(min = 1, max = ROWS) int seq, @ForAll AuditColumn column) {
        if (column == AuditColumn.AUDIT_ID) {
            house.execute("update aisupport_audit set audit_id = audit_id + 1000000 where audit_id = ?", id(seq));
            assertFound(REMOVED, seq);
            return;
        }
        house.execute(
                "update aisupport_audit set " + column.column() + " = ? where audit_id = ?",
                column.isNumber() ? (Object) 5 : "forged",
                id(seq));
        assertFound(EDITED, seq);
    }

    @Property(tries = 10)
    void a_row_that_is_deleted_is_found(@ForAll @IntRange(min = 1, max = ROWS) int seq) {
        house.execute("delete from aisupport_audit where audit_id = ?", id(seq));

        assertFound(REMOVED, seq);
    }

    @Property(tries = 10)
    void a_row_that_is_deleted_with_its_seal_is_found(@ForAll @IntRange(min = 1, max = ROWS - 1) int seq) {
        house.execute("delete from aisupport_audit where audit_id = ?", id(seq));
        house.execute("delete from aisupport_audit_seal where seq = ?", seq);

        assertFound(SEAL_REMOVED, seq);

        house.execute("update aisupport_audit_seal set seq = seq - 1 where seq > ? order by seq", seq);
        assertFound(REORDERED, seq);
    }

    @Property(tries = 10)
    void two_rows_that_change_places_are_found_at_the_first(
            @ForAll @IntRange(min = 1, max = ROWS - 1) int one, @ForAll @IntRange(min = 1, max = ROWS - 1) int more) {
        int other = 1 + (one + more - 1) % ROWS;
        if (one == other) {
            return;
        }
        house.execute("update aisupport_audit set audit_id = 0 - audit_id where audit_id = ?", id(one));
        house.execute("update aisupport_audit set audit_id = ? where audit_id = ?", id(one), id(other));
        house.execute("update aisupport_audit set audit_id = ? where audit_id = ?", id(other), -id(one));

        assertFound(EDITED, Math.min(one, other));
    }

    @Property(tries = 10)
    void two_seals_that_change_numbers_are_found_at_the_first(@ForAll @IntRange(min = 1, max = ROWS - 1) int seq) {
        house.execute("update aisupport_audit_seal set seq = -1 where seq = ?", seq);
        house.execute("update aisupport_audit_seal set seq = ? where seq = ?", seq, seq + 1);
        house.execute("update aisupport_audit_seal set seq = ? where seq = -1", seq + 1);

        assertFound(REORDERED, seq);
    }

    @Property(tries = 10)
    void a_seal_that_is_changed_is_found(@ForAll @IntRange(min = 1, max = ROWS) int seq) {
        house.execute("update aisupport_audit_seal set previous = repeat('f', 64) where seq = ?", seq);
        assertFound(SEAL_EDITED, seq);

        house.execute("update aisupport_audit_seal set hash = repeat('f', 64) where seq = ?", seq);
        assertFound(REORDERED, seq);
    }

    @Property(tries = 10)
    void a_forged_seal_at_the_end_is_found(@ForAll @IntRange(min = 1, max = ROWS) int copied) {
        house.execute(
                "insert into aisupport_audit_seal select ?, 999999, format, (select hash from aisupport_audit_seal where seq = ?),"
                        + " repeat('a', 64), key_id from aisupport_audit_seal where seq = ?",
                ROWS + 1,
                ROWS,
                copied);
        assertFound(REMOVED, ROWS + 1);
    }

    /** Harm: a seal outside of the chain, and its row is taken for a sealed one and never looked at. */
    @Property(tries = 40)
    void a_row_that_is_put_in_with_a_seal_of_its_own_is_found_under_whatever_number(@ForAll("numbers") long seq) {
        house.execute("insert into aisupport_audit (uuid, at_micros, kind, outcome)"
                + " select uuid(), max(at_micros), 'AUDIT_READ', 'DONE' from aisupport_audit");
        house.execute(
                "insert into aisupport_audit_seal select ?, max(audit_id), 1, repeat('0', 64), repeat('a', 64), '2026'"
                        + " from aisupport_audit",
                seq);

        assertFound(seq <= ROWS + 1 ? REORDERED : SEAL_REMOVED, Math.min(seq, ROWS + 1));
    }

    @Provide
    Arbitrary<Long> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.longs().lessOrEqual(0), Arbitraries.longs().greaterOrEqual(ROWS + 1));
    }

    private void putIn(Duration fromNow) {
        house.execute(
                "insert into aisupport_audit (uuid, at_micros, kind, outcome) values (uuid(), ?, 'AUDIT_READ', 'DONE')",
                ChronoUnit.MICROS.between(Instant.EPOCH, house.clock.instant().plus(fromNow)));
    }

    /** Harm: the module itself seals what somebody put into the past, and it passes for what happened. */
    @Property(tries = 20)
    void a_row_that_is_put_in_with_a_time_long_past_is_found_though_it_was_sealed(
            @ForAll @IntRange(min = 121, max = 5_000_000) int minutes, @ForAll @IntRange(max = 2) int rowsBehindIt) {
        putIn(Duration.ofMinutes(-minutes));
        house.write(rowsBehindIt);

        assertFound(OUT_OF_TIME, ROWS + 1);
        assertThat(house.last().seq()).isEqualTo(ROWS + 1 + rowsBehindIt);
    }

    @Property(tries = 20)
    void a_row_that_is_put_in_with_a_time_still_to_come_is_found_while_it_is_and_by_the_next_once_it_has_come(
            @ForAll @IntRange(min = 241, max = 5_000_000) int minutes) {
        putIn(Duration.ofMinutes(minutes));
        house.write(1);

        assertFound(OUT_OF_TIME, ROWS + 1);

        house.clock.advance(Duration.ofMinutes(minutes));
        assertFound(OUT_OF_TIME, ROWS + 2);
    }

    /** Said in docs/audit.md: the chain tells when a row came, and not who wrote it. */
    @Example
    void a_row_that_is_put_in_with_a_time_of_now_is_sealed_like_any_other() {
        putIn(Duration.ZERO);

        assertThat(house.verdict().outcome()).isEqualTo(ChainVerdict.Outcome.INTACT);
        assertThat(house.last().seq()).isEqualTo(ROWS + 1);
    }

    @Property(tries = 10)
    void a_log_that_was_cut_off_is_found_against_a_head(@ForAll @IntRange(min = 0, max = ROWS - 1) int left) {
        AuditHead head = house.head();
        house.execute("delete from aisupport_audit where audit_id >= ?", id(left + 1));
        house.execute("delete from aisupport_audit_seal where seq > ?", left);
        SealedHouse restarted = house.restartedWithoutFile();

        assertThat(restarted.verdict().outcome()).isEqualTo(ChainVerdict.Outcome.INTACT);
        // what was verified just now is itself in the audit, and has not been sealed before the second verification
        SealFinding found = restarted.verdict(Optional.of(head)).finding().orElseThrow();
        if (left + 1 < ROWS) {
            assertThat(found.kind()).isEqualTo(TRUNCATED);
            assertThat(found.seq()).isEqualTo(left + 2);
        } else {
            assertThat(found.kind()).isEqualTo(SealFinding.Kind.REWRITTEN);
            assertThat(found.seq()).isEqualTo(ROWS);
        }
    }
}
