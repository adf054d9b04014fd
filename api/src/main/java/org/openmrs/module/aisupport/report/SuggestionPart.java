/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.aisupport.charting.EntryReturn;
import org.openmrs.module.aisupport.charting.WrittenEntry;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.suggestion.Decision;
import org.openmrs.module.aisupport.suggestion.OverrideReason;
import org.openmrs.module.aisupport.suggestion.Suggestion;
import org.openmrs.module.aisupport.suggestion.SuggestionHistory;

/** Each suggestion, on what it rests, and what the GP made of it. */
final class SuggestionPart {

    private final Markup out;
    private final ReportWords words;
    private final String label;
    private int told;

    SuggestionPart(Markup out, ReportWords words, String label) {
        this.out = out;
        this.words = words;
        this.label = label;
    }

    void write(SuggestionHistory.Told suggested) {
        if (told++ == 0) {
            out.line("p", words.of("suggested.original"));
        }
        Suggestion suggestion = suggested.suggestion();
        out.open("div class=\"suggestion\"").line("p class=\"label\"", label);
        out.line("h3", Optional.ofNullable(suggestion.getSummary()).orElseGet(() -> words.of("suggested.erased")));
        out.line(
                "p class=\"small\"",
                words.of(
                                "suggested.when",
                                words.moment(suggestion.getCreatedAt()),
                                suggestion.getEngine(),
                                suggestion.getEngineVersion())
                        + " "
                        + words.of("indicator." + suggestion.getIndicator().name()));
        Optional.ofNullable(suggestion.getDetail()).ifPresent(detail -> out.line("p", detail));
        evidence(suggested.evidence(), suggestion.getSummary() == null);
        out.line("p class=\"small\"", words.of("suggested.source", source(suggestion.getSource())));
        Optional.ofNullable(suggestion.getLimits())
                .filter(limits -> !limits.isBlank())
                .ifPresent(limits -> out.line("p class=\"small\"", words.of("suggested.limits", limits)));
        decisions(suggested);
        out.close("div");
    }

    void end() {
        if (told == 0) {
            out.line("p", words.of("suggested.none"));
        }
    }

    private void evidence(List<Evidence> evidence, boolean erased) {
        if (evidence.isEmpty()) {
            if (!erased) {
                out.line("p", words.of("suggested.noRecord"));
            }
            return;
        }
        for (Evidence.Stance stance : Evidence.Stance.values()) {
            List<Evidence> of = evidence.stream()
                    .filter(record -> record.stance() == stance)
                    .toList();
            if (!of.isEmpty()) {
                out.line("p", words.of("stance." + stance.name())).open("ul");
                of.forEach(record -> out.line("li", record(record)));
                out.close("ul");
            }
        }
    }

    private String record(Evidence record) {
        return record.display()
                + record.value().map(value -> ": " + value).orElse("")
                + record.date().map(date -> " (" + words.day(date) + ")").orElse("");
    }

    private static String source(Proposal.Source source) {
        return String.join(
                " – ",
                List.of(source.label(), nothingIfNull(source.citation()), nothingIfNull(source.url())).stream()
                        .filter(part -> !part.isBlank())
                        .toList());
    }

    private static String nothingIfNull(String text) {
        return text == null ? "" : text;
    }

    private void decisions(SuggestionHistory.Told suggested) {
        suggested.decisions().forEach(this::decision);
        // Where it is decided, the decision has said so.
        switch (suggested.status()) {
            case OPEN, UNREVIEWED, SUPERSEDED, WITHDRAWN ->
                out.line(
                        "p class=\"decision\"",
                        words.of("status." + suggested.status().name()));
            case ACCEPTED, ACCEPTED_WITH_EDITS, REJECTED -> {}
        }
        suggested.written().forEach(entry -> written(entry, suggested.chart()));
    }

    private void written(WrittenEntry entry, Map<String, String> chart) {
        String what = words.of("entry." + entry.kind().name());
        String how = "written." + entry.status().name();
        String own = how + "." + entry.reason().orElse("");
        String why =
                entry.reason().map(reason -> words.of("obstacle." + reason)).orElse("");
        String told = words.of(words.has(own) ? own : how, what, why);
        out.line("p class=\"decision\"", (isInChart(entry) ? told.strip() + " " + now(entry, chart) : told).strip());
    }

    private static boolean isInChart(WrittenEntry entry) {
        return switch (entry.status()) {
            case WRITTEN -> true;
            case KEPT -> !entry.reason().equals(Optional.of(EntryReturn.Outcome.GONE.name()));
            case NOT_WRITTEN, TAKEN_BACK -> false;
        };
    }

    /** As it stands in the chart now, which is the one place where it is kept: somebody may have changed it since. */
    private String now(WrittenEntry entry, Map<String, String> chart) {
        return entry.recordUuid()
                .map(chart::get)
                .map(says -> words.of("written.now", says))
                .orElseGet(() -> words.of("written.noLonger"));
    }

    private void decision(SuggestionHistory.Step step) {
        Decision decision = step.decision();
        out.open("div class=\"decision\"");
        out.line(
                "p",
                words.of(
                        "decision." + decision.getOutcome().name(),
                        decision.getDecider().name(),
                        words.moment(decision.getAt())));
        Optional.ofNullable(decision.getText()).ifPresent(text -> out.line("p", words.of("decision.text", text)));
        Optional.ofNullable(decision.getOverrideReason())
                .ifPresent(code -> out.line("p", words.of("decision.reason", reason(code))));
        Optional.ofNullable(decision.getComment())
                .ifPresent(comment -> out.line("p", words.of("decision.comment", comment)));
        step.undoneAt().ifPresent(undone -> out.line("p", words.of("decision.undone", words.moment(undone))));
        out.close("div");
    }

    private String reason(String code) {
        return OverrideReason.ofCode(code)
                .map(reason -> words.of("reason." + reason.name()))
                .orElse(code);
    }
}
