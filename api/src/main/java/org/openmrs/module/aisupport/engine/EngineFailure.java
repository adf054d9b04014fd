/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

/**
 * Why an engine brought nothing, in words that a GP and an administrator are shown. The message says nothing of the record, and repeats
 * nothing that came from outside; a cause is not kept, since it might.
 */
public class EngineFailure extends RuntimeException {

    /** For whoever runs the server; a GP is shown the words. */
    public enum Kind {
        FAILED,
        TIMED_OUT,
        /** Not asked, since it failed before or asked to wait. */
        LEFT_ALONE
    }

    private final Kind kind;

    public EngineFailure(String words) {
        this(words, Kind.FAILED);
    }

    public EngineFailure(String words, Kind kind) {
        super(words, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
