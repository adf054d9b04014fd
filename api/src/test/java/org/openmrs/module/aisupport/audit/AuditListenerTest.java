/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.House;

/** Whoever listens to the audit hears of what stands, and can't harm it. */
@Tag("A1")
class AuditListenerTest {

    private final House house = new House();
    private final PatientRef patient = house.patients.add();

    @AfterEach
    void close() {
        house.pool.close();
    }

    private AuditLog heardBy(AuditListener listener) {
        return new AuditLog(House.SESSIONS, house.transactions, house.user, house.clock, List.of(listener));
    }

    @Test
    void a_listener_that_breaks_costs_whoever_records_nothing() {
        AuditLog log = heardBy(row -> {
            throw new IllegalStateException("broken");
        });

        house.inTransaction(() -> {
            log.record(entry());
            return log;
        });
        log.recordAlone(entry());

        assertThat(house.auditOf(patient)).hasSize(2);
    }

    @Test
    void what_is_rolled_back_is_not_heard_of() {
        List<AuditRow> heard = new ArrayList<>();
        AuditLog log = heardBy(heard::add);

        assertThatThrownBy(() -> house.inTransaction(() -> {
                    log.record(entry());
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(heard).isEmpty();

        log.recordAlone(entry());
        assertThat(heard).hasSize(1);
    }

    private AuditEntry entry() {
        return AuditEntry.of(AuditKind.SENT_VIEWED).patient(patient);
    }
}
