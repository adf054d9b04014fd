/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.openmrs.module.aisupport.platform.ModuleFiles;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;

/**
 * The mapping that is in force: the site's file where the setting names one, else the module's own. Read anew for each snapshot,
 * so that an edit counts at once and on every node. A site's file that can't be read is an error and never silently replaced,
 * since another mapping would mean other suggestions. An input that it does not define, as when an update of the module brought
 * new rules, can't be read until it does; the rules that know enough without it go on.
 */
public class ConceptMappings {

    private static final String OWN = "/org/openmrs/module/aisupport/concept-mapping.json";

    private final ObjectMapper json = new ObjectMapper();
    private final Settings settings;
    private final ModuleFiles files;
    private final ConceptMapping own;

    public ConceptMappings(Settings settings, ModuleFiles files) {
        this.settings = settings;
        this.files = files;
        this.own = readOwn();
    }

    public ConceptMapping current() {
        Optional<String> name = settings.value(Setting.MAPPING_FILE);
        return name.map(this::readSiteFile).orElse(own);
    }

    /** What the site's file leaves undefined, for the administrator; empty where it defines all that rules look at. */
    public Optional<String> problem() {
        ConceptMapping mapping = current();
        return mapping.undefined().isEmpty()
                ? Optional.empty()
                : Optional.of(mapping.origin() + " does not define: " + String.join(", ", mapping.undefined())
                        + ". Rules that need them can't judge. Add them to the file, without codes where this dictionary has"
                        + " no concept for them.");
    }

    private ConceptMapping readSiteFile(String name) {
        Path directory = files.directory().toAbsolutePath().normalize();
        Path file = directory.resolve(name).normalize();
        if (!file.startsWith(directory)) {
            throw new IllegalArgumentException("The setting " + Setting.MAPPING_FILE.property()
                    + " must name a file below the module's own directory.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new ConceptMappingReader(name, json.readTree(in)).read().knowing(own);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The concept mapping " + name + " can't be read. Mend the file, or clear the setting "
                            + Setting.MAPPING_FILE.property() + ".",
                    e);
        }
    }

    private ConceptMapping readOwn() {
        try (InputStream in = ConceptMappings.class.getResourceAsStream(OWN)) {
            return new ConceptMappingReader("of the module", json.readTree(in)).read();
        } catch (IOException e) {
            throw new UncheckedIOException("The module's own concept mapping can't be read", e);
        }
    }
}
