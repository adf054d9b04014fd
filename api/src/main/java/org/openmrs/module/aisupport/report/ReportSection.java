/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import java.util.Locale;

/** The parts of a patient's report that tell what happened, in their order. */
enum ReportSection {
    CONSENT,
    READ,
    SENT,
    SUGGESTED,
    SEEN;

    /** Its name in the files of words. */
    String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
