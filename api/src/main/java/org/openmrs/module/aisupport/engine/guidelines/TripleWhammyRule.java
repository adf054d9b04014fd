/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.RecordedMedication;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** An NSAID, an ACE inhibitor or ARB, and a diuretic, all ordered at once. */
final class TripleWhammyRule implements Rule {

    static final String ID = "triple-whammy";
    private static final List<String> CLASSES = List.of("nsaid", "ras-blocker", "diuretic");

    private final RuleDefinition definition;

    TripleWhammyRule(RuleDefinition definition) {
        this.definition = definition;
    }

    @Override
    public RuleDefinition definition() {
        return definition;
    }

    @Override
    public RuleAnswer judge(Snapshot snapshot) {
        // Of a class that can't be read nothing is known; but where another one is not ordered, the three can't meet.
        boolean incomplete = CLASSES.stream()
                .anyMatch(drugs -> snapshot.canRead(drugs)
                        && snapshot.activeMedications(drugs).isEmpty());
        return Opening.before(definition, snapshot)
                .unless(incomplete, "the three are not ordered together")
                .required()
                .adult("the study was of adults")
                .then(() -> fire(snapshot));
    }

    private RuleAnswer fire(Snapshot snapshot) {
        List<RecordedMedication> orders = ActiveOrders.of(snapshot, CLASSES);
        Instant together = together(snapshot);
        List<Evidence> evidence = new ArrayList<>(ActiveOrders.cite(Stance.FOR, orders));
        evidence.addAll(kidneys(snapshot, together));
        return new RuleAnswer.Fired(definition.propose(
                "together",
                Map.of("date", snapshot.dayOf(together).toString()),
                evidence,
                Unread.limit(definition, snapshot)));
    }

    /** Since when all three are: the start of the class that came last, by the first order of it that still runs. */
    private static Instant together(Snapshot snapshot) {
        return CLASSES.stream()
                .map(drugs -> snapshot.activeMedications(drugs).stream()
                        .map(RecordedMedication::start)
                        .min(Comparator.naturalOrder())
                        .orElseThrow())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** A weak kidney speaks for it whenever it was found; a good one against it only if found under all three. */
    private List<Evidence> kidneys(Snapshot snapshot, Instant together) {
        if (snapshot.patient().sex() == Sex.UNKNOWN || !snapshot.canRead(KidneyFunction.CREATININE)) {
            return List.of();
        }
        return KidneyFunction.latest(snapshot)
                .filter(kidneys -> kidneys.age() >= definition.threshold("minAge"))
                .map(kidneys -> kidneys(kidneys, together))
                .orElse(List.of());
    }

    private List<Evidence> kidneys(KidneyFunction kidneys, Instant together) {
        if (kidneys.egfr() < definition.threshold("reducedBelow")) {
            return kidneys.cite(Stance.FOR);
        }
        boolean underAllThree = kidneys.creatinine().at().isAfter(together);
        return underAllThree ? kidneys.cite(Stance.AGAINST) : List.of();
    }
}
