/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.io.IOException;
import java.io.InputStream;
import org.openmrs.module.aisupport.persistence.Sha256;

/**
 * The language model all-MiniLM-L6-v2 in eight bits, as the module brings it: six layers that make 384 numbers of a sentence (Wang
 * et al. 2020, MiniLM; Reimers and Gurevych 2019, Sentence-BERT). Trained on English. Only these bytes: what it says of a sentence
 * was measured with them, and a file that differs is refused.
 */
enum ModelFiles {
    /** [1, tokens] numbers of pieces in, [1, tokens, 384] floats out. */
    WEIGHTS("all-minilm-l6-v2-q.onnx", "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1"),
    /** The 30,522 pieces that words are made of. */
    VOCABULARY("all-minilm-l6-v2-q-tokenizer.json", "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0");

    private final String file;
    private final String sha256;

    ModelFiles(String file, String sha256) {
        this.file = file;
        this.sha256 = sha256;
    }

    byte[] read() throws IOException {
        try (InputStream stream = Bundled.open(file)) {
            return checked(stream.readAllBytes());
        }
    }

    byte[] checked(byte[] bytes) throws IOException {
        if (!Sha256.hex(bytes).equals(sha256)) {
            throw new IOException("the module's " + file + " is not the one that it was built with");
        }
        return bytes;
    }
}
