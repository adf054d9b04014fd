/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines.second;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rules about the liver, read from their sources. */
final class LiverReading {

    private LiverReading() {}

    /**
     * EASL, EASD and EASO 2024: with fatty liver or type 2 diabetes a FIB-4 above 1.3 asks for the next test, in the old above 2.0;
     * McPherson S et al., Am J Gastroenterol 2017;112:740-751: not up to 35 years, and 2.0 from 65 on. Rounded to two digits, of one day
     * in the last year, and nothing said where one of the three was not measured in it, by the project's choice.
     */
    static Said fibrosis(Facts facts) {
        boolean asked = facts.has(Illness.Group.FATTY_LIVER_OR_TYPE_2_DIABETES) && !facts.isPregnant();
        if (!asked || facts.everHad(Illness.Group.CIRRHOSIS) || facts.age() < 36) {
            return Said.NOTHING;
        }
        return completeDay(facts)
                .map(day -> facts.ageOn(day) >= 36 && isRaised(facts, day) ? Said.INFO : Said.NOTHING)
                .orElse(areAllMeasured(facts) ? Said.CANT_TELL : Said.NOTHING);
    }

    private static boolean areAllMeasured(Facts facts) {
        return Stream.of(Lab.AST, Lab.ALT, Lab.PLATELETS)
                .allMatch(lab -> facts.all(lab).stream().anyMatch(result -> result.daysAgo() <= Facts.A_YEAR));
    }

    /** The newest on which all three were measured. */
    private static Optional<LocalDate> completeDay(Facts facts) {
        return facts.all(Lab.AST).stream()
                .filter(ast -> ast.daysAgo() <= Facts.A_YEAR)
                .map(Chart.Result::day)
                .filter(day -> on(day, Lab.ALT, facts).isPresent())
                .filter(day -> on(day, Lab.PLATELETS, facts).isPresent())
                .findFirst();
    }

    private static boolean isRaised(Facts facts, LocalDate day) {
        Function<Lab, Double> measured = lab -> on(day, lab, facts).orElseThrow();
        int age = facts.ageOn(day);
        double score = Fib4.of(age, measured.apply(Lab.AST), measured.apply(Lab.ALT), measured.apply(Lab.PLATELETS));
        return Math.round(score * 100) > (age >= 65 ? 200 : 130);
    }

    private static Optional<Double> on(LocalDate day, Lab lab, Facts facts) {
        return facts.all(lab).stream()
                .filter(result -> result.day().equals(day))
                .map(Chart.Result::value)
                .findFirst();
    }
}
