/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Evidence.Stance;
import org.openmrs.module.aisupport.snapshot.RecordedMedication;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/** What is ordered now of some classes of drugs. */
final class ActiveOrders {

    private ActiveOrders() {}

    /** An order of a combination product is of several classes, and stands here once. */
    static List<RecordedMedication> of(Snapshot snapshot, Collection<String> classes) {
        Map<String, RecordedMedication> orders = new LinkedHashMap<>();
        classes.stream()
                .flatMap(input -> snapshot.activeMedications(input).stream())
                .forEach(order -> orders.putIfAbsent(order.record().uuid(), order));
        return List.copyOf(orders.values());
    }

    static List<Evidence> cite(Stance stance, Collection<RecordedMedication> orders) {
        return orders.stream().map(order -> Evidence.of(stance, order)).toList();
    }
}
