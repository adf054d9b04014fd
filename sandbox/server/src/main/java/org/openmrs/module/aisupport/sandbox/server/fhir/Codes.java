/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.fhir;

import java.util.List;
import org.openmrs.module.aisupport.sandbox.server.platform.Privileges;
import org.openmrs.module.aisupport.sandbox.server.rest.Names;
import org.openmrs.module.aisupport.sandbox.server.rest.Row;

/**
 * Concepts as CodeableConcepts: by their own UUID, without a system. fhir2 adds the codes of those sources that an administrator has
 * given a URL; a fresh one knows none of ours.
 */
final class Codes {

    private Codes() {}

    /** fhir2 looks for the sources' URLs first, whoever asks, and the service wants a privilege for that. */
    static Fields of(Row concept) {
        if (concept == null) {
            return null;
        }
        Privileges.require("Get Concept Sources");
        String name = Names.of(concept);
        return Fields.of(
                        "coding",
                        List.of(Fields.of("code", concept.text("uuid")).with("display", name)))
                .with("text", name);
    }

    static Fields coded(String system, String code, String display) {
        return Fields.of(
                "coding", List.of(Fields.of("system", system).with("code", code).with("display", display)));
    }
}
