/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.EDITED;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.FORMAT_UNKNOWN;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.KEY_LOST;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.KEY_UNKNOWN;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.OLD_KEY;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.OUT_OF_TIME;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.REMOVED;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.REORDERED;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.REWRITTEN;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.SEAL_EDITED;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.SEAL_REMOVED;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.TRUNCATED;
import static org.openmrs.module.aisupport.audit.seal.SealFinding.Kind.UNSEALED_TOO_LONG;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.openmrs.module.aisupport.persistence.KeyRing;

/** Whatever one change is made to a sealed log: it is found, and at the right row. */
@Tag("A2")
class ChainPropertyTest {

    /** Some rows with whatever values, sealed under one key or two. */
    @Provide
    Arbitrary<List<SealedRow>> chains() {
        return Combinators.combine(
                        rows().list().ofMinSize(2).ofMaxSize(12),
                        Arbitraries.integers().between(1, 20))
                .as((rows, firstOfTheNewKey) -> Chains.sealed(withOwnIds(rows), firstOfTheNewKey));
    }

    private static Arbitrary<AuditValues> rows() {
        Arbitrary<Object> numbers = Arbitraries.longs().asGeneric();
        Arbitrary<Object> texts = Chains.texts().ofMaxLength(20).asGeneric();
        List<Arbitrary<Object>> columns = new ArrayList<>();
        for (AuditColumn column : AuditColumn.values()) {
            columns.add((column.isNumber() ? numbers : texts).injectNull(0.3));
        }
        return Combinators.combine(columns).as(values -> new AuditValues(values.toArray()));
    }

