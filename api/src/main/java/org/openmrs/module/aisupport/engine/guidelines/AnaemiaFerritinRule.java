/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.Measurement;
import org.openmrs.module.aisupport.snapshot.Numbers;
import org.openmrs.module.aisupport.snapshot.RecordedProblem;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** A recent haemoglobin in the range of anaemia, and no ferritin around it. */
final class AnaemiaFerritinRule implements Rule {

    static final String ID = "anaemia-ferritin";
    private static final String HAEMOGLOBIN = "haemoglobin";
    private static final String FERRITIN = "ferritin";
    private static final List<String> IRON = List.of("iron");

    private final RuleDefinition definition;

    AnaemiaFerritinRule(RuleDefinition definition) {
        this.definition = definition;
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        Optional<Measurement> latest = snapshot.canRead(HAEMOGLOBIN) ? snapshot.latest(HAEMOGLOBIN) : Optional.empty();
        boolean fine = latest.filter(value -> value.value() < definition.threshold("manBelow"))
                .isEmpty();
        boolean deficient = snapshot.problems("iron-deficiency").stream().anyMatch(RecordedProblem::active);
        return Opening.before(definition, snapshot)
                .unless(snapshot.canRead(HAEMOGLOBIN) && fine, "no recent haemoglobin that is low")
                .required()
                .unless(deficient, "iron deficiency is on record")
                .unless(StandingOrders.of(snapshot, IRON).any(), "iron is ordered")
                .adult("this rule is for adults")
                .notPregnant("pregnancy has its own limits")
                .sex()
                .then(() -> judge(snapshot, latest.orElseThrow()));
    }

    private RuleAnswer judge(Snapshot snapshot, Measurement haemoglobin) {
        boolean man = snapshot.patient().sex() == Sex.MALE;
        double below = definition.threshold(man ? "manBelow" : "womanBelow");
        if (haemoglobin.value() >= below) {
            return new RuleAnswer.NotFired("no anaemia");
        }
        if (snapshot.all(FERRITIN).stream().anyMatch(ferritin -> isAround(ferritin, haemoglobin, snapshot))) {
            return new RuleAnswer.NotFired("a ferritin is on record");
        }
        boolean severe = haemoglobin.value() < definition.threshold("severeBelow");
        return new Needs(snapshot)
                .whole(FERRITIN)
                .unmet()
                .orElseGet(() -> fire(
                        severe ? "severe" : "anaemia",
                        snapshot,
                        haemoglobin,
                        severe ? definition.threshold("severeBelow") : below));
    }

    private boolean isAround(Measurement ferritin, Measurement haemoglobin, Snapshot snapshot) {
        LocalDate day = snapshot.dayOf(ferritin.at());
        long days = Math.abs(ChronoUnit.DAYS.between(day, snapshot.dayOf(haemoglobin.at())));
        return days <= definition.threshold("ferritinWithinDays");
    }

    private RuleAnswer fire(String outcome, Snapshot snapshot, Measurement haemoglobin, double below) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of(Stance.FOR, haemoglobin));
        snapshot.recent(HAEMOGLOBIN).stream()
                .filter(other -> other.at().isBefore(haemoglobin.at()))
                .findFirst()
                .filter(before -> before.value() >= below)
                .ifPresent(before -> evidence.add(Evidence.of(Stance.AGAINST, before)));
        return new RuleAnswer.Fired(definition.propose(
                outcome,
                Map.of(
                        "value",
                        haemoglobin.asRecorded(),
                        "date",
                        snapshot.dayOf(haemoglobin.at()).toString(),
                        "below",
                        Numbers.plain(below)),
                evidence,
                Unread.limit(definition, snapshot)
                        + StandingOrders.of(snapshot, IRON).unreadInWords()));
    }
}
