/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/**
 * The finished module can't harm its neighbours: OpenMRS asks the class loaders of all modules for any class, in no certain order, and
 * reads every class below org.openmrs that it finds in them, each time it starts.
 */
@Tag("O2")
class ModuleFileIT {

    private static final String OURS = "org/openmrs/module/aisupport/";
    private static final String NOTES = OURS + "engine/notes/";
    private static final Pattern HAPI_BY_ITS_OWN_NAME =
            Pattern.compile("(?<!" + OURS + "library/)(ca/uhn/fhir|org/hl7/fhir)/");

    private static final Map<String, byte[]> MODULE = new TreeMap<>();
    private static final Map<String, byte[]> LIBRARY = new TreeMap<>();
    private static final Map<String, byte[]> API = new TreeMap<>();

    @TempDir
    private static Path folder;

    private static Path library;

    @BeforeAll
    static void open() throws IOException {
        MODULE.putAll(entries(Files.newInputStream(Path.of(System.getProperty("omod.file")))));
        for (Map.Entry<String, byte[]> entry : MODULE.entrySet()) {
            if (entry.getKey().matches("lib/hapi-fhir-.*\\.jar")) {
                library = Files.write(folder.resolve("library.jar"), entry.getValue());
                LIBRARY.putAll(entries(new ByteArrayInputStream(entry.getValue())));
            }
            if (entry.getKey().matches("lib/aisupport-api-.*\\.jar")) {
                API.putAll(entries(new ByteArrayInputStream(entry.getValue())));
            }
        }
    }

    @Test
    void every_class_in_the_module_and_in_its_libraries_has_a_name_of_our_own() throws IOException {
        assertThat(classes(MODULE).keySet()).hasSizeGreaterThan(20).allMatch(name -> name.startsWith(OURS));
        assertThat(classes(LIBRARY)).hasSizeGreaterThan(1_000);
        for (Map.Entry<String, byte[]> entry : MODULE.entrySet()) {
            if (entry.getKey().endsWith(".jar")) {
                assertThat(classes(entries(new ByteArrayInputStream(entry.getValue())))
                                .keySet())
                        .as(entry.getKey())
                        .isNotEmpty()
                        .allMatch(name -> name.startsWith(OURS));
            }
        }
    }

    @Test
    void no_class_calls_hapi_by_the_name_that_another_module_may_answer_to() {
        assertThat(callingHapiByItsOwnName(MODULE)).isEmpty();
        assertThat(callingHapiByItsOwnName(LIBRARY))
                // Names of files that HAPI's own jar doesn't hold either, or that the module has no use for.
                .allMatch(name -> name.matches(".*/(ModelScanner|DefaultThymeleafNarrativeGenerator)\\.class"));
    }

    @Test
    void failsafe_is_there_and_called_by_the_name_of_our_own_alone() throws IOException {
        Pattern byItsOwnName = Pattern.compile("(?<!" + OURS + "library/)dev/failsafe/");
        Map<String, byte[]> all = new TreeMap<>();
        for (Map.Entry<String, byte[]> entry : MODULE.entrySet()) {
            if (entry.getKey().endsWith(".jar")) {
                all.putAll(classes(entries(new ByteArrayInputStream(entry.getValue()))));
            }
        }

        assertThat(all).containsKey(OURS + "library/dev/failsafe/CircuitBreaker.class");
        assertThat(all.entrySet()).noneMatch(entry -> byItsOwnName
                .matcher(new String(entry.getValue(), ISO_8859_1))
                .find());
        assertThat(all.entrySet())
                .anyMatch(entry -> entry.getKey().endsWith("/http/EngineCalls.class")
                        && new String(entry.getValue(), ISO_8859_1).contains(OURS + "library/dev/failsafe/"));
    }

