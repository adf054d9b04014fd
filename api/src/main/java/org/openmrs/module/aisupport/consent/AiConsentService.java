/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.util.List;
import java.util.Locale;
import org.openmrs.annotation.Authorized;
import org.openmrs.module.aisupport.AisupportService;
import org.openmrs.module.aisupport.Privileges;

/** What patients said about AI, and whether it permits something. Other modules may ask {@link #check} (C11). */
public interface AiConsentService extends AisupportService {

    /**
     * Whether a purpose is permitted at this moment, and if not, why.
     *
     * @throws org.openmrs.module.aisupport.validation.NotFoundException if there is no such patient
     */
    @Authorized(Privileges.VIEW_CONSENT)
    PurposeState check(String patientUuid, Purpose purpose);

    /**
     * Every purpose, and the ledger.
     *
     * @throws org.openmrs.module.aisupport.validation.NotFoundException if there is no such patient
     */
    @Authorized(Privileges.VIEW_CONSENT)
    ConsentOverview overview(String patientUuid);

    /**
     * Adds what a patient said to the ledger. A no takes effect at once and needs neither reason nor evidence.
     *
     * @throws org.openmrs.module.aisupport.validation.NotFoundException if there is no such patient
     * @throws org.openmrs.module.aisupport.validation.InvalidRequestException if a yes lacks its evidence
     */
    @Authorized(Privileges.RECORD_CONSENT)
    ConsentRecorded record(ConsentRequest request);

    /**
     * Says that an event was recorded in error; what stood before it stands again. A no can be taken back for ten minutes, by the user
     * who recorded it.
     *
     * @throws ConsentChangedException if something newer stands than that event
     * @throws org.openmrs.module.aisupport.validation.NotFoundException if there is no such patient or no such event of theirs
     * @throws org.openmrs.module.aisupport.validation.InvalidRequestException if that event can't be corrected, or not any more
     */
    @Authorized(Privileges.RECORD_CONSENT)
    ConsentRecorded correct(ConsentCorrection correction);

    /**
     * Says that whoever gave the grant no longer speaks for the patient; the grant lapses.
     *
     * @throws org.openmrs.module.aisupport.validation.NotFoundException if there is no such patient
     * @throws org.openmrs.module.aisupport.validation.InvalidRequestException if no grant of a guardian or proxy stands
     */
    @Authorized(Privileges.RECORD_CONSENT)
    ConsentRecorded endGuardianship(String patientUuid, Purpose purpose, String note);

    /** Whom the practice may want to ask again, page by page. */
    @Authorized(Privileges.RECORD_CONSENT)
    RenewalPage renewals(RenewalQuery query);

    /** The current leaflet of each purpose. */
    @Authorized(Privileges.VIEW_CONSENT)
    List<Leaflet> leaflets(Locale locale);
}
