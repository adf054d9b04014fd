/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Duration;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;

/** How long a suggestion may be open before it counts as unreviewed (S7). */
public class ReviewTime {

    private static final int DEFAULT_HOURS = 72;

    private final Settings settings;

    public ReviewTime(Settings settings) {
        this.settings = settings;
    }

    public Duration now() {
        return Duration.ofHours(settings.number(Setting.SUGGESTION_UNREVIEWED_HOURS, 1, 99_999, DEFAULT_HOURS));
    }
}
