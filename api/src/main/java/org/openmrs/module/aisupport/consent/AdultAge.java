/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;

/** From which age patients decide for themselves (C7). */
final class AdultAge {

    static final int DEFAULT = 18;

    private AdultAge() {}

    /** In years. A setting that is no number from 12 to 25 counts as the default. */
    static int of(Optional<String> setting) {
        return Settings.number(setting, 12, 25, DEFAULT);
    }

    /** The last day of birth of somebody who decides alone. */
    static LocalDate bornBy(Instant now, ZoneId zone, Settings settings) {
        return now.atZone(zone).toLocalDate().minusYears(of(settings.value(Setting.CONSENT_ADULT_AGE)));
    }
}
