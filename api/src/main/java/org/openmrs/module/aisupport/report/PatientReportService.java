/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import java.util.Locale;
import java.util.Optional;
import org.openmrs.annotation.Authorized;
import org.openmrs.module.aisupport.AisupportService;
import org.openmrs.module.aisupport.Privileges;

/** What a patient may be told of what AI did with their record, in words for a patient (A3). That it was made is in the audit, and in the next one. */
public interface PatientReportService extends AisupportService {

    /** In which form it is handed over. */
    enum Form {
        /** XHTML, for a browser. */
        PAGE("html"),
        /** A4, with page numbers. */
        PDF("pdf");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        /** Of a file's name, without the dot. */
        public String ending() {
            return ending;
        }
    }

    /** @param fileName says nothing of the patient: it shows in lists of downloads */
    record Made(byte[] content, String fileName) {}

    /**
     * After a withdrawal too: what was done, was done.
     *
     * @param patientUuid of a record that was merged into another one, for that one's report; of one that was voided, for its own
     * @param language English where the report has no words in it; empty for the user's
     * @throws org.openmrs.module.aisupport.validation.NotFoundException if there never was such a patient, or the record was purged
     * @throws PrinterBusyException if it was to be printed, and others were in the way for too long
     */
    @Authorized(
            value = {Privileges.PATIENT_REPORT, Privileges.GET_PATIENTS},
            requireAll = true)
    Made make(String patientUuid, Optional<Locale> language, Form form);
}