    @Test
    void what_writes_metrics_is_there_and_called_by_the_name_of_our_own_alone() throws IOException {
        Pattern byItsOwnName = Pattern.compile("(?<!" + OURS + "library/)io/prometheus/");
        Map<String, byte[]> all = new TreeMap<>(classes(MODULE));
        for (Map.Entry<String, byte[]> entry : MODULE.entrySet()) {
            if (entry.getKey().endsWith(".jar")) {
                all.putAll(classes(entries(new ByteArrayInputStream(entry.getValue()))));
            }
        }

        assertThat(all)
                .containsKey(OURS + "library/io/prometheus/metrics/expositionformats/PrometheusTextFormatWriter.class");
        assertThat(all.entrySet()).noneMatch(entry -> byItsOwnName
                .matcher(new String(entry.getValue(), ISO_8859_1))
                .find());
        assertThat(new String(all.get(OURS + "web/MetricsText.class"), ISO_8859_1))
                .contains(OURS + "library/io/prometheus/");
    }

    @Test
    @Tag("A3")
    void what_prints_the_report_is_there_and_called_by_names_of_our_own_alone() throws IOException {
        Pattern byItsOwnName = Pattern.compile(
                "(?<!" + OURS + "library/)(com/openhtmltopdf|org/apache/(pdfbox|fontbox|xmpbox)|de/rototor)/");
        Map<String, byte[]> printing = new TreeMap<>();
        for (Map.Entry<String, byte[]> entry : MODULE.entrySet()) {
            if (entry.getKey().matches("lib/(openhtmltopdf|aisupport-api)-.*\\.jar")) {
                printing.putAll(entries(new ByteArrayInputStream(entry.getValue())));
            }
        }

        assertThat(printing)
                .containsKeys(
                        OURS + "library/com/openhtmltopdf/pdfboxout/PdfRendererBuilder.class",
                        OURS + "library/org/apache/pdfbox/resources/glyphlist/glyphlist.txt",
                        OURS + "report/liberation/LiberationSans-Regular.ttf",
                        OURS + "report/liberation/LICENSE",
                        "META-INF/LICENSE-LGPL-2.1.txt");
        assertThat(classes(printing).entrySet()).noneMatch(entry -> byItsOwnName
                .matcher(new String(entry.getValue(), ISO_8859_1))
                .find());
    }

    @Test
    void the_scan_of_openmrs_for_annotated_classes_passes_the_library_by() throws IOException {
        try (URLClassLoader loader = loader(ClassLoader.getPlatformClassLoader())) {
            var scan = new PathMatchingResourcePatternResolver(loader);

            assertThat(loader.getResource(OURS + "library/ca/uhn/fhir/context/FhirContext.class"))
                    .isNotNull();
            assertThat(scan.getResources("classpath*:org/openmrs/**/*.class")).isEmpty();
        }
    }

    /** Should another version's scan find it: one class whose annotations can't be read, and OpenMRS doesn't start. */
    @Test
    void a_scan_could_read_every_class_of_the_library() throws IOException {
        try (URLClassLoader loader = loader(ModuleFileIT.class.getClassLoader())) {
            var readers = new SimpleMetadataReaderFactory(new DefaultResourceLoader(loader));
            for (Map.Entry<String, byte[]> entry : classes(LIBRARY).entrySet()) {
                assertThatCode(() -> readers.getMetadataReader(new ByteArrayResource(entry.getValue())))
                        .as(entry.getKey())
                        .doesNotThrowAnyException();
            }
        }
    }

