/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server;

import java.util.ArrayList;
import java.util.List;

/** Why the sandbox did not start, cause by cause, without the noise of a stack trace. */
record Failure(Throwable thrown) {

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
            lines.add((lines.isEmpty() ? "" : "  because: ") + message);
        }
        return String.join("\n", lines);
    }
}
