/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.charting;

import java.util.Optional;
import org.openmrs.module.aisupport.platform.ChartReader;
import org.openmrs.module.aisupport.platform.ChartReader.DictionaryConcept;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.platform.Settings;

/** The concept that this practice writes plan notes on: one of the datatype Text that a setting names. */
public class PlanNotes {

    private static final String TEXT = "Text";

    private final Settings settings;
    private final ChartReader chart;

    public PlanNotes(Settings settings, ChartReader chart) {
        this.settings = settings;
        this.chart = chart;
    }

    /** Its uuid; empty where none is set, or what is set can't hold a text. */
    Optional<String> concept() {
        return settings.value(Setting.SUGGESTION_PLAN_NOTE_CONCEPT)
                .flatMap(chart::concept)
                .filter(concept -> concept.datatype().equals(TEXT))
                .map(DictionaryConcept::uuid);
    }

    /** What is wrong with the setting, in words for an administrator. */
    public Optional<String> problem() {
        boolean wrong = settings.value(Setting.SUGGESTION_PLAN_NOTE_CONCEPT).isPresent()
                && concept().isEmpty();
        return wrong
                ? Optional.of("The setting " + Setting.SUGGESTION_PLAN_NOTE_CONCEPT.property()
                        + " names no concept of the datatype Text, so that no plan note can be written."
                        + " Give the uuid of one, or clear the setting.")
                : Optional.empty();
    }
}
