/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.util.List;

/** What a module's own classes do between its start and its stop, for {@link RestartTest}. */
public class OneLife {

    /** A name of its own: under the module's, another test may have loaded ONNX Runtime already. */
    public static float[] encode(String sentence, String name) {
        NativePlatform here = NativePlatform.of(System.getProperty("os.name"), System.getProperty("os.arch"))
                .orElseThrow();
        EncoderAnswer answer = SentenceEncoder.open(new KeptRuntime(here, name));
        if (answer instanceof EncoderAnswer.Unavailable unavailable) {
            throw new IllegalStateException(unavailable.reason());
        }
        try (SentenceEncoder encoder = ((EncoderAnswer.Ready) answer).encoder()) {
            return encoder.encode(List.of(sentence))[0];
        }
    }
}
