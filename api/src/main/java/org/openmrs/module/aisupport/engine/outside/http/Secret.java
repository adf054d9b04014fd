/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import java.util.regex.Pattern;

/** A bearer token. It says nothing of itself in a log, an error or a debugger's one-line view, and equals only itself. */
public final class Secret {

    /** RFC 6750, section 2.1. Above all no line break, which would let a property write headers of its own. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private final String token;

    /** @throws IllegalArgumentException if it can't be a bearer token; the message does not quote it */
    public Secret(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "An engine's secret is a bearer token: letters, digits and . _ ~ + / - in one line.");
        }
        this.token = token;
    }

    String header() {
        return "Bearer " + token;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
