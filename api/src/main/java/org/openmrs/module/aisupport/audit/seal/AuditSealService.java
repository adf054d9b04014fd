/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.openmrs.annotation.Authorized;
import org.openmrs.module.aisupport.AisupportService;
import org.openmrs.module.aisupport.Privileges;

/**
 * Whether the audit still is what it was, and copies of it. Whoever may read the audit may have it verified: that changes nothing, tells
 * nothing more, and is done once at a time, whoever asks.
 */
public interface AuditSealService extends AisupportService {

    /** Where the chain stands now, signed, to be kept elsewhere. */
    @Authorized(Privileges.VIEW_AUDIT)
    AuditHead head();

    /** The verification under way, and the last one that ended; of those that a key of this node signed. */
    @Authorized(Privileges.VIEW_AUDIT)
    VerificationState verification();

    /**
     * Has the audit verified in the background; tells of the one under way where there is one.
     *
     * @param against an exported head, without which it can't be told whether the newest rows were cut off
     * @throws org.openmrs.module.aisupport.validation.InvalidRequestException if no key of this server signed that head
     * @throws org.openmrs.module.aisupport.validation.MisconfiguredException if this node has no key, or older ones than the chain
     */
    @Authorized(Privileges.VIEW_AUDIT)
    Verification verify(Optional<AuditHead> against);

    /** Writes the whole audit with its seals, and the head at the end, one JSON object a line in UTF-8. The stream stays open. */
    @Authorized(Privileges.VIEW_AUDIT)
    void export(OutputStream out) throws IOException;

    /** Each empty where there is none. */
    record VerificationState(Optional<Verification> underWay, Optional<Verification> last) {}
}
