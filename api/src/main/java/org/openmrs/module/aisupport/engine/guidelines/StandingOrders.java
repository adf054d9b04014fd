/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.RecordedMedication;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** Whether any of some classes of drugs is ordered, for a rule that asks why none is; and the last one that was. */
final class StandingOrders {

    private final Snapshot snapshot;
    private final List<RecordedMedication> orders;

    private StandingOrders(Snapshot snapshot, List<RecordedMedication> orders) {
        this.snapshot = snapshot;
        this.orders = orders;
    }

    static StandingOrders of(Snapshot snapshot, Collection<String> classes) {
        return new StandingOrders(
                snapshot,
                classes.stream()
                        .flatMap(input -> snapshot.medications(input).stream())
                        .toList());
    }

    /** One that begins later was ordered as well. */
    boolean any() {
        return orders.stream().anyMatch(order -> ended(order).isEmpty());
    }

    /** It may have been stopped for a reason, or only have run out: either way the GP should see it. */
    List<Evidence> citeLast() {
        return last().map(order -> List.of(Evidence.of(Stance.AGAINST, order))).orElse(List.of());
    }

    /** Begins with a space, or is empty. */
    String lastInWords() {
        return last().map(order -> " An earlier order (" + order.name() + ") ended on "
                        + snapshot.dayOf(ended(order).orElseThrow()) + ".")
                .orElse("");
    }

    /** That none was found holds only of orders that could be read. Begins with a space, or is empty. */
    String unreadInWords() {
        return switch (snapshot.unreadOrders()) {
            case 0 -> "";
            case 1 -> " One active order carries no code that could be read; it may be what was not found here.";
            default ->
                " " + snapshot.unreadOrders()
                        + " active orders carry no code that could be read; one of them may be what was not found here.";
        };
    }

    private Optional<RecordedMedication> last() {
        return orders.stream().filter(order -> ended(order).isPresent()).max(Comparator.comparing(order -> ended(order)
                .orElseThrow()));
    }

    private Optional<Instant> ended(RecordedMedication order) {
        return order.end().filter(end -> !snapshot.takenAt().isBefore(end));
    }
}
