/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.util.List;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the gate can be asked, and whether the attributes follow the ledger: in words for an administrator. */
public class ConsentHealth {

    private static final Logger LOG = LoggerFactory.getLogger(ConsentHealth.class);
    private static final PatientRef NOBODY = new PatientRef(-1, "nobody");

    private final SessionFactory sessions;
    private final GateQuery query;

    public ConsentHealth(SessionFactory sessions, GateQuery query) {
        this.sessions = sessions;
        this.query = query;
    }

    /** @throws IllegalStateException if the gate's query fails; then the gate says no to everything */
    public Optional<String> gate() {
        try {
            query.read(NOBODY, List.of(Purpose.values()));
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.error("event=gate_unreadable The status page was asked", e);
            throw new IllegalStateException(
                    "Consent can't be read, so AI is off for everybody. The database must be MariaDB 10.2, MySQL 8.0, or newer."
                            + " What it said is in the server's log.",
                    e);
        }
    }

    /** How many attributes have yet to follow; the gate denies for their patients, or they still show a yes after a no. */
    public Optional<String> attributes() {
        long due = sessions.getCurrentSession()
                .createQuery("select count(s) from AisupportConsentState s where s.mirrorDue = true", Long.class)
                .uniqueResult();
        return due == 0
                ? Optional.empty()
                : Optional.of(
                        due + " do not follow the ledger yet, and are tried again each minute. If this stays: a person"
                                + " that OpenMRS refuses to save must be mended, and of two answers beside each other one removed."
                                + " The audit has the patients (MIRROR_WRITE_FAILED).");
    }
}
