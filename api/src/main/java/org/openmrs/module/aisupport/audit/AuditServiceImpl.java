/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit;

import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Reads through the log, and leaves a row that it was read. */
@Transactional
public class AuditServiceImpl implements AuditService {

    /** In the place of a patient: the report for any patient tells of such a reading, too. */
    public static final String EVERYBODY = "all patients";

    private final AuditLog log;

    public AuditServiceImpl(AuditLog log) {
        this.log = log;
    }

    @Override
    public AuditPage read(AuditQuery query) {
        AuditPage page = new AuditPage(log.find(query), log.count(query));
        log.record(AuditEntry.of(AuditKind.AUDIT_READ)
                .detail(query.patientUuid().map(AuditServiceImpl::detailOf).orElse(EVERYBODY)));
        return page;
    }

    /** By which the report for a patient finds who read the audit of them. */
    static String detailOf(String patientUuid) {
        return "patient " + patientUuid;
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuditRow> recentFailures(int limit) {
        return log.recentFailures(limit);
    }
}
