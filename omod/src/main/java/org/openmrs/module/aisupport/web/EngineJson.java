/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.openmrs.module.aisupport.engine.Coverage;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.PatientCounts;
import org.openmrs.module.aisupport.engine.PersonalData;
import org.openmrs.module.aisupport.platform.ChartReader.MappedConcept;
import org.openmrs.module.aisupport.snapshot.PatientCount;

/** Engines, rules and coverage as the API shows them. */
final class EngineJson {

    private EngineJson() {}

    static Map<String, Object> of(EngineCard card) {
        return new JsonObject()
                .with("id", card.id())
                .with("display", card.name())
                .with("version", card.version())
                .with("where", card.where().name())
                .with("developer", card.developer())
                .with("funding", card.funding())
                .with("purpose", card.purpose())
                .with("intendedUse", card.intendedUse())
                .with("cautions", card.cautions())
                .with("validation", card.validation())
                .with("licence", card.licence())
                .with("inputs", card.inputs().stream().sorted().toList())
                .with("rules", card.rules().stream().map(EngineJson::of).toList())
                .with("links", Links.self("engine/" + card.id()));
    }

    private static Map<String, Object> of(EngineCard.RuleCard rule) {
        return new JsonObject()
                .with("id", rule.id())
                .with("version", rule.version())
                .with("variant", rule.variant())
                .with("label", rule.label())
                .with("citation", rule.citation())
                .with("url", rule.url())
                .with("author", rule.author())
                .with("revised", rule.revised().toString())
                .with("reviewDate", rule.reviewDate().toString())
                .with("reviewDue", rule.isReviewDueOn(LocalDate.now()))
                .with("switchedOff", rule.off())
                .with("uses", words(rule.personalData()::contains))
                .with("usesNot", words(data -> !rule.personalData().contains(data)))
                .with("inputs", rule.inputs().stream().sorted().toList());
    }

    private static List<String> words(Predicate<PersonalData> which) {
        return Arrays.stream(PersonalData.values())
                .filter(which)
                .map(PersonalData::words)
                .toList();
    }

    static Map<String, Object> of(Coverage coverage) {
        return new JsonObject()
                .with("mappingVersion", coverage.mappingVersion())
                .with("mappingSource", coverage.mappingOrigin())
                .with("inputs", coverage.inputs().stream().map(EngineJson::of).toList())
                .with("rules", coverage.rules().stream().map(EngineJson::of).toList());
    }

    private static Map<String, Object> of(Coverage.Input input) {
        return new JsonObject()
                .with("input", input.definition().id())
                .with("label", input.definition().label())
                .with("available", input.available())
                .with("concepts", input.concepts().stream().map(EngineJson::of).toList())
                .with("problems", input.problems());
    }

    private static Map<String, Object> of(MappedConcept concept) {
        return new JsonObject()
                .with("uuid", concept.uuid())
                .with("display", concept.name())
                .with("matchedBy", concept.sourceName() + " " + concept.code())
                .with("unit", concept.unit());
    }

    private static Map<String, Object> of(Coverage.Rule rule) {
        return new JsonObject()
                .with("rule", rule.id())
                .with("label", rule.label())
                .with("canFire", rule.canFire())
                .with("switchedOff", rule.off())
                .with("missingInputs", rule.missingInputs());
    }

    static Map<String, Object> of(PatientCounts counts) {
        return new JsonObject()
                .with("countedAt", counts.countedAt())
                .with("permitted", of(counts.permitted()))
                .with("rules", counts.rules().stream().map(EngineJson::of).toList());
    }

    private static Map<String, Object> of(PatientCounts.Rule rule) {
        return new JsonObject()
                .with("rule", rule.id())
                .with("label", rule.label())
                .with("inputs", rule.inputs().stream().map(EngineJson::of).toList());
    }

    private static Map<String, Object> of(PatientCounts.Input input) {
        return new JsonObject()
                .with("input", input.id())
                .with("label", input.label())
                .with("patients", input.patients().map(EngineJson::of))
                .with("sensitive", input.sensitive());
    }

    /** One of the two fields: a small number is never told. */
    private static Map<String, Object> of(PatientCount count) {
        return count.told().isPresent()
                ? new JsonObject().with("count", count.told().getAsLong())
                : new JsonObject().with("fewerThan", PatientCount.LEAST);
    }
}
