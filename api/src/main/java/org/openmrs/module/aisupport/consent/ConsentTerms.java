/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.openmrs.module.aisupport.validation.Problems;

/** The terms on which a yes is taken: after which leaflet, and until when. */
public class ConsentTerms {

    private static final int DEFAULT_MONTHS = 24;

    private final Leaflets leaflets;
    private final ConsentRules rules;
    private final Settings settings;
    private final Clock clock;

    public ConsentTerms(Leaflets leaflets, ConsentRules rules, Settings settings, Clock clock) {
        this.leaflets = leaflets;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is kept of a leaflet, and from when until when the word holds. */
    record Terms(Optional<Leaflet> leaflet, Instant effectiveAt, Optional<Instant> expiresAt) {}

    /**
     * The terms of what somebody says now.
     *
     * @throws org.openmrs.module.aisupport.validation.InvalidRequestException if a yes can't be taken on the terms that are asked for
     */
    Terms of(ConsentRequest request, Instant now, Standing standing, GateReading reading) {
        if (request.decision() != ConsentDecision.GRANT) {
            return new Terms(Optional.empty(), now, Optional.empty());
        }
        Leaflet told = leafletTold(request);
        Problems problems = new Problems();
        checkGiver(request.givenBy().role(), reading, problems);
        Instant effective = effective(request, standing, now, problems);
        Instant latest = effective.atZone(clock.getZone()).plusMonths(months()).toInstant();
        Instant expires = request.expiresAt() == null ? latest : request.expiresAt();
        problems.check(
                expires.isAfter(effective) && expires.isAfter(now),
                "expires",
                "past",
                "Give a time that lies ahead, and after the grant takes effect.");
        problems.check(
                !expires.isAfter(latest), "expires", "tooLate", "A grant holds " + months() + " months at most.");
        problems.refuseIfAny();
        return new Terms(Optional.of(told), effective, Optional.of(expires.truncatedTo(ChronoUnit.MICROS)));
    }

    /** A form may have been signed before it is entered, but not before the patient said something else. */
    private Instant effective(ConsentRequest request, Standing standing, Instant now, Problems problems) {
        if (request.effectiveAt() == null) {
            return now;
        }
        Instant effective = request.effectiveAt().truncatedTo(ChronoUnit.MICROS);
        ZonedDateTime today = now.atZone(clock.getZone());
        boolean near = effective.isAfter(today.minusMonths(months()).toInstant())
                && effective.isBefore(today.plusMonths(months()).toInstant());
        problems.check(near, "effective", "tooFar", "Give a time that is less than " + months() + " months away.");
        problems.check(
                standing.recordedAt().map(effective::isAfter).orElse(true),
                "effective",
                "overtaken",
                "Something was recorded after that time. Ask the patient what holds now.");
        return near ? effective : now;
    }

    private void checkGiver(Giver.Role role, GateReading reading, Problems problems) {
        boolean guardian = role == Giver.Role.GUARDIAN;
        Optional<Boolean> adult = rules.isAdult(reading);
        problems.check(
                guardian || !adult.equals(Optional.of(false)),
                "givenBy.role",
                "guardianNeeded",
                "Under " + reading.adultAge() + " years a guardian decides.");
        problems.check(
                !guardian || !adult.equals(Optional.of(true)),
                "givenBy.role",
                "adult",
                "The patient decides, or a PROXY who speaks for the patient.");
    }

    /** The leaflet that the giver was told; a yes without one is none (C4). */
    private Leaflet leafletTold(ConsentRequest request) {
        String current = leaflets.currentVersion(request.purpose());
        if (!current.equals(request.leafletVersion())) {
            throw InvalidRequestException.of(
                    "leaflet.version", "notCurrent", "Use the current leaflet, version " + current + ".");
        }
        return leaflets.keepAsTold(request.purpose(), request.leafletLanguage())
                .orElseThrow(() -> InvalidRequestException.of(
                        "leaflet.language",
                        "unknown",
                        "There is no leaflet in that language. GET leaflet lists them."));
    }

    /** How long a yes holds (C7). A setting that is no number from 1 to 120 counts as the default. */
    private int months() {
        return settings.number(Setting.CONSENT_GRANT_MONTHS, 1, 120, DEFAULT_MONTHS);
    }
}
