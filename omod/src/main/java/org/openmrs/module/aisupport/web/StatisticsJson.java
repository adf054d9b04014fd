/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.aisupport.snapshot.PatientCount;
import org.openmrs.module.aisupport.statistics.Caution;
import org.openmrs.module.aisupport.statistics.Outcomes;
import org.openmrs.module.aisupport.statistics.Quartiles;
import org.openmrs.module.aisupport.statistics.Statistics;

/** Statistics as they are answered. */
final class StatisticsJson {

    private StatisticsJson() {}

    static Map<String, Object> of(Statistics statistics) {
        return new JsonObject()
                .with("countedUntil", statistics.countedUntil().toString())
                .with("cautions", cautions())
                .with(
                        "engines",
                        statistics.engines().stream()
                                .map(engine -> of(engine, statistics.ofSomeWeeks()))
                                .toList())
                .with(
                        "rules",
                        statistics.rules().stream()
                                .map(rule -> of(rule, statistics.ofSomeWeeks()))
                                .toList())
                .asMap();
    }

    /** The thresholds, so that a screen tells the ones that were used. */
    private static Map<String, Object> cautions() {
        return new JsonObject()
                .with("decisions", Caution.DECISIONS)
                .with("acceptedPercent", Caution.ACCEPTED_PERCENT)
                .with("medianSeconds", Caution.FAST_MEDIAN.toSeconds())
                .with("underTwoSecondsPercent", Caution.FAST_PERCENT)
                .with("rejectedPercent", Caution.REJECTED_PERCENT)
                .asMap();
    }

    private static Map<String, Object> of(Statistics.Engine engine, boolean ofSomeWeeks) {
        JsonObject json = new JsonObject().with("engine", engine.id()).with("label", engine.label());
        return numbers(json, engine.told(), ofSomeWeeks).asMap();
    }

    private static Map<String, Object> of(Statistics.Rule rule, boolean ofSomeWeeks) {
        JsonObject json = new JsonObject()
                .with("engine", rule.key().engine())
                .with("rule", rule.key().rule())
                .with("label", rule.label());
        return numbers(json, rule.told(), ofSomeWeeks)
                .with(
                        "cautions",
                        Arrays.stream(Caution.values())
                                .filter(rule.cautions()::contains)
                                .map(Enum::name)
                                .toList())
                .asMap();
    }

    private static JsonObject numbers(JsonObject json, Optional<Statistics.Told> told, boolean ofSomeWeeks) {
        if (told.isEmpty()) {
            return ofSomeWeeks ? json.with("noWholeGroup", true) : json.with("fewerThan", PatientCount.LEAST);
        }
        Statistics.Told numbers = told.get();
        return json.with("outcomes", of(numbers.outcomes()))
                .with("consultations", numbers.consultations())
                .with("timing", numbers.timing().map(StatisticsJson::of))
                .with(
                        "reasons",
                        numbers.reasons().stream().map(StatisticsJson::of).toList())
                .with(
                        "overTime",
                        numbers.overTime().stream().map(StatisticsJson::of).toList());
    }

    private static Map<String, Object> of(Outcomes outcomes) {
        return new JsonObject()
                .with("proposed", outcomes.proposed())
                .with("shown", outcomes.shown())
                .with("accepted", outcomes.accepted())
                .with("acceptedWithEdits", outcomes.acceptedWithEdits())
                .with("rejected", outcomes.rejected())
                .with("open", outcomes.open())
                .with("unreviewed", outcomes.unreviewed())
                .with("superseded", outcomes.superseded())
                .with("withdrawn", outcomes.withdrawn())
                .with("undone", outcomes.undone())
                .asMap();
    }

    private static Map<String, Object> of(Statistics.Timing timing) {
        Quartiles quartiles = timing.quartiles();
        return new JsonObject()
                .with("decisions", timing.decisions())
                .with("underTwoSeconds", timing.underTwoSeconds())
                .with("lowerQuartileMillis", quartiles.lower().toMillis())
                .with("medianMillis", quartiles.median().toMillis())
                .with("upperQuartileMillis", quartiles.upper().toMillis())
                .asMap();
    }

    private static Map<String, Object> of(Statistics.Reason reason) {
        return new JsonObject()
                .with("code", Optional.of(reason.code()).filter(code -> !code.isEmpty()))
                .with("rejections", reason.rejections())
                .asMap();
    }

    private static Map<String, Object> of(Statistics.Span span) {
        return new JsonObject()
                .with("from", span.from().toString())
                .with("to", span.to().toString())
                .with("outcomes", of(span.outcomes()))
                .asMap();
    }
}
