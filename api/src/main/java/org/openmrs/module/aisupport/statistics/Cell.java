/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.statistics;

import java.util.Set;

/**
 * What the database counted in one week. It is told to nobody as it is: see {@link Group}.
 *
 * @param patients who it was, up to {@link Group#LEAST} of them: by their ids, so that whoever comes in two weeks is one patient
 */
record Cell<N extends Summable<N>>(Week week, Set<Integer> patients, N numbers) {
    Cell {
        patients = Set.copyOf(patients);
    }
}
