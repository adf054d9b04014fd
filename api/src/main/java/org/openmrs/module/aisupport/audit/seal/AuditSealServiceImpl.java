/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.openmrs.module.aisupport.audit.AuditEntry;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditLog;
import org.openmrs.module.aisupport.persistence.KeyRing;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.CurrentUser;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.openmrs.module.aisupport.validation.MisconfiguredException;

/** No transaction around a call: an export may take minutes, and holds none for longer than a page. */
public class AuditSealServiceImpl implements AuditSealService {

    private final SealKeys keys;
    private final Verifications verifications;
    private final SealStore seals;
    private final VerificationStore store;
    private final AuditLog audit;
    private final CurrentUser user;
    private final Transactions transactions;
    private final Clock clock;

    public AuditSealServiceImpl(
            SealKeys keys,
            Verifications verifications,
            SessionFactory sessions,
            AuditLog audit,
            CurrentUser user,
            Transactions transactions,
            Clock clock) {
        this.keys = keys;
        this.verifications = verifications;
        this.seals = new SealStore(sessions);
        this.store = new VerificationStore(sessions);
        this.audit = audit;
        this.user = user;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public AuditHead head() {
        KeyRing ring = ring();
        return transactions.alone(() -> {
            AuditHead head = AuditHead.sign(seals.last(), clock.instant(), ring);
            audit.record(AuditEntry.of(AuditKind.AUDIT_HEAD_EXPORTED).detail("seq " + head.seq()));
            return head;
        });
    }

    @Override
    public VerificationState verification() {
        Instant now = clock.instant();
        return keys.ring()
                .map(ring -> transactions.alone(
                        () -> new VerificationState(store.underWay(now, ring), store.newestEnded(now, ring))))
                .orElseGet(() -> new VerificationState(Optional.empty(), Optional.empty()));
    }

    @Override
    public Verification verify(Optional<AuditHead> against) {
        SealTerms terms = set(keys.terms());
        against.filter(head -> !head.isSignedWith(terms.ring())).ifPresent(foreign -> {
            throw InvalidRequestException.of(
                    "head",
                    "notSigned",
                    "No key of this server signed this head. Send it letter by letter as it was exported, and keep old keys in "
                            + SealKeys.PROPERTY + ".");
        });
        verifications.obstacle().ifPresent(why -> {
            throw new MisconfiguredException(why);
        });
        return verifications.start(terms, user.actor(), against);
    }

    @Override
    public void export(OutputStream out) throws IOException {
        KeyRing ring = ring();
        audit.recordAlone(AuditEntry.of(AuditKind.AUDIT_EXPORTED)); // first: no row, no export
        new AuditExport(seals, transactions, clock).write(ring, out);
    }

    private KeyRing ring() {
        return set(keys.ring());
    }

    private static <T> T set(Optional<T> wherePresent) {
        return wherePresent.orElseThrow(
                () -> new MisconfiguredException("The audit is not sealed, since no key is set for it."));
    }
}
