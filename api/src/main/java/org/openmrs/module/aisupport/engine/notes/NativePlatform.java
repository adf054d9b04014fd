/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.util.Locale;
import java.util.Optional;

/** The kinds of machine that the module brings ONNX Runtime's native library for, by the names of its folders. */
enum NativePlatform {
    LINUX_X64("linux-x64"),
    LINUX_ARM64("linux-aarch64"),
    MAC_ARM64("osx-aarch64"),
    WINDOWS_X64("win-x64");

    private static final String ROOT = "ai/onnxruntime/native/";

    private final String folder;

    NativePlatform(String folder) {
        this.folder = folder;
    }

    /** As Java names them: os.name and os.arch. */
    static Optional<NativePlatform> of(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean x64 = processor.equals("amd64") || processor.equals("x86_64");
        boolean arm64 = processor.equals("aarch64");
        if (name.startsWith("linux")) {
            return x64 ? Optional.of(LINUX_X64) : Optional.of(LINUX_ARM64).filter(known -> arm64);
        }
        if (name.startsWith("mac")) {
            return Optional.of(MAC_ARM64).filter(known -> arm64);
        }
        return Optional.of(WINDOWS_X64).filter(known -> name.startsWith("windows") && x64);
    }

    /** Whether it needs a file of ONNX Runtime's jar: every class, and its own native libraries. */
    boolean needs(String entry) {
        return !entry.startsWith(ROOT) || entry.startsWith(ROOT + folder + "/");
    }
}
