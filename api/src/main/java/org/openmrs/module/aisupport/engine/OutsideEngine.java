/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import org.openmrs.module.aisupport.snapshot.Snapshot;

/**
 * An engine in another place than this server (E3). What it is sent is packed first, so that the very bytes can be told of and kept
 * before they go (A1, E6): whoever calls it packs, records, and only then sends. Its card says {@link EngineCard.Where#REMOTE}.
 */
public interface OutsideEngine extends SuggestionEngine {

    /** Who receives what; the same that its card says. */
    default EngineCard.Outside outside() {
        return card().outside().orElseThrow();
    }

    /** Makes what would be sent, and sends nothing. */
    Parcel pack(Snapshot snapshot);

    /** Goes once. Knows which of its made-up ids stands for which record, and takes that with it when it is gone. */
    interface Parcel {

        /** Everything about the patient that leaves, as it leaves. */
        byte[] payload();

        /**
         * May throw: that costs this engine's run only.
         *
         * @param caller on whose behalf, to count attempts by; is not sent
         * @throws EngineFailure with words for the screen
         */
        EngineAnswer send(String caller);
    }

    /** Nothing goes outside unrecorded. */
    @Override
    default EngineAnswer suggest(Snapshot snapshot) {
        throw new UnsupportedOperationException("An engine outside is sent a parcel.");
    }
}
