/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Harm: docs/safety.md rests on a test that is no longer there. */
@Tag("O1b")
class SafetyDocumentTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| \\d+ \\|.*\\|$");
    private static final Pattern TEST = Pattern.compile("`([A-Za-z-]+(?:Test|\\.test\\.ts|\\.spec\\.ts))`");
    private static final Set<String> NOT_OURS = Set.of("node_modules", "target", "dist", ".git");

    @Test
    void each_hazard_names_a_test_and_each_test_that_is_named_exists() throws IOException {
        List<String> hazards = ROW.matcher(Files.readString(PROJECT.resolve("docs/safety.md")))
                .results()
                .map(MatchResult::group)
                .toList();
        Set<String> files = files();

        assertThat(hazards).hasSizeGreaterThan(10).allSatisfy(hazard -> assertThat(testsIn(hazard))
                .isNotEmpty()
                .allSatisfy(test -> assertThat(files).contains(test)));
    }

    private static List<String> testsIn(String hazard) {
        return TEST.matcher(hazard)
                .results()
                .map(found -> found.group(1))
                .map(name -> name.endsWith("Test") ? name + ".java" : name)
                .toList();
    }

    private static Set<String> files() throws IOException {
        Set<String> names = new HashSet<>();
        Files.walkFileTree(PROJECT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return NOT_OURS.contains(directory.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                names.add(file.getFileName().toString());
                return FileVisitResult.CONTINUE;
            }
        });
        return names;
    }
}
