/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Lays the signatures beside the real platform. Runs under {@code -Popenmrs} only; what it found true is written down, and the
 * default build fails as soon as a signature is not what was found true.
 */
class ParityTest {

    private static final Path VERIFIED = Path.of("verified-surface.txt");
    private static final String REAL_JAR = "openmrs.api.jar";
    private static final String REAL_VERSION = "openmrs.version";
    private static final int MOST_TYPES = 56;

    /** What the module extends or implements: there a further abstract method would break it. */
    private static final List<String> EXTENDED = List.of(
            "org/openmrs/api/OpenmrsService",
            "org/openmrs/module/BaseModuleActivator",
            "org/openmrs/module/DaemonTokenAware",
            "org/openmrs/module/Extension");

    private final Surface claimed = Surface.ofDirectory(Path.of("target/classes"));

    @Test
    void the_stand_in_stays_small() {
        assertThat(claimed.size())
                .as("every further type is a decision: raise the cap on purpose, or use a query instead")
                .isLessThanOrEqualTo(MOST_TYPES);
    }

    @Test
    @DisabledIfSystemProperty(named = REAL_JAR, matches = ".+", disabledReason = "about to be verified anew")
    void the_signatures_are_those_that_were_verified() throws IOException {
        List<String> verified = Files.readAllLines(VERIFIED).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(claimed.lines())
                .as("a signature changed: verify it with mvn verify -Popenmrs where OpenMRS can be resolved")
                .isEqualTo(verified);
    }

    @Test
    @EnabledIfSystemProperty(named = REAL_JAR, matches = ".+")
    void the_real_platform_has_every_type_and_member_as_it_is_claimed() throws IOException {
        Surface real = Surface.ofJar(Path.of(System.getProperty(REAL_JAR)));

        assertThat(real.size()).as("types in the real platform").isGreaterThan(500);
        assertThat(Comparison.differences(claimed, real)).isEmpty();
        for (String extended : EXTENDED) {
            assertThat(Comparison.furtherAbstractMethods(extended, claimed, real))
                    .as("abstract methods of " + extended)
                    .isEmpty();
        }
        write();
    }

    private void write() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Signatures that the real platform was seen to have. Written by mvn verify -Popenmrs; don't edit.");
        lines.add("# OpenMRS " + System.getProperty(REAL_VERSION));
        lines.addAll(claimed.lines());
        Files.write(VERIFIED, lines);
    }
}
