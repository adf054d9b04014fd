/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.chart;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A read or a search of FHIR (http://hl7.org/fhir/R4/http.html), as a relative URL.
 *
 * @param id of a read
 * @param parameters of a search, decoded; each once
 */
record FhirQuery(String type, Optional<String> id, Map<String, String> parameters) {

    private static final Pattern READ = Pattern.compile("([A-Z][A-Za-z]+)/([A-Za-z0-9.-]{1,64})");
    private static final Pattern SEARCH = Pattern.compile("([A-Z][A-Za-z]+)\\?([^?#]+)");
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z_-]+)=([^=]+)");

    /** Empty for what is neither: an operation, a history, a parameter with a modifier or a chain, or one that comes twice. */
    static Optional<FhirQuery> of(String url) {
        Matcher read = READ.matcher(url);
        if (read.matches()) {
            return Optional.of(new FhirQuery(read.group(1), Optional.of(read.group(2)), Map.of()));
        }
        Matcher search = SEARCH.matcher(url);
        return search.matches()
                ? parameters(search.group(2)).map(found -> new FhirQuery(search.group(1), Optional.empty(), found))
                : Optional.empty();
    }

    private static Optional<Map<String, String>> parameters(String query) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            Matcher parameter = PARAMETER.matcher(part);
            if (!parameter.matches() || found.put(parameter.group(1), decoded(parameter.group(2))) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return value;
        }
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
