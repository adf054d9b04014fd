/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the gate's answer rests on, as it was at one moment.
 *
 * @param person empty when there is no such patient, or when the record is voided
 * @param standings the ledger's last words; purposes of which nothing was said are absent
 * @param merged the records that were merged into this one, directly or through others
 * @param attributeSaysYes whether the person attribute holds exactly the answer that means yes
 * @param adultAge from which age patients decide for themselves, in years
 */
record GateReading(
        Optional<Person> person,
        Map<Purpose, Standing> standings,
        List<Merged> merged,
        boolean attributeSaysYes,
        int adultAge) {

    GateReading {
        standings = Map.copyOf(standings);
        merged = List.copyOf(merged);
    }

    Standing standing(Purpose purpose) {
        return standings.getOrDefault(purpose, Standing.notRecorded(purpose));
    }

    record Person(boolean dead, Optional<LocalDate> birthdate) {}

    /** A record that was merged into this one, with what its patient had said. */
    record Merged(Instant at, Map<Purpose, Standing> standings) {
        Merged {
            standings = Map.copyOf(standings);
        }

        Standing standing(Purpose purpose) {
            return standings.getOrDefault(purpose, Standing.notRecorded(purpose));
        }
    }
}
