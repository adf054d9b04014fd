/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.chart;

import java.util.Set;
import org.openmrs.module.aisupport.engine.PersonalData;

/**
 * What an engine declares to need, and so the most that it is given. Free text isn't among it: the snapshot holds none.
 *
 * @param inputs ids of the concept mapping
 * @param person of the person; age and sex are all that there is to give
 */
public record Disclosure(Set<String> inputs, Set<PersonalData> person) {

    public Disclosure {
        inputs = Set.copyOf(inputs);
        person = Set.copyOf(person);
    }

    boolean age() {
        return person.contains(PersonalData.DATE_OF_BIRTH);
    }

    boolean sex() {
        return person.contains(PersonalData.SEX);
    }
}
