/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openmrs.module.aisupport.platform.ChartReader.CodePattern;

/**
 * How one input is found in a dictionary.
 *
 * @param unit the unit that rules reckon in; only for measurements
 * @param answers the codes of the answers that count as yes; only for answers, like the next
 * @param noAnswers the codes of those that count as no; any other answer, such as "unknown", counts as none
 * @param sameDayRatio how many times as much as another value of the same day one may be before the two contradict each other; infinite
 *     where any two may stand side by side
 * @param staleAfterDays how old a value may be before a rule no longer rests on it
 */
public record InputDefinition(
        String id,
        String label,
        Kind kind,
        List<CodePattern> codes,
        List<CodePattern> answers,
        List<CodePattern> noAnswers,
        String unit,
        List<UnitConversion> units,
        double plausibleMin,
        double plausibleMax,
        double sameDayRatio,
        int staleAfterDays) {

    public enum Kind {
        MEASUREMENT,
        PROBLEM,
        MEDICATION,
        ANSWER,
        /** A text that somebody wrote of the patient. */
        NOTE,
        /** Every coded problem, whichever it is; stands for no concept of its own. */
        PROBLEM_LIST
    }

    /** value in the input's unit = factor × recorded value + offset. */
    public record UnitConversion(List<String> names, double factor, double offset) {
        public double convert(double recorded) {
            return factor * recorded + offset;
        }
    }

    public Optional<UnitConversion> conversionFrom(String recordedUnit) {
        return units.stream()
                .filter(conversion ->
                        conversion.names().stream().map(InputDefinition::plain).anyMatch(plain(recordedUnit)::equals))
                .findFirst();
    }

    /** The same input where no concept is known for it. */
    InputDefinition withoutCodes() {
        return new InputDefinition(
                id,
                label,
                kind,
                List.of(),
                List.of(),
                List.of(),
                unit,
                units,
                plausibleMin,
                plausibleMax,
                sameDayRatio,
                staleAfterDays);
    }

    /** Dictionaries write a unit in any case, and micro as a Greek letter, as the sign that looks like it, as u or as mc. */
    private static String plain(String unit) {
        return unit.strip()
                .toLowerCase(Locale.ROOT)
                .replace('\u00b5', 'u')
                .replace('\u03bc', 'u')
                .replaceFirst("^mc(?=mol|g)", "u");
    }

    /** Values of one day, each in the input's unit, of which not all can be true. */
    boolean contradict(Collection<Double> values) {
        return Collections.max(values) > sameDayRatio * Collections.min(values);
    }

    public boolean isPlausible(double value) {
        return value >= plausibleMin && value <= plausibleMax;
    }
}
