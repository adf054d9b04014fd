/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.charting;

import org.openmrs.module.aisupport.platform.ChartReader.DictionaryConcept;
import org.openmrs.module.aisupport.platform.ChartReader.MappedConcept;

/** The concept of this dictionary that an entry is coded with. */
public record EntryConcept(int id, String uuid, String name) {

    static EntryConcept of(MappedConcept concept) {
        return new EntryConcept(concept.id(), concept.uuid(), concept.name());
    }

    static EntryConcept of(DictionaryConcept concept) {
        return new EntryConcept(concept.id(), concept.uuid(), concept.name());
    }
}
