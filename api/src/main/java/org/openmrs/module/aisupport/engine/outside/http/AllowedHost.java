/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host that the practice allows to be called.
 *
 * @param host a name or an address, in lower case; no wildcard, since who may answer for it must be plain
 * @param port empty for the port of the scheme, 443 or 80
 * @param inside it may stand in the practice's own network; else its name must lead to public addresses only
 */
public record AllowedHost(String host, OptionalInt port, boolean inside) {

    private static final String INSIDE = "inside:";
    private static final Pattern FORM =
            Pattern.compile("([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(?::(\\d{1,5}))?");
    private static final int LAST_PORT = 65_535;

    public AllowedHost {
        if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > LAST_PORT)) {
            throw new IllegalArgumentException("A port is a number from 1 to " + LAST_PORT + ".");
        }
    }

    /**
     * Reads {@code cds.example.org}, {@code cds.example.org:8443}, or {@code inside:model.practice.local:11434} for a host in the
     * practice's own network.
     *
     * @throws IllegalArgumentException for anything else, such as a whole address or a wildcard
     */
    public static AllowedHost of(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        boolean inside = plain.startsWith(INSIDE);
        Matcher form = FORM.matcher(inside ? plain.substring(INSIDE.length()) : plain);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "An allowed host is a name, with a port where it isn't the usual one: cds.example.org or"
                            + " cds.example.org:8443. One in your own network begins with 'inside:'.");
        }
        OptionalInt port =
                form.group(2) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(form.group(2)));
        return new AllowedHost(form.group(1), port, inside);
    }

    boolean covers(String otherHost, int otherPort, int portOfScheme) {
        return host.equals(otherHost) && port.orElse(portOfScheme) == otherPort;
    }
}
