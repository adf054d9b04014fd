/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.fhir;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Resources as JSON. HAPI needs a second or two to learn its model, so that waits for whoever asks first. */
public final class FhirJson {

    private FhirJson() {}

    public static String of(IBaseResource resource) {
        // A parser serves one thread, its context all of them.
        return Model.CONTEXT.newJsonParser().encodeResourceToString(resource);
    }

    /** Made when first touched, by one thread while the others wait: the language sees to that. */
    private static final class Model {
        static final FhirContext CONTEXT = FhirContext.forR4();
    }
}
