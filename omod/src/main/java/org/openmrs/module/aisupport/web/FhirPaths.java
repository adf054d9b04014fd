/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriUtils;

/** Where FHIR is spoken, and its content type. */
final class FhirPaths {

    static final String JSON = "application/fhir+json";
    static final MediaType JSON_UTF8 = new MediaType(MediaType.parseMediaType(JSON), StandardCharsets.UTF_8);
    static final String CONSENT = "/fhir/Consent";

    private static final String ROOT = Links.PATH + "/fhir";

    private FhirPaths() {}

    static boolean isFhir(String path) {
        return path.endsWith(ROOT) || path.contains(ROOT + "/");
    }

    static String encoded(String parameter) {
        return UriUtils.encode(parameter, StandardCharsets.UTF_8);
    }
}
