/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.util.ArrayList;
import java.util.List;

/** Why there is no encoder, in words for the administrator, who alone can do something about it. */
final class WhyNot {

    private static final String NEEDS =
            "Finding problems in the note needs Linux (x64 or ARM 64-bit, with glibc 2.27 or later),"
                    + " macOS on Apple's processors, or Windows x64. ";
    private static final String REST = " Everything else of the module works without it.";

    private WhyNot() {}

    static String noLibraryFor(String system, String processor) {
        return NEEDS + "This server runs on " + system + " " + processor + "." + REST;
    }

    static String words(Throwable failure) {
        String said = said(failure);
        return cause(said) + " (" + said + ")." + REST;
    }

    /** By what the systems' loaders put into their messages in any language. */
    private static String cause(String said) {
        if (said.contains("VERS_")) {
            return "Another module of this server has loaded another version of ONNX Runtime, and there can be only one."
                    + " Restart the server; if that doesn't help, the two modules can't find problems in notes side by side";
        }
        if (said.contains("GLIBC_") || said.contains("GLIBCXX_")) {
            return NEEDS + "This server's system is older than that";
        }
        if (said.contains("ld-linux") || said.contains("musl") || said.contains("Error relocating")) {
            return NEEDS + "This server's Linux, Alpine or another with musl, has no glibc";
        }
        if (said.contains("libstdc++") || said.contains("libgcc_s")) {
            return NEEDS + "This server lacks the C++ runtime library, which its system offers as a package";
        }
        if (said.contains("heap space")) {
            return "Java has too little memory to load the language model. Give it 100 MB more (-Xmx)";
        }
        if (said.contains("failed to map segment")) {
            return "Nothing may be executed from the folder of the Java property java.io.tmpdir. Point it to another folder";
        }
        return "Finding problems in the note is not possible, because the language model could not be loaded."
                + " If the folder of the Java property java.io.tmpdir can be written to and has 100 MB of room, install the module anew";
    }

    /** From the outside in; many layers say nothing, or what the next one says. */
    private static String said(Throwable failure) {
        List<String> said = new ArrayList<>();
        Throwable layer = failure;
        for (int depth = 0; layer != null && depth < 10; depth++) {
            String message = layer.getMessage();
            layer = layer.getCause();
            if (message != null && !(layer != null && message.contains(layer.toString()))) {
                said.add(message);
            }
        }
        return said.isEmpty() ? failure.getClass().getSimpleName() : String.join("; ", said);
    }
}
