/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.fhir;

import java.util.Map;
import org.openmrs.module.aisupport.sandbox.server.rest.Row;

/** One type of FHIR resource: what it is made of, who may see it, and by what it is found. */
interface FhirResource {

    String type();

    /** The entity that it shows, by its short name. */
    String entity();

    /** What the module fhir2 requires of whoever asks. */
    String privilege();

    Criteria criteria(SearchParameters parameters);

    Fields show(Row row);

    /** As it stands in a bundle, or by itself. */
    default Map<String, Object> shown(Row row, boolean subsetted) {
        return show(row).subsetted(subsetted).toMap();
    }
}
