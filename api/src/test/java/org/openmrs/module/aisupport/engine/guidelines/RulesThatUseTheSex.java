/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.guidelines;

import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.engine.PersonalData;

/** For a test in another package: the rules that tell that they use the sex. */
public final class RulesThatUseTheSex {

    private RulesThatUseTheSex() {}

    public static Set<String> ids() {
        return GuidelineEngine.all().stream()
                .map(Rule::definition)
                .filter(rule -> rule.personalData().contains(PersonalData.SEX))
                .map(RuleDefinition::id)
                .collect(Collectors.toSet());
    }
}
