/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import java.util.HashSet;
import java.util.Set;

/**
 * What the database counted, in one week or in several together. It is told to nobody as it is: see {@link Group}.
 *
 * @param week the last of them
 * @param patients who it was, of each week up to {@link Group#LEAST}: by their ids, so that whoever comes in two weeks is one patient
 */
record Cell<N extends Summable<N>>(Week week, Set<Integer> patients, N numbers) {
    Cell {
        patients = Set.copyOf(patients);
    }

    /** Of both weeks together. */
    Cell<N> and(Cell<N> later) {
        Set<Integer> all = new HashSet<>(patients);
        all.addAll(later.patients);
        return new Cell<>(later.week, all, numbers.plus(later.numbers));
    }
}
