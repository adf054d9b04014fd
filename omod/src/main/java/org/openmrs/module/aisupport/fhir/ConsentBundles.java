/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;

/** The answer to a search: all of them, since a patient has five at most. */
public final class ConsentBundles {

    private ConsentBundles() {}

    /** @param base where the Consents are served, without a slash at the end */
    public static Bundle of(List<RecordedConsent> found, String base, String self) {
        Bundle bundle = new Bundle().setType(BundleType.SEARCHSET).setTotal(found.size());
        bundle.addLink().setRelation("self").setUrl(self);
        found.forEach(consent -> bundle.addEntry()
                .setFullUrl(base + "/" + consent.id())
                .setResource(ConsentResources.of(consent))
                .getSearch()
                .setMode(SearchEntryMode.MATCH));
        return bundle;
    }
}
