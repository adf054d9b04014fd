/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;
import org.openmrs.module.aisupport.validation.InvalidRequestException;

/** The terms on which a yes is taken: after which leaflet, and until when. */
public class ConsentTerms {

    private static final int DEFAULT_MONTHS = 24;

    private final Leaflets leaflets;
    private final Settings settings;

    public ConsentTerms(Leaflets leaflets, Settings settings) {
        this.leaflets = leaflets;
        this.settings = settings;
    }

    /** The leaflet that the giver was told; a yes without one is none (C4). */
    Optional<Leaflet> leafletTold(ConsentRequest request) {
        if (request.decision() != ConsentDecision.GRANT) {
            return Optional.empty();
        }
        if (!leaflets.currentVersion().equals(request.leafletVersion())) {
            throw InvalidRequestException.of(
                    "leaflet.version",
                    "notCurrent",
                    "Use the current leaflet, version " + leaflets.currentVersion() + ".");
        }
        return Optional.of(leaflets.find(request.purpose(), request.leafletVersion(), request.leafletLanguage())
                .orElseThrow(() -> InvalidRequestException.of(
                        "leaflet.language",
                        "unknown",
                        "There is no leaflet in that language. GET leaflet lists them.")));
    }

    /** When a yes ends by itself (C7). A setting that is no number from 1 to 120 counts as the default. */
    Optional<Instant> expiry(ConsentDecision decision, ZonedDateTime from) {
        if (decision != ConsentDecision.GRANT) {
            return Optional.empty();
        }
        int months = settings.value(Setting.CONSENT_GRANT_MONTHS)
                .filter(value -> value.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(value -> value >= 1 && value <= 120)
                .orElse(DEFAULT_MONTHS);
        return Optional.of(from.plusMonths(months).toInstant());
    }
}
