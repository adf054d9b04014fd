/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.time.Instant;
import java.util.Optional;
import org.openmrs.module.aisupport.persistence.KeyRing;
import org.openmrs.module.aisupport.platform.Actor;

/** Verifications as the module keeps them, for tests of how they are told. */
public final class Verified {

    public static final Instant AT = Instant.parse("2026-11-30T10:00:00Z");
    private static final Seal LAST = new Seal(2, 9, 1, "a".repeat(64), "b".repeat(64), "2026");

    private Verified() {}

    public static Verification underWay() {
        Verification verification = new Verification(Optional.empty(), Optional.empty(), 7, AT);
        verification.progress(3, AT.plusSeconds(2));
        return verification;
    }

    public static Verification broken(Actor requester, AuditHead against) {
        Verification verification = new Verification(Optional.of(requester), Optional.of(against), 7, AT);
        SealFinding finding = new SealFinding(SealFinding.Kind.EDITED, 3, 12);
        verification.end(
                new ChainVerdict(2, 0, 1, Optional.of(LAST), 1_796_032_800_000_000L, Optional.of(finding)),
                AT.plusSeconds(5));
        return verification;
    }

    /** As the service asks it of a head that came in. */
    public static boolean isSigned(AuditHead head) {
        return head.isSignedWith(KeyRing.read("test", "2026=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
    }

    public static VerificationUnderWayException anotherUnderWay() {
        return new VerificationUnderWayException();
    }
}
