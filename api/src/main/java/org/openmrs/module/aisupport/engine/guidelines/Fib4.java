/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.Measurement;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/**
 * FIB-4 of one day: Sterling RK et al., Hepatology 2006;43:1317-1325, doi:10.1002/hep.21178.
 *
 * @param score rounded to two digits before it is compared, as it is shown
 */
record Fib4(Measurement ast, Measurement alt, Measurement platelets, int age, BigDecimal score) {

    static final List<String> TESTS = List.of("ast", "alt", "platelets");

    /** One for each AST that has the other two on its day, of those that are not too old, newest first. */
    static List<Fib4> recent(Snapshot snapshot) {
        return snapshot.recent("ast").stream()
                .flatMap(ast -> of(ast, snapshot).stream())
                .toList();
    }

    private static Optional<Fib4> of(Measurement ast, Snapshot snapshot) {
        LocalDate day = snapshot.dayOf(ast.at());
        int age = snapshot.patient().ageOn(day).orElse(0);
        return onDay("alt", day, snapshot).flatMap(alt -> onDay("platelets", day, snapshot)
                .map(platelets ->
                        new Fib4(ast, alt, platelets, age, reckon(age, ast.value(), alt.value(), platelets.value()))));
    }

    private static Optional<Measurement> onDay(String test, LocalDate day, Snapshot snapshot) {
        return snapshot.recent(test).stream()
                .filter(result -> snapshot.dayOf(result.at()).equals(day))
                .findFirst();
    }

    /**
     * @param ast in U/L, like ALT
     * @param platelets in 10^9/L
     */
    static BigDecimal reckon(int age, double ast, double alt, double platelets) {
        return BigDecimal.valueOf(age * ast / (platelets * Math.sqrt(alt))).setScale(2, RoundingMode.HALF_UP);
    }

    boolean isAbove(double threshold) {
        return score.compareTo(BigDecimal.valueOf(threshold)) > 0;
    }

    List<Evidence> cite(Stance stance) {
        return List.of(
                Evidence.of(stance, ast),
                Evidence.of(stance, alt),
                Evidence.of(stance, platelets),
                Evidence.reckoned(stance, "FIB-4", score.toPlainString(), ast.at()));
    }
}
