/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.util.Locale;
import java.util.Map;
import org.openmrs.module.aisupport.charting.EntryPreview;
import org.openmrs.module.aisupport.charting.WrittenEntry;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.snapshot.RecordLink;
import org.openmrs.module.aisupport.suggestion.AwaitingPage;
import org.openmrs.module.aisupport.suggestion.AwaitingQuery;
import org.openmrs.module.aisupport.suggestion.Decision;
import org.openmrs.module.aisupport.suggestion.StoredSuggestion;
import org.openmrs.module.aisupport.suggestion.Suggestion;
import org.openmrs.module.aisupport.suggestion.SuggestionPage;
import org.openmrs.module.aisupport.suggestion.SuggestionQuery;

/** Suggestions as the API shows them. The label is part of each (S4). */
final class SuggestionJson {

    private SuggestionJson() {}

    static Map<String, Object> of(SuggestionPage page, SuggestionQuery query) {
        return new JsonObject()
                .with(
                        "results",
                        page.suggestions().stream().map(SuggestionJson::of).toList())
                .with("totalCount", page.total())
                .with("startIndex", query.startIndex())
                .with("limit", query.limit())
                .with("permitted", page.denial().isEmpty())
                .with("reason", page.denial().map(DenialReason::name))
                .asMap();
    }

    static Map<String, Object> of(AwaitingPage page, AwaitingQuery query) {
        return new JsonObject()
                .with(
                        "results",
                        page.suggestions().stream().map(SuggestionJson::of).toList())
                .with("totalCount", page.total())
                .with("startIndex", query.startIndex())
                .with("limit", query.limit())
                .with("permitted", true)
                .with(
                        "patients",
                        page.patients().stream().map(SuggestionJson::of).toList())
                .with("more", page.more())
                .asMap();
    }

    private static Map<String, Object> of(AwaitingPage.WaitingPatient waiting) {
        return new JsonObject()
                .with("patient", JsonObject.ref(waiting.patient().uuid(), waiting.name()))
                .with("count", waiting.count())
                .with("oldest", waiting.oldest())
                .asMap();
    }

    static Map<String, Object> of(StoredSuggestion stored) {
        Suggestion suggestion = stored.suggestion();
        boolean erased = suggestion.getSummary() == null;
        return new JsonObject()
                .with("uuid", suggestion.getUuid())
                .with("display", erased ? "Erased when consent ended" : suggestion.getSummary())
                .with("label", stored.label())
                .with("patient", JsonObject.ref(suggestion.getPatient().uuid(), stored.patientName()))
                .with("encounter", suggestion.getEncounterUuid())
                .with("summary", suggestion.getSummary())
                .with("detail", suggestion.getDetail())
                .with("indicator", lower(suggestion.getIndicator()))
                .with("kind", lower(suggestion.getKind()))
                .with("engine", engine(suggestion))
                .with("run", suggestion.getRunUuid())
                .with("outside", suggestion.isFromOutside())
                .with("source", source(suggestion.getSource()))
                .with(
                        "evidence",
                        stored.evidence().stream().map(SuggestionJson::of).toList())
                .with("limits", suggestion.getLimits())
                .with("status", stored.status().name())
                .with("createdAt", suggestion.getCreatedAt())
                .with("decision", stored.decision().map(SuggestionJson::of))
                .with(
                        "applicable",
                        stored.previews().stream().map(SuggestionJson::of).toList())
                .with(
                        "applied",
                        stored.written().stream().map(SuggestionJson::of).toList())
                .with("version", suggestion.getVersion())
                .with("links", Links.self("suggestion/" + suggestion.getUuid()))
                .asMap();
    }

    private static Map<String, Object> engine(Suggestion suggestion) {
        return new JsonObject()
                .with("id", suggestion.getEngine())
                .with("version", suggestion.getEngineVersion())
                .with("rule", suggestion.getRule())
                .asMap();
    }

    private static Map<String, Object> source(Proposal.Source source) {
        return new JsonObject()
                .with("label", source.label())
                .with("url", source.url())
                .with("citation", source.citation())
                .asMap();
    }

    private static Map<String, Object> of(Evidence evidence) {
        return new JsonObject()
                .with("record", evidence.record().map(SuggestionJson::of))
                .with("display", evidence.display())
                .with("value", evidence.value())
                .with("date", evidence.date())
                .with("stance", evidence.stance().name())
                .asMap();
    }

    private static Map<String, Object> of(RecordLink record) {
        return new JsonObject()
                .with("type", lower(record.type()))
                .with("uuid", record.uuid())
                .with("encounter", record.encounterUuid())
                .with("concept", record.conceptUuid())
                .asMap();
    }

    private static Map<String, Object> of(EntryPreview preview) {
        return new JsonObject()
                .with("kind", preview.kind().name())
                .with("text", preview.text())
                .with("concept", preview.concept().map(concept -> JsonObject.ref(concept.uuid(), concept.name())))
                .with("obstacle", preview.obstacle().map(Enum::name))
                .asMap();
    }

    private static Map<String, Object> of(WrittenEntry entry) {
        return new JsonObject()
                .with("kind", entry.kind().name())
                .with("status", entry.status().name())
                .with("reason", entry.reason())
                .with("record", entry.recordUuid())
                .asMap();
    }

    private static Map<String, Object> of(Decision decision) {
        return new JsonObject()
                .with("uuid", decision.getUuid())
                .with("outcome", decision.getOutcome().name())
                .with("by", decision.getDecider())
                .with("at", decision.getAt())
                .with("undoableUntil", decision.undoableUntil())
                .with("overrideReason", decision.getOverrideReason())
                .with("comment", decision.getComment())
                .with("text", decision.getText())
                .asMap();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
