/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.persistence.Column;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.testing.Database;

@Tag("A2")
class SealFormatTest {

    private static final byte[] NOTHING = SealFormat.bytes(SealFormat.NOTHING);

    /** Harm: a column is added to the audit and can be changed without anybody finding it. Give the format a new version then. */
    @Test
    void a_seal_covers_every_column_of_the_table_and_of_the_row() {
        List<String> sealed =
                Arrays.stream(AuditColumn.values()).map(AuditColumn::column).toList();

        assertThat(Database.texts("select column_name from information_schema.columns where table_schema = database()"
                        + " and table_name = 'aisupport_audit' order by ordinal_position"))
                .isEqualTo(sealed);
        assertThat(Arrays.stream(AuditRow.class.getDeclaredFields())
                        .map(SealFormatTest::columnOf)
                        .toList())
                .isEqualTo(sealed);
    }

    private static String columnOf(Field field) {
        return field.getAnnotation(Column.class).name();
    }

    @Test
    void the_bytes_are_those_that_the_documentation_tells() {
        byte[] bytes = new SealFormat(Chains.OLD)
                .write(2, NOTHING, "2026", Chains.row(258, "é"))
                .toArray();

        String expected = "53" + "01" + "0000000000000002" + "00".repeat(32) + text("2026") + "00000008"
                + "0000000000000102" + text("uuid-of-258") + "00000008" + "00060a24181e4102"
                + text("SUGGESTIONS_VIEWED")
                + text("DONE") + "00000008" + "000000000000000b" + text("0fb2d5a4-8d55-4a0c-8f6b-7f3f2f5d1c11")
                + text("Dr. Anna Friis") + "00000008" + "0000000000000007"
                + text("5946f880-b197-400b-9caa-a3c661d23041") + "ffffffff".repeat(11) + "00000002" + "c3a9";
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(expected);
    }

    private static String text(String ascii) {
        byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
        return "%08x".formatted(bytes.length) + HexFormat.of().formatHex(bytes);
    }

    /** Reckoned by another program, so that a change of the format that all of ours follow is noticed. */
    @Test
    void the_hash_of_a_known_row_is_as_reckoned_elsewhere() {
        String hash = SealFormat.hex(new SealFormat(Chains.OLD).hash(2, NOTHING, "2026", Chains.row(258, "é")));

        assertThat(hash).isEqualTo("6943a2c4612ae564d666c9bfa5cf399116eb2a7c1a0fdc38c6b43762aba6a286");
    }

    @Test
    void none_is_not_empty_and_what_moves_from_one_column_to_the_next_is_noticed() {
        AuditValues row = Chains.row(1, null);

        assertThat(List.of(
                        hash(row),
                        hash(row.with(AuditColumn.DETAIL, "")),
                        hash(row.with(AuditColumn.ENGINE, "ab").with(AuditColumn.ENGINE_VERSION, "c")),
                        hash(row.with(AuditColumn.ENGINE, "a").with(AuditColumn.ENGINE_VERSION, "bc"))))
                .doesNotHaveDuplicates();
    }

    private static String hash(AuditValues row) {
        return SealFormat.hex(new SealFormat(Chains.OLD).hash(1, NOTHING, "2026", row));
    }
}
