/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A module is stopped, started and upgraded in a running server, in a new class loader each time: one that is kept costs the server
 * all the module's classes again, and a native library that can be loaded once only would fail the second time.
 */
@Tag("E5")
class RestartTest {

    private static final Path MODULE = Path.of("target", "classes").toAbsolutePath();

    private static final String NAME = "org.openmrs.module.aisupport:type=RestartTest";

    /** What a thread of the server carries when it starts the module, and hands on to every thread that it makes. */
    private static final InheritableThreadLocal<Object> CARRIED = new InheritableThreadLocal<>();

    @Test
    void ten_restarts_leave_no_class_loader_behind_and_say_the_same() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        List<float[]> said = new ArrayList<>();
        Set<Object> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName(NAME);

        try (URLClassLoader platform = new URLClassLoader(platform(), ClassLoader.getPlatformClassLoader())) {
            for (int start = 0; start < 10; start++) {
                FutureTask<WeakReference<ClassLoader>> life = new FutureTask<>(() -> live(platform, said));
                Thread thread = new Thread(life, "server");
                thread.start();
                loaders.add(life.get());
                thread.join();
                kept.add(server.invoke(name, "get", null, null));
            }

            assertThat(said).hasSize(10).allSatisfy(vector -> assertThat(vector).containsExactly(said.get(0)));
            assertThat(kept).as("loads of ONNX Runtime").hasSize(1);
            awaitCollected(loaders);
        } finally {
            server.unregisterMBean(name);
        }
    }

    @Test
    void nothing_is_left_in_the_folder_for_temporary_files() throws Exception {
        SentenceEncoderTest.opened().close();

        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(
                            KeptRuntime.FOLDER + ProcessHandle.current().pid()));
        }
    }

    /** One life of the module, with everything about the thread that could be kept of it. */
    private static WeakReference<ClassLoader> live(ClassLoader platform, List<float[]> said) throws Exception {
        try (URLClassLoader module = new URLClassLoader(module(), platform)) {
            Class<?> lives = module.loadClass(OneLife.class.getName());
            Thread.currentThread().setContextClassLoader(module);
            CARRIED.set(lives.getConstructor().newInstance());
            said.add((float[]) lives.getMethod("encode", String.class, String.class)
                    .invoke(null, "Shortness of breath at night", NAME));
            assertThat(lives.getClassLoader()).isSameAs(module);
            return new WeakReference<>(module);
        } finally {
            CARRIED.remove();
            Thread.currentThread().setContextClassLoader(null);
        }
    }

    /** Counted, not timed: a few collections are enough on any machine. */
    private static void awaitCollected(List<WeakReference<ClassLoader>> loaders) {
        List<WeakReference<ClassLoader>> left = new ArrayList<>(loaders);
        for (int round = 0; round < 50 && !left.isEmpty(); round++) {
            System.gc();
            left.removeIf(loader -> loader.get() == null);
        }
        assertThat(left).as("class loaders that something keeps").isEmpty();
    }

    private static URL[] module() throws MalformedURLException {
        return new URL[] {
            MODULE.toUri().toURL(),
            Path.of("target", "test-classes").toAbsolutePath().toUri().toURL()
        };
    }

    /** The libraries, which the platform brings; without the module, and without what only the tests have of ONNX Runtime. */
    private static URL[] platform() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String name = Path.of(entry).getFileName().toString();
            if (name.endsWith(".jar") && !name.startsWith("onnxruntime-") && !name.startsWith("aisupport-api")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        assertThat(Arrays.toString(urls.toArray())).contains("jackson-databind");
        return urls.toArray(URL[]::new);
    }
}
