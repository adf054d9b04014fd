/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program that needs no server. */
@Tag("A2")
class VerifyExportTest {

    private static final Map<String, String> KEYS =
            Map.of(VerifyExport.VARIABLE, Chains.NEW_KEY + ", " + Chains.OLD_KEY);

    private static final Instant EXPORTED = Instant.parse("2026-11-30T10:00:00.5Z");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<SealedRow> chain = new ArrayList<>();
    private List<String> lines;
    private Path file;

    @BeforeEach
    void export() throws IOException {
        List<AuditValues> rows = new ArrayList<>();
        for (String detail : List.of("plain", "ünïcode 💙", "quotes \" and \\ and \n and \u0001", "4", "5", "6")) {
            rows.add(Chains.row(rows.size() + 1L, detail));
        }
        chain.addAll(Chains.sealed(rows, 4));
        lines = linesOf(chain);
        file = folder.resolve("audit.ndjson");
    }

    private static List<String> linesOf(List<SealedRow> chain) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        for (SealedRow link : chain) {
            lines.add(json.writeValueAsString(AuditExport.line(link)));
        }
        lines.add(json.writeValueAsString(Map.of("head", AuditExport.head(headOf(chain)))));
        return lines;
    }

    private static AuditHead headOf(List<SealedRow> chain) {
        Optional<Seal> last = chain.isEmpty()
                ? Optional.empty()
                : Optional.of(chain.get(chain.size() - 1).seal());
        return AuditHead.sign(last, EXPORTED, Chains.BOTH);
    }

    private int verify(String... more) throws IOException {
        return verify(KEYS, more);
    }

    private int verify(Map<String, String> environment, String... more) throws IOException {
        Files.write(file, lines);
        List<String> arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(more));
        out.reset();
        return new VerifyExport(environment, new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(arguments.toArray(String[]::new));
    }

    private String told() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void what_nobody_touched_ends_with_0_and_says_where_the_chain_stands() throws IOException {
        assertThat(verify()).isZero();
        assertThat(told()).contains("6 rows", "number 6", chain.get(5).seal().hash(), "Intact.");
    }

    @Test
    void an_audit_in_which_nothing_has_happened_yet_is_intact() throws IOException {
        lines = linesOf(List.of());

        assertThat(verify()).isZero();
    }

    @Test
    void keys_may_stand_in_a_file() throws IOException {
        String keys = written("keys", Chains.NEW_KEY + "," + Chains.OLD_KEY + "\n");

        assertThat(verify(Map.of(), "--keys", keys)).isZero();
    }

    /** Harm: an auditor without a server is told of a missing class. */
    @Test
    void it_needs_the_module_s_own_classes_and_a_bare_Java() throws Exception {
        String head = written("head.json", lines.get(6));
        Files.write(file, lines);
        URL own = VerifyExport.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader bare = new URLClassLoader(new URL[] {own}, ClassLoader.getPlatformClassLoader())) {
            Class<?> program = bare.loadClass(VerifyExport.class.getName());
            Constructor<?> maker = program.getDeclaredConstructor(Map.class, PrintStream.class);
            Method run = program.getDeclaredMethod("run", String[].class);
            maker.setAccessible(true);
            run.setAccessible(true);
            Object made = maker.newInstance(KEYS, new PrintStream(out));

            Object intact = run.invoke(made, (Object) new String[] {file.toString(), "--head", head});
            lines.set(3, lines.get(3).replace("\"detail\":\"4\"", "\"detail\":\"forged\""));
            Files.write(file, lines);
            Object forged = run.invoke(made, (Object) new String[] {file.toString(), "--head", head});

            assertThat(List.of(intact, forged)).isEqualTo(List.of(0, 1));
        }
    }

    @Test
    void what_is_changed_ends_with_1_and_names_the_row() throws IOException {
        lines.set(3, lines.get(3).replace("\"detail\":\"4\"", "\"detail\":\"forged\""));

        assertThat(verify()).isEqualTo(1);
        assertThat(told()).contains("3 rows stand", "Number 4 in the chain, audit row 4");
    }

    /** Harm: something in the file is read by people, and by no seal. */
    @Test
    void whatever_single_character_is_changed_the_file_is_not_intact() throws IOException {
        String whole = String.join("\n", lines);
        Random random = new Random(7);
        for (int at = 0; at < whole.length(); at++) {
            char was = whole.charAt(at);
            char now = (char) ('!' + random.nextInt(90));
            if (now == was || was == '\n' || Character.isSurrogate(was)) {
                continue;
            }
            lines = List.of((whole.substring(0, at) + now + whole.substring(at + 1)).split("\n"));

            assertThat(verify()).as("%s became %s at %d", was, now, at).isNotZero();
        }
    }

    @Test
    void whatever_line_is_left_out_or_said_twice_the_file_is_broken() throws IOException {
        List<String> whole = List.copyOf(lines);
        for (int i = 0; i < whole.size(); i++) {
            lines = new ArrayList<>(whole);
            lines.remove(i);
            assertThat(verify()).as("without line %d", i + 1).isEqualTo(1);

            lines = new ArrayList<>(whole);
            lines.add(i, whole.get(i));
            assertThat(verify()).as("line %d twice", i + 1).isEqualTo(1);
        }
    }

    @Test
    void a_file_that_was_cut_and_given_an_older_head_is_found_against_the_newer_one() throws IOException {
        String newer = written("head.json", lines.get(6));
        lines = linesOf(chain.subList(0, 4));

        assertThat(verify()).isZero();
        assertThat(verify("--head", newer)).isEqualTo(1);
        assertThat(told()).contains("Number 5 in the chain: The chain ends before the given head");
    }

    @Test
    void an_older_head_is_found_in_a_newer_file() throws IOException {
        String older = written("head.json", linesOf(chain.subList(0, 2)).get(2));

        assertThat(verify("--head", older)).isZero();
    }

    @Test
    void rows_without_a_seal_are_counted_and_stand_behind_the_chain() throws IOException {
        lines.add(6, unsealed(9, Duration.ofMinutes(9)));
        assertThat(verify()).isZero();
        assertThat(told()).contains("1 rows have no seal yet");

        lines.add(0, lines.remove(6));
        assertThat(verify()).isEqualTo(1);
    }

    private static String unsealed(int id, Duration beforeTheExport) throws JsonProcessingException {
        long at = ChronoUnit.MICROS.between(Instant.EPOCH, EXPORTED.minus(beforeTheExport));
        return new ObjectMapper().writeValueAsString(Map.of("row", Map.of("audit_id", id, "at_micros", at)));
    }

    /** Harm: seals were taken away, or the sealer was stopped, and a copy of the audit passes for intact. */
    @Test
    void a_row_that_had_no_seal_for_long_when_it_was_exported_is_found() throws IOException {
        lines.add(6, unsealed(7, Duration.ofMinutes(2)));
        lines.add(7, unsealed(8, Duration.ofMinutes(11)));
        lines.add(8, unsealed(9, Duration.ofMinutes(1)));

        assertThat(verify()).isEqualTo(1);
        assertThat(told()).contains("3 rows have no seal yet", "Audit row 8: This row has no seal");
    }

    @Test
    void without_the_key_of_some_rows_it_can_not_be_told() throws IOException {
        assertThat(verify(Map.of(VerifyExport.VARIABLE, Chains.NEW_KEY))).isEqualTo(2);
        assertThat(told())
                .contains(
                        "3 rows stand as they were sealed",
                        "3 rows have a seal that can't be verified here",
                        "Number 1 in the chain");
        assertThat(verify(Map.of(VerifyExport.VARIABLE, Chains.NEW_KEY), "--lost", "2026@3"))
                .isEqualTo(2);
        assertThat(verify(Map.of(VerifyExport.VARIABLE, Chains.NEW_KEY), "--lost", "2026@2"))
                .isEqualTo(1);
        assertThat(verify(Map.of(VerifyExport.VARIABLE, Chains.NEW_KEY), "--lost", "2026"))
                .isEqualTo(2);
        assertThat(told()).contains("such as 2026@90000");
        assertThat(verify(Map.of(VerifyExport.VARIABLE, Chains.OLD_KEY))).isEqualTo(2);
    }

    @Test
    void a_row_with_a_time_long_past_can_not_be_told_until_it_is_explained() throws IOException {
        chain.add(Chains.next(
                chain,
                Chains.row(7, "late").with(AuditColumn.AT_MICROS, Chains.SOME_TIME - 86_400_000_000L),
                Chains.BOTH));
        lines = linesOf(chain);

        assertThat(verify()).isEqualTo(2);
        assertThat(told()).contains("Number 7 in the chain, audit row 7", "put in by hand");
        assertThat(verify("--explained", "7")).isZero();
        assertThat(verify("--explained", "seven")).isEqualTo(2);
    }

    @Test
    void a_row_with_a_time_from_after_the_export_can_not_be_told() throws IOException {
        long at = ChronoUnit.MICROS.between(Instant.EPOCH, EXPORTED.plus(Duration.ofHours(3)));
        chain.add(Chains.next(chain, Chains.row(7, "early").with(AuditColumn.AT_MICROS, at), Chains.BOTH));
        lines = linesOf(chain);

        assertThat(verify()).isEqualTo(2);
        assertThat(told()).contains("Number 7 in the chain, audit row 7", "still to come");
    }

    @Test
    void a_head_that_somebody_made_up_is_not_taken() throws IOException {
        String forged = written("head.json", lines.get(6).replace("\"seq\":6", "\"seq\":5"));

        assertThat(verify("--head", forged)).isEqualTo(2);
        assertThat(told()).contains("none of these keys signed the given head");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no keys", "2026=short"})
    void without_keys_it_says_so_and_tells_none(String keys) throws IOException {
        assertThat(verify(Map.of(VerifyExport.VARIABLE, keys))).isEqualTo(2);
        assertThat(told()).contains("NAME=KEY").doesNotContain("short");
    }

    @Test
    void what_is_no_export_and_what_can_not_be_read_ends_with_2() throws IOException {
        lines = List.of("<html>");
        assertThat(verify()).isEqualTo(2);
        assertThat(told()).contains("not an exported audit");

        assertThat(verify("--head", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(verify("--key", "2026=secret")).isEqualTo(2);
        assertThat(told()).contains("Give FILE").doesNotContain("secret");
        assertThat(verify("--head")).isEqualTo(2);
    }

    /** Harm: a question mark in a file becomes something else, and the seal still fits. */
    @Test
    void half_a_character_does_not_pass_for_a_question_mark() throws IOException {
        chain.clear();
        chain.addAll(Chains.sealed(List.of(Chains.row(1, "plain"), Chains.row(2, "é ? really")), 1));
        lines = linesOf(chain);
        assertThat(verify()).isZero();

        lines.set(1, lines.get(1).replace("? really", "\\ud83d really"));

        assertThat(verify()).isEqualTo(1);
        assertThat(told()).contains("Number 2 in the chain", "not what was sealed");
    }

    @Test
    void bytes_that_are_no_text_are_not_passed_over() throws IOException {
        Files.write(file, lines);
        byte[] bytes = Files.readAllBytes(file);
        bytes[200] = (byte) 0xff;
        Files.write(file, bytes);

        assertThat(new VerifyExport(KEYS, new PrintStream(out)).run(file.toString()))
                .isEqualTo(1);
    }
}