    /** Ids in no order, as they come in; times long past. */
    private static List<AuditValues> withOwnIds(List<AuditValues> rows) {
        List<AuditValues> own = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            own.add(rows.get(i)
                    .with(AuditColumn.AUDIT_ID, 100L + (i ^ 1))
                    .with(AuditColumn.AT_MICROS, Chains.SOME_TIME + i));
        }
        return own;
    }

    private static int index(List<SealedRow> chain, int any) {
        return any % chain.size();
    }

    private static ChainVerdict verdict(List<SealedRow> chain) {
        return Chains.verdict(chain);
    }

    private static void assertFound(List<SealedRow> chain, SealFinding.Kind kind, long seq) {
        assertThat(verdict(chain).finding()).hasValueSatisfying(found -> {
            assertThat(found.kind()).isEqualTo(kind);
            assertThat(found.seq()).isEqualTo(seq);
        });
    }

    private static AuditValues row(SealedRow link) {
        return link.row().orElseThrow();
    }

    private static SealedRow with(SealedRow link, AuditValues row) {
        return new SealedRow(link.seal(), Optional.of(row));
    }

    private static SealedRow numbered(SealedRow link, long seq) {
        Seal seal = link.seal();
        return new SealedRow(
                new Seal(seq, seal.auditId(), seal.format(), seal.previous(), seal.hash(), seal.keyId()), link.row());
    }

    private static List<SealedRow> renumbered(List<SealedRow> chain) {
        List<SealedRow> numbered = new ArrayList<>();
        chain.forEach(link -> numbered.add(numbered(link, numbered.size() + 1L)));
        return numbered;
    }

    @Property
    void what_nobody_touched_is_intact(@ForAll("chains") List<SealedRow> chain) {
        ChainVerdict verdict = verdict(chain);

        assertThat(verdict.outcome()).isEqualTo(ChainVerdict.Outcome.INTACT);
        assertThat(verdict.rows()).isEqualTo(chain.size());
        assertThat(verdict.last()).hasValue(chain.get(chain.size() - 1).seal());
    }

    @Property(tries = 2000)
    void any_column_of_any_row_that_is_changed_is_found_at_that_row(
            @ForAll("chains") List<SealedRow> chain,
            @ForAll @IntRange(max = 1000) int any,
            @ForAll AuditColumn column,
            @ForAll("values") Object value) {
        int i = index(chain, any);
        Object changed = column.isNumber() == value instanceof Long ? value : null;
        AuditValues before = row(chain.get(i));
        Assume.that(!java.util.Objects.equals(before.get(column), changed));

        chain.set(i, with(chain.get(i), before.with(column, changed)));

        assertFound(chain, EDITED, i + 1L);
    }

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.oneOf(
                Arbitraries.longs().asGeneric(), Chains.texts().ofMaxLength(10).asGeneric());
    }

    @Property
    void a_row_that_is_taken_away_is_found_by_its_seal(
            @ForAll("chains") List<SealedRow> chain, @ForAll @IntRange(max = 1000) int any) {
        int i = index(chain, any);

        chain.set(i, new SealedRow(chain.get(i).seal(), Optional.empty()));

        assertFound(chain, REMOVED, i + 1L);
    }

    @Property
    void a_seal_that_is_taken_away_is_found_by_its_number_or_by_its_row(
            @ForAll("chains") List<SealedRow> chain, @ForAll @IntRange(max = 1000) int any) {
        int i = index(chain, any);
        boolean newest = i == chain.size() - 1;

        AuditValues left = row(chain.remove(i));

        ChainVerifier verifier = Chains.verifier(Chains.BOTH, LostKeys.NONE, Optional.empty());
        chain.forEach(verifier::next);
        verifier.unsealed(left, Instant.now());
        SealFinding found = verifier.verdict().finding().orElseThrow();
        assertThat(found)
                .isEqualTo(
                        newest
                                ? new SealFinding(UNSEALED_TOO_LONG, 0, left.id())
                                : new SealFinding(SEAL_REMOVED, i + 1L, 0));
    }

    @Property
    void a_link_that_is_taken_away_is_found_also_where_the_numbers_after_it_are_made_to_fit(
            @ForAll("chains") List<SealedRow> chain, @ForAll @IntRange(max = 1000) int any) {
        int i = any % (chain.size() - 1);

        chain.remove(i);

        assertFound(chain, SEAL_REMOVED, i + 1L);
        assertFound(renumbered(chain), REORDERED, i + 1L);
    }

    @Property
    void a_row_that_is_put_in_without_a_seal_is_found(
            @ForAll("chains") List<SealedRow> chain, @ForAll @LongRange(min = 1, max = 99) long id) {
        AuditValues forged = Chains.row(id, "forged");

        ChainVerifier verifier = Chains.verifier(Chains.BOTH, LostKeys.NONE, Optional.empty());
        chain.forEach(verifier::next);
        verifier.unsealed(forged, Instant.now());

        assertThat(verifier.verdict().finding()).hasValue(new SealFinding(UNSEALED_TOO_LONG, 0, id));
    }

    @Property
    void a_link_that_is_put_in_by_whoever_has_no_key_is_found_wherever_it_is(
            @ForAll("chains") List<SealedRow> chain, @ForAll @IntRange(max = 1000) int any) {
        int i = any % (chain.size() + 1);
        List<SealedRow> before = new ArrayList<>(chain.subList(0, i));
        KeyRing wrongKey = KeyRing.read("test", "2027=AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

        chain.add(i, Chains.next(before, Chains.row(7, "forged"), wrongKey));

        assertFound(renumbered(chain), EDITED, i + 1L);
    }

    @Property
    void a_link_that_is_copied_to_another_place_is_found_there(
            @ForAll("chains") List<SealedRow> chain,
            @ForAll @IntRange(max = 1000) int one,
            @ForAll @IntRange(max = 1000) int other) {
        SealedRow copied = chain.get(index(chain, one));
        int i = any(chain, other, one);

        chain.add(i, copied);

        assertFound(renumbered(chain), REORDERED, i + 1L);
    }

    /** Any place but its own: there it is what it was, and shows at the next. */
    private static int any(List<SealedRow> chain, int any, int butNot) {
        int i = any % (chain.size() + 1);
        return i == index(chain, butNot) ? i + 1 : i;
    }

    @Property
    void two_rows_that_change_places_are_found_at_the_first(
            @ForAll("chains") List<SealedRow> chain,
            @ForAll @IntRange(max = 1000) int one,
            @ForAll @IntRange(max = 1000) int other) {
        int i = index(chain, one);
        int j = index(chain, other);
        Assume.that(i != j);
        SealedRow first = chain.get(i);
        SealedRow second = chain.get(j);

        chain.set(i, pointing(first, row(second)));
        chain.set(j, pointing(second, row(first)));

        assertFound(chain, EDITED, Math.min(i, j) + 1L);
    }

    /** Its seal is made to name another row. */
    private static SealedRow pointing(SealedRow link, AuditValues row) {
        Seal seal = link.seal();
        return new SealedRow(
                new Seal(seal.seq(), row.id(), seal.format(), seal.previous(), seal.hash(), seal.keyId()),
                Optional.of(row));
    }

    @Property
    void two_seals_that_change_numbers_are_found_at_the_first(
            @ForAll("chains") List<SealedRow> chain,
            @ForAll @IntRange(max = 1000) int one,
            @ForAll @IntRange(max = 1000) int other) {
        int i = index(chain, one);
        int j = index(chain, other);
        Assume.that(i != j);
        SealedRow first = chain.get(i);

        chain.set(i, chain.get(j));
        chain.set(j, first);

        assertFound(renumbered(chain), REORDERED, Math.min(i, j) + 1L);
    }

    @Property
    void whatever_of_a_seal_is_changed_is_found_at_that_seal(
            @ForAll("chains") List<SealedRow> chain,
            @ForAll @IntRange(max = 1000) int any,
            @ForAll @IntRange(max = 63) int digit) {
        int i = index(chain, any);
        Seal seal = chain.get(i).seal();
        String hash = turned(seal.hash(), digit);
        String previous = turned(seal.previous(), digit);
        String otherKey = seal.keyId().equals("2026") ? "2027" : "2026";

        assertFound(changed(chain, i, seal.format(), seal.previous(), hash, seal.keyId()), EDITED, i + 1L);
        assertFound(changed(chain, i, seal.format(), seal.previous(), "no hash", seal.keyId()), EDITED, i + 1L);
        assertFound(changed(chain, i, seal.format(), previous, seal.hash(), seal.keyId()), SEAL_EDITED, i + 1L);
        assertFound(changed(chain, i, seal.format(), seal.previous(), seal.hash(), otherKey), EDITED, i + 1L);
        assertFound(changed(chain, i, seal.format(), seal.previous(), seal.hash(), null), EDITED, i + 1L);
        assertFound(changed(chain, i, seal.format(), seal.previous(), null, seal.keyId()), EDITED, i + 1L);
        assertFound(changed(chain, i, seal.format(), null, seal.hash(), seal.keyId()), SEAL_EDITED, i + 1L);
        assertFound(changed(chain, i, 0, seal.previous(), seal.hash(), seal.keyId()), EDITED, i + 1L);
    }

    private static List<SealedRow> at(List<Long> secondsSinceSomeTime) {
        List<AuditValues> rows = new ArrayList<>();
        for (long seconds : secondsSinceSomeTime) {
            rows.add(Chains.row(rows.size() + 1L, "any")
                    .with(AuditColumn.AT_MICROS, Chains.SOME_TIME + seconds * 1_000_000));
        }
        return Chains.sealed(rows, Integer.MAX_VALUE);
    }

    private static ChainVerdict verdict(List<SealedRow> chain, Explained explained, long asOfSeconds) {
        ChainVerifier verifier =
                new ChainVerifier(new SealTerms(Chains.BOTH, LostKeys.NONE, explained), Optional.empty());
        chain.forEach(verifier::next);
        return verifier.verdict(Instant.EPOCH.plusSeconds(Chains.SOME_TIME / 1_000_000 + asOfSeconds));
    }

    /** Harm: false alarms, after which nobody looks at an alarm any more. */
    @Property
    void rows_that_come_in_up_to_two_hours_late_and_after_any_pause_are_no_finding(
            @ForAll @Size(max = 20) List<@IntRange(max = 10_000_000) Integer> pauses,
            @ForAll @Size(value = 20) List<@IntRange(max = 7_200) Integer> late) {
        List<Long> times = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < pauses.size(); i++) {
            now += pauses.get(i);
            times.add(now - late.get(i));
        }

        assertThat(verdict(at(times), Explained.NOTHING, now).finding()).isEmpty();
    }

    @Example
    void a_clock_that_was_set_back_is_found_once_and_is_no_finding_any_more_once_it_is_explained() {
        List<SealedRow> chain = at(List.of(0L, 100_000L, 10L, 20L, 30L));
        assertThat(verdict(chain, Explained.NOTHING, 200_000).finding()).hasValue(new SealFinding(OUT_OF_TIME, 3, 3));
        assertThat(verdict(chain, Explained.read("2"), 200_000).finding()).hasValue(new SealFinding(OUT_OF_TIME, 3, 3));

        assertThat(verdict(chain, Explained.read("3"), 200_000).finding()).isEmpty();
        List<SealedRow> later = at(List.of(0L, 100_000L, 10L, 20L, 30L, 90_000L, 40L));
        assertThat(verdict(later, Explained.read("3, 99"), 200_000).finding())
                .hasValue(new SealFinding(OUT_OF_TIME, 7, 7));
    }

    @Example
    void of_a_time_still_to_come_that_row_is_told_and_not_those_behind_it() {
        List<SealedRow> chain = at(List.of(0L, 100_000L, 10L, 20L));

        assertThat(verdict(chain, Explained.NOTHING, 30).finding()).hasValue(new SealFinding(OUT_OF_TIME, 2, 2));
    }

    @Example
    void half_a_character_in_a_row_is_found_there() {
        List<SealedRow> chain = Chains.ofRows(3);
        chain.set(1, with(chain.get(1), row(chain.get(1)).with(AuditColumn.DETAIL, "\ud83d")));

        assertFound(chain, EDITED, 2);
    }

    /** Harm: a lost key is said once, and from then on hides what is wrong behind it. */
    @Example
    void what_a_lost_key_sealed_hides_no_other_finding() {
        List<SealedRow> chain = at(List.of(0L, 1L));
        chain.add(Chains.next(chain, row(at(List.of(100_000L)).get(0)), Chains.BOTH));
        chain.add(Chains.next(chain, row(at(List.of(10L)).get(0)), Chains.BOTH));
        LostKeys lost = LostKeys.read("2026@2");
        KeyRing onlyNew = KeyRing.read("test", Chains.NEW_KEY);

        assertThat(Chains.verdict(chain, onlyNew, lost, Optional.empty()).finding())
                .hasValue(new SealFinding(OUT_OF_TIME, 4, 1));
        assertThat(Chains.verdict(chain.subList(0, 3), onlyNew, lost, Optional.empty())
                        .finding())
                .hasValue(new SealFinding(KEY_LOST, 1, 1));
    }

    @Example
    void what_is_broken_is_told_before_what_is_out_of_time() {
        List<SealedRow> chain = at(List.of(100_000L, 10L, 20L));
        chain.set(2, with(chain.get(2), row(chain.get(2)).with(AuditColumn.DETAIL, "forged")));

        assertThat(verdict(chain, Explained.NOTHING, 200_000).finding()).hasValue(new SealFinding(EDITED, 3, 3));
    }

    /** Harm: a name that no key has makes of any seal one of which nothing can be told. */
    @Property
    void a_seal_that_is_given_an_unknown_key_stands_in_the_middle_of_another_keys_seals(
            @ForAll("chains") List<SealedRow> chain, @ForAll @IntRange(max = 1000) int any) {
        int i = index(chain, any);
        Seal seal = chain.get(i).seal();
        boolean inTheMiddle = i > 0
                && i < chain.size() - 1
                && chain.get(i - 1)
                        .seal()
                        .keyId()
                        .equals(chain.get(i + 1).seal().keyId());

        List<SealedRow> changed = changed(chain, i, 1, seal.previous(), seal.hash(), "gone");

        assertFound(changed, inTheMiddle ? OLD_KEY : KEY_UNKNOWN, i + (inTheMiddle ? 2L : 1L));
    }

    @Property
    void a_newer_format_is_followed_by_no_older_one(
            @ForAll("chains") List<SealedRow> chain, @ForAll @IntRange(max = 1000) int any) {
        int i = index(chain, any);
        Seal seal = chain.get(i).seal();
        boolean newest = i == chain.size() - 1;

        List<SealedRow> changed = changed(chain, i, 2, seal.previous(), seal.hash(), seal.keyId());

        assertFound(changed, newest ? FORMAT_UNKNOWN : REORDERED, i + (newest ? 1L : 2L));
    }

    /** Harm: behind a lost key, its name is set on later seals, and their rows are edited. */
    @Property
    void an_edit_behind_a_lost_key_can_not_hide_under_its_name(
            @ForAll("chains") List<SealedRow> chain, @ForAll @IntRange(min = 2, max = 1000) int any) {
        long last = chain.stream()
                .filter(link -> link.seal().keyId().equals("2026"))
                .count();
        Assume.that(last > 0 && last < chain.size());
        KeyRing onlyNew = KeyRing.read("test", Chains.NEW_KEY);
        LostKeys lost = LostKeys.read("2026@" + last);
        ChainVerdict untouched = Chains.verdict(chain, onlyNew, lost, Optional.empty());
        assertThat(untouched.outcome()).isEqualTo(ChainVerdict.Outcome.UNDECIDED);
        assertThat(untouched.unverified()).isEqualTo(last);
        assertThat(untouched.rows()).isEqualTo(chain.size() - last);
        int i = (int) last + any % (int) (chain.size() - last);

        List<SealedRow> forged = chain;
        for (int k = (int) last; k <= i; k++) {
            Seal seal = forged.get(k).seal();
            forged = changed(forged, k, 1, seal.previous(), seal.hash(), "2026");
        }
        forged.set(i, with(forged.get(i), row(forged.get(i)).with(AuditColumn.DETAIL, "another past")));

        assertThat(Chains.verdict(forged, onlyNew, lost, Optional.empty()).finding())
                .hasValueSatisfying(found -> {
                    assertThat(found.kind()).isEqualTo(OLD_KEY);
                    assertThat(found.seq()).isEqualTo(last + 1);
                });
    }

    @Property
    void a_lost_keys_seals_that_end_too_early_are_found(@ForAll("chains") List<SealedRow> chain) {
        long last = chain.stream()
                .filter(link -> link.seal().keyId().equals("2026"))
                .count();
        Assume.that(last > 0 && last < chain.size());

        assertThat(Chains.verdict(chain, Chains.BOTH, LostKeys.read("2026@" + (last + 1)), Optional.empty())
                        .finding())
                .hasValueSatisfying(found -> {
                    assertThat(found.kind()).isEqualTo(REORDERED);
                    assertThat(found.seq()).isEqualTo(last + 1);
                });
    }

    @Property
    void a_head_is_held_also_against_a_seal_that_can_not_be_verified(
            @ForAll("chains") List<SealedRow> chain, @ForAll @IntRange(max = 1000) int any) {
        int i = index(chain, any);
        AuditHead head = headOf(chain.subList(0, i + 1));
        List<AuditValues> rows =
                new ArrayList<>(chain.stream().map(ChainPropertyTest::row).toList());
        rows.set(i, rows.get(i).with(AuditColumn.DETAIL, "another past"));
        List<SealedRow> anew = Chains.sealed(rows, Integer.MAX_VALUE);
        KeyRing onlyNew = KeyRing.read("test", Chains.NEW_KEY);

        assertThat(Chains.verdict(anew, onlyNew, Optional.of(head)).finding()).hasValueSatisfying(found -> {
            assertThat(found.kind()).isEqualTo(REWRITTEN);
            assertThat(found.seq()).isEqualTo(i + 1L);
        });
    }

    @Example
    void somebody_who_gives_every_seal_a_name_of_its_own_is_found_before_they_fill_the_memory() {
        List<SealedRow> chain = Chains.ofRows(1_100);
        for (int i = 0; i < chain.size(); i++) {
            Seal seal = chain.get(i).seal();
            chain.set(
                    i,
                    new SealedRow(
                            new Seal(seal.seq(), seal.auditId(), 1, seal.previous(), seal.hash(), "name" + i),
                            chain.get(i).row()));
        }

        assertFound(chain, EDITED, 1_001);
    }

    private static String turned(String hash, int digit) {
        char other = hash.charAt(digit) == '0' ? '1' : '0';
        return hash.substring(0, digit) + other + hash.substring(digit + 1);
    }

    private static List<SealedRow> changed(
            List<SealedRow> chain, int i, int format, String previous, String hash, String keyId) {
        List<SealedRow> changed = new ArrayList<>(chain);
        Seal seal = chain.get(i).seal();
        changed.set(
                i,
                new SealedRow(
                        new Seal(seal.seq(), seal.auditId(), format, previous, hash, keyId),
                        chain.get(i).row()));
        return changed;
    }

    @Property
    void any_truncation_is_found_against_a_head_and_only_against_one(
            @ForAll("chains") List<SealedRow> chain,
            @ForAll @IntRange(max = 1000) int any,
            @ForAll @IntRange(max = 1000) int anyOther) {
        int exportedAfter = 1 + index(chain, any);
        int cutAfter = anyOther % exportedAfter;
        AuditHead head = headOf(chain.subList(0, exportedAfter));

        List<SealedRow> cut = chain.subList(0, cutAfter);

        assertThat(verdict(cut).outcome()).isEqualTo(ChainVerdict.Outcome.INTACT);
        assertThat(Chains.verdict(cut, Chains.BOTH, Optional.of(head)).finding())
                .hasValue(new SealFinding(TRUNCATED, cutAfter + 1L, 0));
        assertThat(Chains.verdict(chain, Chains.BOTH, Optional.of(head)).outcome())
                .isEqualTo(ChainVerdict.Outcome.INTACT);
    }

    private static AuditHead headOf(List<SealedRow> chain) {
        return AuditHead.sign(Optional.of(chain.get(chain.size() - 1).seal()), Instant.now(), Chains.BOTH);
    }

    @Property
    void a_chain_that_was_made_anew_with_the_key_is_found_against_a_head_from_after_the_change(
            @ForAll("chains") List<SealedRow> chain,
            @ForAll @IntRange(max = 1000) int any,
            @ForAll @IntRange(max = 1000) int anyOther) {
        int i = index(chain, any);
        int exportedAfter = i + 1 + anyOther % (chain.size() - i);
        AuditHead head = headOf(chain.subList(0, exportedAfter));
        List<AuditValues> rows =
                new ArrayList<>(chain.stream().map(ChainPropertyTest::row).toList());
        rows.set(i, rows.get(i).with(AuditColumn.DETAIL, "another past"));

        List<SealedRow> anew = Chains.sealed(rows, 1);

        assertThat(verdict(anew).outcome()).isEqualTo(ChainVerdict.Outcome.INTACT);
        assertThat(Chains.verdict(anew, Chains.BOTH, Optional.of(head)).finding())
                .hasValue(new SealFinding(
                        REWRITTEN,
                        exportedAfter,
                        anew.get(exportedAfter - 1).seal().auditId()));
    }

    @Property
    void whoever_has_only_an_old_key_can_not_go_on_with_it(@ForAll("chains") List<SealedRow> chain) {
        boolean hasNewKey = chain.get(chain.size() - 1).seal().keyId().equals("2027");

        chain.add(Chains.next(chain, Chains.row(7, "forged"), Chains.OLD));

        assertThat(verdict(chain).finding().map(SealFinding::kind))
                .isEqualTo(hasNewKey ? Optional.of(OLD_KEY) : Optional.empty());
    }

    @Property
    void without_the_old_key_it_can_not_be_told_and_what_is_broken_behind_is_told_all_the_same(
            @ForAll("chains") List<SealedRow> chain, @ForAll @IntRange(max = 1000) int any) {
        KeyRing onlyNew = KeyRing.read("test", Chains.NEW_KEY);
        Assume.that(chain.get(0).seal().keyId().equals("2026"));
        ChainVerdict verdict = Chains.verdict(chain, onlyNew, Optional.empty());
        assertThat(verdict.outcome()).isEqualTo(ChainVerdict.Outcome.UNDECIDED);
        assertThat(verdict.finding())
                .hasValueSatisfying(found -> assertThat(found.seq()).isEqualTo(1));
        int i = index(chain, any);

        chain.set(i, new SealedRow(chain.get(i).seal(), Optional.empty()));

        assertThat(Chains.verdict(chain, onlyNew, Optional.empty()).outcome()).isEqualTo(ChainVerdict.Outcome.BROKEN);
    }

    @Property
    void no_two_rows_have_the_same_bytes(@ForAll("chains") List<SealedRow> chain) {
        Set<String> seen = new HashSet<>();
        SealFormat format = new SealFormat(Chains.OLD);
        for (SealedRow link : chain) {
            byte[] bytes = format.write(1, new byte[32], "2026", row(link)).toArray();
            assertThat(seen.add(SealFormat.hex(bytes))).isTrue();
        }
    }

    /** Harm: a head with a nonsensical time is an error of the server and not of the head. */
    @Example
    void a_head_may_be_of_any_time_that_fits_and_is_not_taken_with_one_that_does_not() {
        AuditHead late = AuditHead.sign(Optional.empty(), Instant.parse("2400-01-01T00:00:00.123456Z"), Chains.BOTH);
        assertThat(late.isSignedWith(Chains.BOTH)).isTrue();

        for (Instant at : List.of(Instant.MIN, Instant.MAX)) {
            assertThat(new AuditHead(late.seq(), late.hash(), late.auditId(), at, late.keyId(), late.signature())
                            .isSignedWith(Chains.BOTH))
                    .isFalse();
        }
    }

    @Property
    void a_head_of_which_anything_is_changed_is_not_taken(@ForAll("chains") List<SealedRow> chain) {
        AuditHead head = headOf(chain);

        assertThat(head.isSignedWith(Chains.BOTH)).isTrue();
        assertThat(List.of(
                        new AuditHead(head.seq() + 1, head.hash(), head.auditId(), head.at(), "2027", head.signature()),
                        new AuditHead(
                                head.seq(),
                                turned(head.hash(), 3),
                                head.auditId(),
                                head.at(),
                                "2027",
                                head.signature()),
                        new AuditHead(head.seq(), head.hash(), 0, head.at(), "2027", head.signature()),
                        new AuditHead(
                                head.seq(),
                                head.hash(),
                                head.auditId(),
                                head.at().plusSeconds(1),
                                "2027",
                                head.signature()),
                        new AuditHead(head.seq(), head.hash(), head.auditId(), head.at(), "2026", head.signature()),
                        new AuditHead(head.seq(), head.hash(), head.auditId(), head.at(), "gone", head.signature()),
                        new AuditHead(
                                head.seq(),
                                head.hash(),
                                head.auditId(),
                                head.at(),
                                "2027",
                                turned(head.signature(), 9)),
                        new AuditHead(head.seq(), "", head.auditId(), head.at(), "2027", head.signature())))
                .noneMatch(changed -> changed.isSignedWith(Chains.BOTH));
    }
}
