/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.chart;

import java.util.Set;
import java.util.TreeSet;
import org.openmrs.module.aisupport.engine.Evidence;

/**
 * An item that leaves, and what it was in the record, which does not.
 *
 * @param id made for this call
 * @param inputs all that the one record stands for: an order of a combination is told once, and a type 2 diabetes is a diabetes
 * @param item with the platform's uuids: never written anywhere as a whole
 */
public record Shared<T>(String id, Set<String> inputs, T item, Evidence evidence) {

    Shared<T> alsoOf(String input) {
        Set<String> more = new TreeSet<>(inputs);
        more.add(input);
        return new Shared<>(id, more, item, evidence);
    }

    /** An id alone: the item is of a patient. */
    @Override
    public String toString() {
        return "Shared[" + id + "]";
    }
}
