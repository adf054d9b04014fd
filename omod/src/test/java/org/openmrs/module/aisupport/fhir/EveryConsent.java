/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.fhir;

import java.util.List;

/** Every kind of resource in one text, without any test library, so that it can be written in another class loader too. */
public final class EveryConsent {

    private EveryConsent() {}

    public static String asJson() {
        List<RecordedConsent> kinds = Kinds.all().toList();
        return FhirJson.of(ConsentBundles.of(kinds, "https://practice.example/Consent", "https://practice.example"));
    }
}
