/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.Measurement;
import org.openmrs.module.aisupport.snapshot.RecordedMedication;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** A raised potassium: severe whatever is ordered, and from a lower value on with a drug that raises it. */
final class PotassiumRule implements Rule {

    static final String ID = "potassium-raised";
    private static final String POTASSIUM = "potassium";
    private static final List<String> RAISING = List.of("ras-blocker", "mra");

    private final RuleDefinition definition;

    PotassiumRule(RuleDefinition definition) {
        this.definition = definition;
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        return Opening.of(definition, snapshot)
                .adult("the sources are for adults")
                .then(() -> snapshot.latest(POTASSIUM)
                        .map(potassium -> judge(snapshot, potassium))
                        .orElseGet(() -> judgeWithoutValue(snapshot)));
    }

    /** The rule answers to a result. Only where a drug may raise potassium is it worth a word that there is none. */
    private static RuleAnswer judgeWithoutValue(Snapshot snapshot) {
        return ActiveOrders.of(snapshot, RAISING).isEmpty()
                ? withoutDrug(snapshot)
                : Needs.missing(snapshot.labelOfRecent(POTASSIUM));
    }

    private RuleAnswer judge(Snapshot snapshot, Measurement potassium) {
        List<RecordedMedication> orders = ActiveOrders.of(snapshot, RAISING);
        if (potassium.value() >= definition.threshold("severeFrom")) {
            return fire("severe", snapshot, potassium, orders);
        }
        if (potassium.value() < definition.threshold("raisedFrom")) {
            return new RuleAnswer.NotFired("potassium is not raised");
        }
        if (orders.isEmpty()) {
            return withoutDrug(snapshot);
        }
        boolean high = potassium.value() >= definition.threshold("highFrom");
        return fire(high ? "high" : "raised", snapshot, potassium, orders);
    }

    private static RuleAnswer withoutDrug(Snapshot snapshot) {
        return new Needs(snapshot)
                .readable(RAISING)
                .unmet()
                .orElseGet(() -> new RuleAnswer.NotFired("no active order of an ACE inhibitor, ARB or MRA"));
    }

    private RuleAnswer fire(String outcome, Snapshot snapshot, Measurement potassium, List<RecordedMedication> orders) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of(Stance.FOR, potassium));
        evidence.addAll(ActiveOrders.cite(Stance.FOR, orders));
        previous(snapshot, potassium)
                .filter(previous -> previous.value() < definition.threshold("raisedFrom"))
                .ifPresent(previous -> evidence.add(Evidence.of(Stance.AGAINST, previous)));
        return new RuleAnswer.Fired(definition.propose(
                outcome,
                Map.of(
                        "value",
                        potassium.asRecorded(),
                        "date",
                        snapshot.dayOf(potassium.at()).toString()),
                evidence,
                Unread.limit(definition, snapshot)));
    }

    /** The result before it, however long ago within a limit: if that was good, this one may be spurious or new. */
    private Optional<Measurement> previous(Snapshot snapshot, Measurement potassium) {
        long days = (long) definition.threshold("previousWithinDays");
        return snapshot.all(POTASSIUM).stream()
                .filter(other -> other.at().isBefore(potassium.at()))
                .findFirst()
                .filter(other -> other.at().isAfter(snapshot.takenAt().minus(days, ChronoUnit.DAYS)));
    }
}
