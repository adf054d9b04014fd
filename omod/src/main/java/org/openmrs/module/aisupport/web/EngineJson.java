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
                .with("recipient", card.outside().map(EngineCard.Outside::recipient))
                .with("commercial", card.outside().map(EngineCard.Outside::commercial))
                .with("country", card.outside().map(EngineCard.Outside::country))
                .with("retention", card.outside().map(EngineCard.Outside::retention))
                .with("startsByItself", card.outside().map(EngineCard.Outside::startsByItself))
                .with("shares", card.outside().map(EngineJson::shares))
                .with("developer", card.developer())
                .with("funding", card.funding())
                .with("purpose", card.purpose())
                .with("intendedUse", card.intendedUse())
                .with("cautions", card.cautions())
                .with("validation", card.validation())
                .with("licence", card.licence())
                .with("inputs", card.inputs().stream().sorted().toList())
                .with("rules", card.rules().stream().map(EngineJson::of).toList())
                .with("links", Links.self("engine/" + card.id()))
                .asMap();
    }

    private static Map<String, Object> shares(EngineCard.Outside outside) {
        return new JsonObject()
                .with("inputs", outside.inputLabels())
                .with("age", outside.shares().contains(PersonalData.DATE_OF_BIRTH))
                .with("sex", outside.shares().contains(PersonalData.SEX))
                .asMap();
    }

    private static Map<String, Object> of(EngineCard.RuleCard rule) {
        return new JsonObject()
                .with("id", rule.id())
                .with("version", rule.version())
                .with("variant", rule.variant())
                .with("lacksVariant", rule.lacksVariant())
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
                .with("inputs", rule.inputs().stream().sorted().toList())
                .asMap();
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
                .with("rules", coverage.rules().stream().map(EngineJson::of).toList())
                .asMap();
    }

    private static Map<String, Object> of(Coverage.Input input) {
        return new JsonObject()
                .with("input", input.definition().id())
                .with("label", input.definition().label())
                .with("available", input.available())
                .with("concepts", input.concepts().stream().map(EngineJson::of).toList())
                .with("problems", input.problems())
                .asMap();
    }

    private static Map<String, Object> of(MappedConcept concept) {
        return new JsonObject()
                .with("uuid", concept.uuid())
                .with("display", concept.name())
                .with("matchedBy", concept.sourceName() + " " + concept.code())
                .with("unit", concept.unit())
                .asMap();
    }

    private static Map<String, Object> of(Coverage.Rule rule) {
        return new JsonObject()
                .with("rule", rule.id())
                .with("label", rule.label())
                .with("canFire", rule.canFire())
                .with("switchedOff", rule.off())
                .with("lacksVariant", rule.lacksVariant())
                .with("missingInputs", rule.missingInputs())
                .asMap();
    }

    static Map<String, Object> of(PatientCounts counts) {
        return new JsonObject()
                .with("countedAt", counts.countedAt())
                .with("permitted", of(counts.permitted()))
                .with("rules", counts.rules().stream().map(EngineJson::of).toList())
                .asMap();
    }

    private static Map<String, Object> of(PatientCounts.Rule rule) {
        return new JsonObject()
                .with("rule", rule.id())
                .with("label", rule.label())
                .with("inputs", rule.inputs().stream().map(EngineJson::of).toList())
                .asMap();
    }

    private static Map<String, Object> of(PatientCounts.Input input) {
        return new JsonObject()
                .with("input", input.id())
                .with("label", input.label())
                .with("patients", input.patients().map(EngineJson::of))
                .with("sensitive", input.sensitive())
                .asMap();
    }

    /** One of the two fields: a small number is never told. */
    private static Map<String, Object> of(PatientCount count) {
        JsonObject json = new JsonObject();
        return (count.told().isPresent()
                        ? json.with("count", count.told().getAsLong())
                        : json.with("fewerThan", PatientCount.LEAST))
                .asMap();
    }
}
