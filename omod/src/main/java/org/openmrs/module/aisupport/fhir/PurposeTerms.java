/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Organization;
import org.openmrs.module.aisupport.consent.Purpose;

/**
 * What a purpose is in FHIR's words: why the record is used, by whom, and what they may do. All three must fit before a rule applies,
 * so that a "no" to AI keeps no clinician from the record, and a "yes" to AI opens it to nobody else.
 */
final class PurposeTerms {

    private PurposeTerms() {}

    static String display(Purpose purpose) {
        return switch (purpose) {
            case OWN_CARE -> "AI in this practice reads the record to support the GP";
            case EXTERNAL_PROCESSING -> "A service outside the practice processes the record to support the GP";
            case QUALITY -> "Statistics about how well the support works";
            case DEVELOPMENT -> "Data to develop AI, public or non-commercial";
            case COMMERCIAL -> "Data to commercial companies";
        };
    }

    /** Ours says exactly what was asked; HL7's, where one comes near, is what others know. */
    static List<Coding> codings(Purpose purpose) {
        Coding ours = new Coding(FhirNames.PURPOSE, purpose.id(), display(purpose));
        return standard(purpose).map(theirs -> List.of(theirs, ours)).orElse(List.of(ours));
    }

    private static Optional<Coding> standard(Purpose purpose) {
        return switch (purpose) {
            case OWN_CARE, EXTERNAL_PROCESSING -> reason("TREAT", "treatment");
            case QUALITY -> reason("HQUALIMP", "health quality improvement");
            case DEVELOPMENT -> reason("HRESCH", "healthcare research");
            // The nearest would be HMARKT, and nobody was asked about marketing.
            case COMMERCIAL -> Optional.empty();
        };
    }

    private static Optional<Coding> reason(String code, String display) {
        return Optional.of(new Coding(FhirNames.ACT_REASON, code, display));
    }

    /** Who the rule is about; contained, since neither OpenMRS nor anybody else has a record of them. */
    static DomainResource grantee(Purpose purpose) {
        return switch (purpose) {
            case OWN_CARE, QUALITY -> device("AI support in this practice");
            case EXTERNAL_PROCESSING -> device("AI service outside this practice");
            case DEVELOPMENT -> new Organization().setName("Developers of AI, public or non-commercial");
            case COMMERCIAL -> new Organization().setName("Commercial companies");
        };
    }

    private static Device device(String name) {
        Device device = new Device();
        device.addDeviceName().setName(name).setType(Device.DeviceNameType.USERFRIENDLYNAME);
        return device;
    }

    /** What a yes covers. Nothing permits to change the record. */
    static List<Coding> actions(Purpose purpose) {
        Coding access = new Coding(FhirNames.ACTION, "access", "Access");
        Coding use = new Coding(FhirNames.ACTION, "use", "Use");
        return switch (purpose) {
            case OWN_CARE, EXTERNAL_PROCESSING, QUALITY -> List.of(access, use);
            case DEVELOPMENT, COMMERCIAL -> List.of(new Coding(FhirNames.ACTION, "collect", "Collect"), access, use);
        };
    }
}
