/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

/**
 * The first thing that is wrong.
 *
 * @param seq the number in the chain at which it shows
 * @param auditId the audit row, zero where none is known
 */
public record SealFinding(Kind kind, long seq, long auditId) {

    /** What a chain can tell, and no more: who changed something, and what it was before, it can't. */
    public enum Kind {
        /** What stands there is not what was sealed: the row was changed, or its seal. */
        EDITED(true, "What stands there is not what was sealed: the row or its seal was changed."),
        /** The seal is there and its row is not. */
        REMOVED(true, "The audit row was removed; its seal is still there."),
        SEAL_REMOVED(true, "The seal with this number was removed."),
        /** The row is as it was, only the seal's word on what came before it is not. */
        SEAL_EDITED(true, "The seal was changed; its row was not."),
        /** Neither fits what comes before. */
        REORDERED(
                true, "This seal does not follow the one before it: it was moved or put in, or what came before was."),
        /**
         * A key that another has followed makes no more seals: those of one key stand together. A whole chain that was made anew under an
         * old key is not found by this, only against an exported head.
         */
        OLD_KEY(
                true,
                "It is sealed with an older key than a row before it, or under the name of a key that had already made its last seal."),
        UNSEALED_TOO_LONG(
                true,
                "This row has no seal, though there was time for one: it was put in, or its seal was removed, or nothing is sealed."),
        /** Found only against an exported head. */
        TRUNCATED(
                true,
                "The chain ends before the given head: the newest rows were cut off, or an older back-up was restored."),
        /** Found only against an exported head. */
        REWRITTEN(
                true,
                "At the number of the given head stands another seal: the chain was made anew, with the key, or by the module itself"
                        + " after seals were taken away or a back-up was restored."),
        /** By the way its time lies: a chain says when a row came and not who wrote it. */
        OUT_OF_TIME(
                false,
                "Its time lies more than two hours before that of a row sealed earlier, or is still to come: it was put in by hand"
                        + " with another time, or the earlier one was, or the clock of a server was wrong."),
        KEY_UNKNOWN(
                false,
                "Its key is not in the runtime properties, so that it can't be verified. Put the key back behind the current one."),
        /** Undecided, and nobody has to do anything: it was said so. */
        KEY_LOST(
                false,
                "Its key is lost, as the runtime property " + SealKeys.LOST
                        + " says, so that no more can be told of it than that the chain has no gap."),
        FORMAT_UNKNOWN(false, "It was sealed by a newer version of this module. Verify it with that version.");

        private final boolean broken;
        private final String words;

        Kind(boolean broken, String words) {
            this.broken = broken;
            this.words = words;
        }

        /** Whether something is wrong; else it can't be told. */
        boolean isBroken() {
            return broken;
        }

        String words() {
            return words;
        }
    }

    String words() {
        String where = seq == 0 && auditId != 0 ? "" : "Number " + seq + " in the chain";
        String row = auditId == 0 ? "" : (seq == 0 ? "Audit row " : ", audit row ") + auditId;
        return where + row + ": " + kind.words();
    }
}
