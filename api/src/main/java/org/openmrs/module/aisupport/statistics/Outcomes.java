/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

/**
 * What became of suggestions, as things stand now; who changed their mind counts as what it ended as.
 *
 * @param shown how many somebody has seen
 * @param open undecided, and not for long
 * @param unreviewed undecided for longer than the practice allows; derived from the clock
 * @param withdrawn undecided when the patient's consent ended
 * @param undone decisions that were taken back, some of several on one suggestion
 */
public record Outcomes(
        long proposed,
        long shown,
        long accepted,
        long acceptedWithEdits,
        long rejected,
        long open,
        long unreviewed,
        long superseded,
        long withdrawn,
        long undone)
        implements Summable<Outcomes> {

    static final Outcomes NONE = new Outcomes(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public long decided() {
        return accepted + acceptedWithEdits + rejected;
    }

    /** With edits or without. */
    public long acceptedAtAll() {
        return accepted + acceptedWithEdits;
    }

    @Override
    public Outcomes plus(Outcomes other) {
        return new Outcomes(
                proposed + other.proposed,
                shown + other.shown,
                accepted + other.accepted,
                acceptedWithEdits + other.acceptedWithEdits,
                rejected + other.rejected,
                open + other.open,
                unreviewed + other.unreviewed,
                superseded + other.superseded,
                withdrawn + other.withdrawn,
                undone + other.undone);
    }
}