    /** Its classes can't be renamed, and one process can't have two versions of it: as a file in a jar, nobody is given them. */
    @Test
    @Tag("E2")
    void onnx_runtime_is_a_file_that_no_class_loader_of_openmrs_looks_into() throws IOException {
        Map<String, byte[]> onnxruntime = entries(new ByteArrayInputStream(API.get(NOTES + "onnxruntime.jar")));

        assertThat(classes(API).keySet()).noneMatch(name -> name.startsWith("ai/onnxruntime/"));
        assertThat(classes(onnxruntime)).containsKey("ai/onnxruntime/OrtSession.class");
        assertThat(onnxruntime.keySet().stream().filter(name -> name.matches(".*/native/.*[^/]")))
                .containsExactlyInAnyOrder(
                        "ai/onnxruntime/native/linux-aarch64/libonnxruntime.so",
                        "ai/onnxruntime/native/linux-aarch64/libonnxruntime4j_jni.so",
                        "ai/onnxruntime/native/linux-x64/libonnxruntime.so",
                        "ai/onnxruntime/native/linux-x64/libonnxruntime4j_jni.so",
                        "ai/onnxruntime/native/osx-aarch64/libonnxruntime.dylib",
                        "ai/onnxruntime/native/osx-aarch64/libonnxruntime4j_jni.dylib",
                        "ai/onnxruntime/native/win-x64/onnxruntime.dll",
                        "ai/onnxruntime/native/win-x64/onnxruntime4j_jni.dll");
    }

    /** Since 1.29, its libraries for Linux and macOS send their maker what they run, and keep what can't be sent in the user's home. */
    @Test
    @Tag("E2")
    void trust07_the_language_models_library_has_nobody_to_tell() throws IOException {
        entries(new ByteArrayInputStream(API.get(NOTES + "onnxruntime.jar")))
                .forEach((name, bytes) -> assertThat(new String(bytes, ISO_8859_1))
                        .as(name)
                        .doesNotContain("events.data.microsoft.com", "libcurl", "/etc/machine-id"));
    }

    @Test
    @Tag("E2")
    void the_language_model_comes_without_the_classes_around_it() {
        assertThat(API).containsKeys(NOTES + "all-minilm-l6-v2-q.onnx", NOTES + "all-minilm-l6-v2-q-tokenizer.json");
        assertThat(API.keySet()).noneMatch(name -> name.startsWith("dev/"));
    }

    @Test
    void what_is_bundled_comes_with_its_licence() {
        assertThat(MODULE)
                .containsKeys(
                        "META-INF/NOTICE-hapi-fhir.txt",
                        "META-INF/NOTICE-language-model.txt",
                        "META-INF/NOTICE-printing.txt",
                        "META-INF/licenses/Apache-2.0.txt",
                        "META-INF/licenses/MIT-onnxruntime.txt",
                        "META-INF/licenses/onnxruntime-ThirdPartyNotices.txt");
    }

    /** OpenMRS refuses an upload of more than 75,000,000 bytes (multipartResolver), and clinics' lines are slow. */
    @Test
    void it_can_be_uploaded() throws IOException {
        assertThat(Files.size(Path.of(System.getProperty("omod.file")))).isBetween(20_000_000L, 70_000_000L);
    }

    /** The check itself. */
    @Test
    void hapi_as_it_comes_would_be_noticed() throws IOException {
        URL hapi = FhirContext.class.getProtectionDomain().getCodeSource().getLocation();
        Map<String, byte[]> jar = entries(hapi.openStream());

        assertThat(classes(jar).keySet()).anyMatch(name -> !name.startsWith(OURS));
        assertThat(callingHapiByItsOwnName(jar)).hasSizeGreaterThan(100);
    }

    private static List<String> callingHapiByItsOwnName(Map<String, byte[]> entries) {
        return classes(entries).entrySet().stream()
                .filter(entry -> HAPI_BY_ITS_OWN_NAME
                        .matcher(new String(entry.getValue(), ISO_8859_1))
                        .find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static URLClassLoader loader(ClassLoader parent) throws IOException {
        return new URLClassLoader(new URL[] {library.toUri().toURL()}, parent);
    }

    private static Map<String, byte[]> classes(Map<String, byte[]> entries) {
        Map<String, byte[]> classes = new TreeMap<>(entries);
        classes.keySet().removeIf(name -> !name.endsWith(".class"));
        return classes;
    }

    private static Map<String, byte[]> entries(InputStream from) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(from)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
