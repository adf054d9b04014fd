/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule's numbers may point at. Ours, and deliberately coarse: the literature describes both (docs/statistics.md), and agrees on no
 * threshold. A caution is a reason to look at the rule, and a proof of nothing.
 */
public enum Caution {
    /** Accepted almost always, within seconds: perhaps nobody reads it any more. */
    RUBBER_STAMPING {
        @Override
        boolean holds(Outcomes outcomes, Optional<Statistics.Timing> timing) {
            boolean fast = timing.filter(known -> known.decisions() >= DECISIONS)
                    .map(known -> known.quartiles().median().compareTo(FAST_MEDIAN) < 0
                            || isAtLeast(FAST_PERCENT, known.underTwoSeconds(), known.decisions()))
                    .orElse(false);
            return fast && isAtLeast(ACCEPTED_PERCENT, outcomes.acceptedAtAll(), outcomes.decided());
        }
    },
    /** Rejected almost always: it takes the GP's time for nothing, and teaches to look away. */
    NOISE {
        @Override
        boolean holds(Outcomes outcomes, Optional<Statistics.Timing> timing) {
            return isAtLeast(REJECTED_PERCENT, outcomes.rejected(), outcomes.decided());
        }
    };

    public static final int DECISIONS = 20;
    public static final int ACCEPTED_PERCENT = 95;
    public static final Duration FAST_MEDIAN = Duration.ofSeconds(3);
    public static final int FAST_PERCENT = 50;
    public static final int REJECTED_PERCENT = 90;

    abstract boolean holds(Outcomes outcomes, Optional<Statistics.Timing> timing);

    static Set<Caution> of(Outcomes outcomes, Optional<Statistics.Timing> timing) {
        Set<Caution> cautions = EnumSet.noneOf(Caution.class);
        if (outcomes.decided() >= DECISIONS) {
            for (Caution caution : values()) {
                if (caution.holds(outcomes, timing)) {
                    cautions.add(caution);
                }
            }
        }
        return cautions;
    }

    private static boolean isAtLeast(int percent, long part, long whole) {
        return 100 * part >= percent * whole;
    }
}
