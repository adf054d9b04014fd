/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.ArrayList;
import java.util.List;
import org.openmrs.module.aisupport.snapshot.Numbers;
import org.openmrs.module.aisupport.snapshot.RecordedProblem;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/**
 * What of HAS-BLED can be changed and is in the record: to look at, never a reason against an anticoagulant, so it is told in words
 * and is no evidence. Pisters et al., Chest 2010;138:1093-1100.
 */
final class BleedingRisk {

    private static final String PRESSURE = "systolic-bp";
    private static final List<String> DRUGS = List.of("nsaid", "antiplatelet");
    private static final String ALCOHOL = "alcohol-problem";

    private BleedingRisk() {}

    static String inWords(Snapshot snapshot, double aboveSystolic) {
        List<String> seen = new ArrayList<>();
        if (snapshot.canRead(PRESSURE)) {
            snapshot.latest(PRESSURE)
                    .filter(pressure -> pressure.value() > aboveSystolic)
                    .ifPresent(pressure -> seen.add("systolic blood pressure " + Numbers.plain(pressure.value())
                            + " on " + snapshot.dayOf(pressure.at())));
        }
        ActiveOrders.of(snapshot, DRUGS).forEach(order -> seen.add("order of " + order.name()));
        snapshot.problems(ALCOHOL).stream()
                .filter(RecordedProblem::active)
                .findFirst()
                .ifPresent(problem -> seen.add(problem.name()));
        return seen.isEmpty()
                ? "A bleeding score is no reason to withhold it."
                : "Bleeding risks to look at, which are no reason to withhold it: " + String.join("; ", seen) + ".";
    }
}
