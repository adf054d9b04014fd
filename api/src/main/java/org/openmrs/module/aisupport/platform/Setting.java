/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.platform;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** Every setting of the module; {@code config.xml} declares the same names with their defaults. */
public enum Setting {
    CONSENT_GRANT_MONTHS("aisupport.consent.grantMonths"),
    CONSENT_ADULT_AGE("aisupport.consent.adultAge"),
    CONSENT_YES_CONCEPT("aisupport.consent.yesConcept"),
    CONSENT_NO_CONCEPT("aisupport.consent.noConcept"),
    CONSENT_UNDECIDED_CONCEPT("aisupport.consent.undecidedConcept"),
    CONSENT_SENSITIVE_CONCEPTS("aisupport.consent.sensitiveConcepts"),
    SUGGESTION_LABEL("aisupport.suggestion.label"),
    SUGGESTION_UNREVIEWED_HOURS("aisupport.suggestion.unreviewedHours"),
    SUGGESTION_PLAN_NOTE_CONCEPT("aisupport.suggestion.planNoteConcept"),
    VISIT_END_NEEDS_DECISIONS("aisupport.visit.endNeedsDecisions"),
    MAPPING_FILE("aisupport.mapping.file"),
    RULES_OFF("aisupport.rules.off"),
    RULES_VARIANTS("aisupport.rules.variants"),
    NOTE_CODING("aisupport.noteCoding.enabled"),
    NOTE_ABBREVIATIONS("aisupport.noteCoding.abbreviations"),
    OUTSIDE_ENGINES("aisupport.outside.enabled"),
    EGRESS_KEEP_DAYS("aisupport.egress.keepDays"),
    ROLES_CREATED("aisupport.rolesCreated");

    /** Which the platform keeps of every module. */
    private static final Set<String> OF_THE_MODULE = Set.of("aisupport.started", "aisupport.mandatory");

    private final String property;

    Setting(String property) {
        this.property = property;
    }

    /** The name under which the platform stores it. */
    public String property() {
        return property;
    }

    /** Whether the module declares it, in some language or for all. Whatever else is stored under its prefix means nothing to it. */
    public static boolean isKnown(String property) {
        return OF_THE_MODULE.contains(property)
                || Arrays.stream(values())
                        .anyMatch(setting -> property.equals(setting.property)
                                || setting == SUGGESTION_LABEL
                                        && property.matches(Pattern.quote(setting.property) + "\\.[A-Za-z_]{2,8}"));
    }
}
