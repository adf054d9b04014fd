/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * ONNX Runtime, loaded once for as long as the server runs, in a class loader of its own, and found again by the next start of the
 * module: its native library and its shutdown hook can't be taken back, so they must not be the module's (docs/adr/0012). The
 * platform's MBean server keeps it, the one place that every class loader reaches and that holds objects by name.
 */
class KeptRuntime {

    /** The number says what passes between the module and {@code Models}; another version of ONNX Runtime is none of it. */
    private static final String NAME = "org.openmrs.module.aisupport:type=OnnxRuntime,contract=1";

    /** In the folder for temporary files; only its owner can read it. */
    static final String FOLDER = "aisupport-onnxruntime-";

    private static final String JAR = "onnxruntime.jar";
    private static final List<String> OURS = List.of("Models", "Model");
    private static final String PACKAGE = KeptRuntime.class.getPackageName().concat(".onnx");

    private final NativePlatform platform;
    private final String name;

    KeptRuntime(NativePlatform platform) {
        this(platform, NAME);
    }

    KeptRuntime(NativePlatform platform, String name) {
        this.platform = platform;
        this.name = name;
    }

    /** Takes a model's bytes, gives the model; that is an {@link AutoCloseable} too. */
    @SuppressWarnings("unchecked")
    Function<byte[], Function<long[], float[]>> models() throws IOException, JMException, ExecutionException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName kept = new ObjectName(name);
        if (!server.isRegistered(kept)) {
            keep(server, kept, load(jar()));
        }
        return (Function<byte[], Function<long[], float[]>>) server.invoke(kept, "get", null, null);
    }

    private static void keep(MBeanServer server, ObjectName name, Supplier<?> models) throws JMException {
        try {
            server.registerMBean(new StandardMBean(models, Supplier.class), name);
        } catch (InstanceAlreadyExistsException somebodyWasFaster) {
            // Then theirs is used.
        }
    }

    /** The file is gone when this returns, except on Windows, where an open file stays until Java ends. */
    Supplier<?> load(InputStream onnxruntime) throws IOException, ExecutionException {
        Path folder = Files.createTempDirectory(FOLDER + ProcessHandle.current().pid() + "-");
        Path file = folder.resolve(JAR);
        try {
            try (onnxruntime) {
                copy(onnxruntime, file);
            }
            return start(file);
        } finally {
            remove(file);
            remove(folder);
        }
    }

    private static Supplier<?> start(Path file) throws IOException, ExecutionException {
        URL[] urls = {file.toUri().toURL()};
        try {
            MethodHandle loader = MethodHandles.publicLookup()
                    .findConstructor(
                            URLClassLoader.class, MethodType.methodType(void.class, URL[].class, ClassLoader.class));
            loader = MethodHandles.insertArguments(loader, 0, urls, ClassLoader.getPlatformClassLoader());
            Class<?> models = ((ClassLoader) CleanThread.call(loader)).loadClass(PACKAGE + ".Models");
            MethodHandle start =
                    MethodHandles.publicLookup().findStatic(models, "start", MethodType.methodType(Supplier.class));
            return (Supplier<?>) CleanThread.call(start);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the jar of ONNX Runtime holds something else", e);
        }
    }

    private void copy(InputStream onnxruntime, Path file) throws IOException {
        try (ZipInputStream from = new ZipInputStream(onnxruntime);
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            to.setLevel(Deflater.NO_COMPRESSION);
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                if (platform.needs(entry.getName())) {
                    write(from, entry.getName(), to);
                }
            }
            for (String ours : OURS) {
                try (InputStream type = Bundled.open("onnx/" + ours + ".class")) {
                    write(type, PACKAGE.replace('.', '/') + "/" + ours + ".class", to);
                }
            }
        }
    }

    private static void write(InputStream from, String name, ZipOutputStream to) throws IOException {
        to.putNextEntry(new ZipEntry(name));
        from.transferTo(to);
        to.closeEntry();
    }

    InputStream jar() throws IOException {
        return Bundled.open(JAR);
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException inUse) {
            path.toFile().deleteOnExit();
        }
    }
}
