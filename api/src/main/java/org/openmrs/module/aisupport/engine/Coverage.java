/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.platform.ChartReader.MappedConcept;
import org.openmrs.module.aisupport.snapshot.InputDefinition;

/** What a dictionary can supply: for each input the concepts that stand for it, for each rule the inputs that are missing. */
public record Coverage(String mappingVersion, String mappingOrigin, List<Input> inputs, List<Rule> rules) {

    /** @param problems why values of a concept would not be used, for instance an unknown unit */
    public record Input(
            InputDefinition definition, boolean available, List<MappedConcept> concepts, List<String> problems) {}

    /**
     * @param off this site does not use it, whatever the dictionary has
     * @param lacksVariant what the site has to choose before it can be used
     */
    public record Rule(
            String id, String label, List<String> missingInputs, boolean off, Optional<String> lacksVariant) {
        public boolean canFire() {
            return !off && missingInputs.isEmpty();
        }
    }
}
