/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.charting;

import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.platform.ChartWriter.EntryKind;
import org.openmrs.module.aisupport.validation.Problems;

/**
 * What a GP wants written with accepting.
 *
 * @param text the GP's own words in place of what was proposed; a problem in own words is not coded. Null: as proposed
 */
public record EntryRequest(EntryKind kind, String text) {

    private static final int PROBLEM_LENGTH = 255;
    private static final int NOTE_LENGTH = 2000;

    public static void refuseNonsense(List<EntryRequest> entries, Problems problems) {
        for (int i = 0; i < entries.size(); i++) {
            EntryRequest entry = entries.get(i);
            String field = "apply." + i;
            problems.required(entry.kind, field + ".kind")
                    .check(
                            entry.text == null || !entry.text.isBlank(),
                            field + ".text",
                            "blank",
                            "Leave it out, or write one.")
                    .atMost(
                            entry.kind == EntryKind.PLAN_NOTE ? NOTE_LENGTH : PROBLEM_LENGTH,
                            entry.text,
                            field + ".text");
        }
        boolean twice = entries.size()
                > entries.stream()
                        .map(EntryRequest::kind)
                        .collect(Collectors.toSet())
                        .size();
        problems.check(!twice, "apply", "twice", "Name each kind once.");
    }
}
