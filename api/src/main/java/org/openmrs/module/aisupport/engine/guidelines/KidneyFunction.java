/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.Measurement;
import org.openmrs.module.aisupport.snapshot.RecordedMedication;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/**
 * An eGFR, reckoned from one creatinine with the age at which the blood was drawn. The sex must be known.
 *
 * @param egfr in mL/min/1.73 m², rounded to a whole number before it is compared, as laboratories report it (KDIGO 2024)
 */
record KidneyFunction(Measurement creatinine, LocalDate day, int age, long egfr) {

    static final String CREATININE = "creatinine";

    /** Of the newest creatinine that is not too old. */
    static Optional<KidneyFunction> latest(Snapshot snapshot) {
        return snapshot.latest(CREATININE).map(creatinine -> of(creatinine, snapshot));
    }

    /** Of those that are not too old, newest first. */
    static List<KidneyFunction> recent(Snapshot snapshot) {
        return snapshot.recent(CREATININE).stream()
                .map(creatinine -> of(creatinine, snapshot))
                .toList();
    }

    /** Of every creatinine on record, newest first. */
    static List<KidneyFunction> all(Snapshot snapshot) {
        return snapshot.all(CREATININE).stream()
                .filter(creatinine -> !creatinine.at().isAfter(snapshot.takenAt()))
                .map(creatinine -> of(creatinine, snapshot))
                .toList();
    }

    private static KidneyFunction of(Measurement creatinine, Snapshot snapshot) {
        LocalDate day = snapshot.dayOf(creatinine.at());
        int age = snapshot.patient().ageOn(day).orElse(0);
        double egfr =
                Egfr.ckdEpi2021(creatinine.value(), age, snapshot.patient().sex());
        return new KidneyFunction(creatinine, day, age, Math.round(egfr));
    }

    /** The one before it, if that is not too old either. */
    Optional<KidneyFunction> previous(Snapshot snapshot) {
        return recent(snapshot).stream()
                .filter(other -> other.creatinine.at().isBefore(creatinine.at()))
                .findFirst();
    }

    /** The creatinine as it stands in the record, and what was reckoned from it. */
    List<Evidence> cite(Stance stance) {
        return List.of(
                Evidence.of(stance, creatinine),
                Evidence.reckoned(stance, "eGFR (CKD-EPI 2021)", egfr + " mL/min/1.73 m²", creatinine.at()));
    }

    /**
     * For a medicine that these kidneys are too weak for: them, the orders, and against it the result just before where that was not
     * below the threshold, since the fall may be acute, or a slip.
     */
    List<Evidence> citeWith(List<RecordedMedication> orders, double threshold, Snapshot snapshot) {
        List<Evidence> evidence = new ArrayList<>(cite(Stance.FOR));
        evidence.addAll(ActiveOrders.cite(Stance.FOR, orders));
        previous(snapshot)
                .filter(previous -> previous.egfr() >= threshold)
                .ifPresent(previous -> evidence.addAll(previous.cite(Stance.AGAINST)));
        return evidence;
    }

    /** The last one was drawn before the patient grew up: what the kidneys of today do, it can't tell. */
    RuleAnswer ofAChild(Snapshot snapshot) {
        return Needs.missing(snapshot.labelOf(CREATININE) + " taken as an adult (the last one is from childhood)");
    }

    /** For the places of a wording. */
    Map<String, String> values() {
        return Map.of("egfr", Long.toString(egfr), "date", day.toString());
    }
}
