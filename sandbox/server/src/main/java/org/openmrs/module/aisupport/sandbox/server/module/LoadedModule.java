/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.servlet.Filter;
import org.openmrs.module.Extension;
import org.openmrs.module.ModuleActivator;
import org.openmrs.module.aisupport.sandbox.server.DataFolder;

/** A module with its own class loader: what its file holds, before anything of it runs. */
public final class LoadedModule implements AutoCloseable {

    private final ModuleConfig config;
    private final Path folder;
    private final ModuleClassLoader loader;
    private final ModuleActivator activator;
    private final List<Extension> extensions;

    private LoadedModule(ModuleConfig config, Path folder, ModuleClassLoader loader) {
        this.config = config;
        this.folder = folder;
        this.loader = loader;
        this.activator = create(config.activator(), ModuleActivator.class);
        this.extensions = config.extensions().stream()
                .map(each -> create(each.className(), Extension.class))
                .toList();
    }

    /** Unpacks the file below the cache and reads it. */
    public static LoadedModule load(Path omod, Path cache) {
        Path folder = cache.resolve("loading");
        new ModuleArchive(omod).unpackTo(folder);
        if (Files.notExists(folder.resolve("config.xml"))) {
            throw new CannotLoadModuleException(omod + " has no config.xml at its root");
        }
        ModuleConfig config = ConfigXml.read(folder.resolve("config.xml"));
        PlatformVersion.check(config);
        Path home = cache.resolve(config.id());
        DataFolder.move(folder, home);
        return new LoadedModule(config, home, loader(home));
    }

    private static ModuleClassLoader loader(Path home) {
        List<URL> places = new ArrayList<>();
        places.add(url(home));
        Path libraries = home.resolve("lib");
        if (Files.isDirectory(libraries)) {
            try (Stream<Path> jars = Files.list(libraries)) {
                jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().forEach(jar -> places.add(url(jar)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new ModuleClassLoader(places, LoadedModule.class.getClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private <T> T create(String className, Class<T> type) {
        try {
            return type.cast(Class.forName(className, true, loader)
                    .getDeclaredConstructor()
                    .newInstance());
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            throw new CannotLoadModuleException(
                    "The class " + className + " that config.xml names can't be used: " + e, e);
        }
    }

    public ModuleConfig config() {
        return config;
    }

    /** Where the module's file is unpacked. */
    public Path folder() {
        return folder;
    }

    public ModuleClassLoader loader() {
        return loader;
    }

    public ModuleActivator activator() {
        return activator;
    }

    public List<Extension> extensions() {
        return extensions;
    }

    /** What OpenMRS makes of a filter that config.xml names: an object of the module's own class. */
    public Filter create(ModuleConfig.WebFilter filter) {
        return create(filter.className(), Filter.class);
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
