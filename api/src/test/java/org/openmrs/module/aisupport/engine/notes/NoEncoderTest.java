/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the language model can't run, the rest of the module does, and the administrator reads why. */
@Tag("E5")
class NoEncoderTest {

    private static final NativePlatform HERE = NativePlatform.of(
                    System.getProperty("os.name"), System.getProperty("os.arch"))
            .orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, LINUX_X64",
        "Linux, aarch64, LINUX_ARM64",
        "Mac OS X, aarch64, MAC_ARM64",
        "Windows Server 2022, amd64, WINDOWS_X64",
    })
    void brings_a_library_for_what_servers_are(String system, String processor, NativePlatform expected)
            throws IOException {
        assertThat(NativePlatform.of(system, processor)).contains(expected);
        assertThat(entries())
                .filteredOn(entry -> entry.matches(".*\\.(so|dylib|dll)") && expected.needs(entry))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"Mac OS X, x86_64", "Linux, riscv64", "Linux, x86", "Windows 11, aarch64", "SunOS, sparcv9"})
    void on_another_system_the_answer_names_it_and_what_is_needed(String system, String processor) {
        EncoderAnswer answer = SentenceEncoder.open(system, processor);

        assertThat(answer).isInstanceOfSatisfying(EncoderAnswer.Unavailable.class, unavailable -> assertThat(
                        unavailable.reason())
                .contains("glibc 2.27 or later", system + " " + processor, "Everything else of the module works"));
    }

    /** As the loaders of Linux say it; each is a server that somebody has. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        /lib64/libc.so.6: version `GLIBC_2.28' not found (required by /tmp/a/libonnxruntime.so)                  | older than that
        Error loading shared library ld-linux-x86-64.so.2: No such file (needed by /tmp/a/libonnxruntime.so)     | no glibc
        libstdc++.so.6: cannot open shared object file: No such file or directory                                | C++ runtime library
        /tmp/a/libonnxruntime.so: failed to map segment from shared object: Operation not permitted              | java.io.tmpdir
        /tmp/b/libonnxruntime.so: version `VERS_1.29.0' not found (required by /tmp/a/libonnxruntime4j_jni.so)   | another version of ONNX Runtime
        Java heap space                                                                                          | -Xmx
        something that nobody has seen before                                                                    | install the module anew
        """)
    void what_the_system_says_becomes_what_an_administrator_can_do(String said, String words) {
        Error failure = new ExceptionInInitializerError(new UnsatisfiedLinkError(said));

        assertThat(WhyNot.words(failure)).contains(words, "(" + said + ")", "Everything else of the module works");
    }

    @Test
    void a_library_that_is_no_library_is_answered_with_a_reason() {
        EncoderAnswer answer = SentenceEncoder.open(holding("not a library".getBytes()));

        assertThat(answer)
                .isInstanceOfSatisfying(EncoderAnswer.Unavailable.class, unavailable -> assertThat(unavailable.reason())
                        .contains("could not be loaded", "install the module anew"));
        assertThat(SentenceEncoderTest.opened().encode(List.of("cough"))).hasDimensions(1, SentenceEncoder.SIZE);
    }

    /** The zip's own sum finds it before the system's loader, which would end the server, is given it. */
    @Test
    void a_jar_with_one_bit_changed_is_answered_with_a_reason() throws IOException {
        byte[] jar = jar();
        jar[jar.length / 2] ^= 1;
        KeptRuntime damaged =
                new KeptRuntime(NativePlatform.of("Mac OS X", "aarch64").orElseThrow());

        assertThatThrownBy(() -> damaged.load(new ByteArrayInputStream(jar))).isInstanceOf(IOException.class);
    }

    @Test
    void a_disk_that_is_full_is_answered_with_a_reason() {
        EncoderAnswer answer =
                SentenceEncoder.open(new KeptRuntime(HERE, "org.openmrs.module.aisupport:type=NoFolder") {
                    @Override
                    InputStream jar() throws IOException {
                        throw new IOException("No space left on device");
                    }
                });

        assertThat(answer)
                .isInstanceOfSatisfying(EncoderAnswer.Unavailable.class, unavailable -> assertThat(unavailable.reason())
                        .contains("No space left on device", "100 MB"));
    }

    private static KeptRuntime holding(byte[] library) {
        return new KeptRuntime(HERE, "org.openmrs.module.aisupport:type=Damaged") {
            @Override
            InputStream jar() throws IOException {
                ByteArrayOutputStream damaged = new ByteArrayOutputStream();
                try (ZipInputStream from = new ZipInputStream(super.jar());
                        ZipOutputStream to = new ZipOutputStream(damaged)) {
                    for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                        if (HERE.needs(entry.getName())) {
                            to.putNextEntry(new ZipEntry(entry.getName()));
                            to.write(entry.getName().contains("/native/") ? library : from.readAllBytes());
                        }
                    }
                }
                return new ByteArrayInputStream(damaged.toByteArray());
            }
        };
    }

    private static byte[] jar() throws IOException {
        try (InputStream jar = NoEncoderTest.class.getResourceAsStream("onnxruntime.jar")) {
            return Optional.ofNullable(jar).orElseThrow().readAllBytes();
        }
    }

    private static List<String> entries() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar()))) {
            List<String> names = new ArrayList<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
            return names;
        }
    }
}
