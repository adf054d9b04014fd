/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.util.Optional;
import org.openmrs.module.aisupport.persistence.KeyRing;

/** An exported audit, line by line: the chain, then rows without a seal, then the head that was signed when it was exported. */
final class ExportFile {

    private final KeyRing keys;
    private final ChainVerifier verifier;
    private AuditHead head;
    private Seal last;
    private long lines;
    private boolean sealedPartIsOver;
    private String problem;

    ExportFile(SealTerms terms, Optional<AuditHead> expected) {
        this.keys = terms.ring();
        this.verifier = new ChainVerifier(terms, expected);
    }

    /** @throws IllegalArgumentException if this is no export at all */
    void next(String text) {
        lines++;
        if (problem != null || verifier.isBroken()) {
            return;
        }
        try {
            take(ExportLine.read(text));
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            if (lines == 1) {
                throw new IllegalArgumentException(
                        "this is not an exported audit. " + unreadable.getMessage(), unreadable);
            }
            problem = "line " + lines + " is not as the server writes it. " + unreadable.getMessage();
        }
    }

    private void take(ExportLine line) {
        if (head != null) {
            problem = "line " + lines + " comes after the head, which is the last line of an export.";
        } else if (line.head() != null) {
            head = line.head();
        } else if (line.unsealed() != null) {
            sealedPartIsOver = true;
            verifier.unsealed(line.unsealed());
        } else if (sealedPartIsOver) {
            problem = "line " + lines + " is sealed and comes after rows that are not.";
        } else {
            last = line.sealed().seal();
            verifier.next(line.sealed());
        }
    }

    ChainVerdict verdict() {
        ChainVerdict verdict =
                head != null && head.isSignedWith(keys) ? verifier.verdict(head.at()) : verifier.verdict();
        boolean unknownHead = head != null && !new SealFormat(keys).knows(head.keyId());
        return unknownHead && verdict.finding().isEmpty()
                ? verdict.with(new SealFinding(SealFinding.Kind.KEY_UNKNOWN, head.seq(), head.auditId()))
                : verdict;
    }

    /** What is wrong with the file beyond the chain in it, in words. */
    Optional<String> problem() {
        if (problem != null || verifier.isBroken()) {
            return Optional.ofNullable(problem);
        }
        if (head == null) {
            return Optional.of("the file has no head at its end: it was cut off, or the export broke off.");
        }
        if (new SealFormat(keys).knows(head.keyId()) && !head.isSignedWith(keys)) {
            return Optional.of("none of these keys signed the head at the end of the file.");
        }
        boolean fits = head.seq() == (last == null ? 0 : last.seq())
                && head.hash().equals(last == null ? SealFormat.NOTHING : last.hash());
        return fits
                ? Optional.empty()
                : Optional.of("the chain does not end where the head at the end of the file says.");
    }
}
