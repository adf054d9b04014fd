/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.openmrs.module.aisupport.persistence.AppendOnly;

/** A {@link Seal} as it is kept. It names its audit row without a foreign key: it must outlive the row to tell of it. */
@Entity(name = "AisupportAuditSeal")
@Table(name = "aisupport_audit_seal")
@AppendOnly
public class AuditSeal {

    @Id
    @Column(name = "seq")
    private Long seq;

    @Column(name = "audit_id")
    private long auditId;

    @Column(name = "format")
    private int format;

    @Column(name = "previous")
    private String previous;

    @Column(name = "hash")
    private String hash;

    @Column(name = "key_id")
    private String keyId;

    protected AuditSeal() {}

    AuditSeal(Seal seal) {
        this.seq = seal.seq();
        this.auditId = seal.auditId();
        this.format = seal.format();
        this.previous = seal.previous();
        this.hash = seal.hash();
        this.keyId = seal.keyId();
    }
}
