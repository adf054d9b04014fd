/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openmrs.module.aisupport.consent.ConsentOverview;
import org.openmrs.module.aisupport.platform.PatientRecord;
import org.openmrs.module.aisupport.suggestion.SuggestionHistory;

/** The page from its head to its glossary, written once from top to bottom. */
final class ReportPage {

    private static final List<String> GLOSSARY = List.of(
            "ai", "suggestion", "engine", "purpose", "leaflet", "pseudonymised", "recipient", "log", "withdrawal");

    private final Markup out = new Markup();
    private final ReportWords words;
    private final String label;

    /** @param label that it is AI and only a support; it stands with each suggestion and on each sheet (S4) */
    ReportPage(ReportWords words, String label) {
        this.words = words;
        this.label = label;
    }

    /** A source of suggestions that tells them one by one. */
    interface Suggestions {
        void each(Consumer<SuggestionHistory.Told> teller);
    }

    void begin(PatientRecord patient, Instant now, Optional<String> maker) {
        String language = words.locale().getLanguage();
        out.open("html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + language + "\" xml:lang=\"" + language + "\"");
        out.open("head").open("meta charset=\"UTF-8\"/");
        out.open("meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/");
        out.line("title", words.of("title"));
        // Readers of the printed file ask for them (PDF/UA).
        out.open("meta name=\"subject\" content=\"AI\"/").open("meta name=\"description\" content=\"AI\"/");
        out.open("style").text(ReportStyle.CSS).close("style").close("head").open("body");
        foot(patient);
        out.open("main").line("h1", words.of("title"));
        out.line("p class=\"whom\"", whom(patient));
        out.line(
                "p class=\"made\"",
                words.of("made", words.moment(now), maker.orElseGet(() -> words.of("who.system")), words.zone()));
    }

    /** @param closed whether the record was voided, though not by a merge */
    void records(int records, boolean closed) {
        if (records > 1) {
            out.line("p class=\"made\"", words.of("merged", records - 1));
        }
        if (closed) {
            out.line("p", words.of("closed"));
        }
        out.open("div class=\"intro\"");
        out.line("p class=\"label\"", label);
        out.line("p", words.of("intro.1")).line("p", words.of("intro.2")).line("p", words.of("intro.3"));
        out.close("div");
    }

    /** On each sheet, so that a lost one finds its way back, and says what it is. */
    private void foot(PatientRecord patient) {
        out.open("div class=\"foot\"").open("table role=\"presentation\"").open("tr");
        out.line("td", patient.name());
        out.line("td class=\"middle\"", label);
        out.open("td class=\"number\"").open("span class=\"page\"").close("span");
        out.close("td").close("tr").close("table").close("div");
    }

    /** The year alone: it tells apart people of one name in a practice, and a sheet left lying tells no day of birth. */
    private String whom(PatientRecord patient) {
        return patient.birthdate()
                .map(born -> words.of("forWhom", patient.name(), born.getYear()))
                .orElseGet(() -> words.of("forWhomNoYear", patient.name()));
    }

    void consent(ConsentOverview overview, LogLines log) {
        heading(ReportSection.CONSENT);
        new ConsentPart(out, words).write(overview);
        lines(ReportSection.CONSENT, log);
    }

    void read(ReportEngines engines, LogLines log, EngineRuns runs) {
        heading(ReportSection.READ);
        new EnginePart(out, words, engines).read(log, runs);
        lines(ReportSection.READ, log);
    }

    void sent(ReportEngines engines, LogLines log) {
        heading(ReportSection.SENT);
        new EnginePart(out, words, engines).sent(log);
        lines(ReportSection.SENT, log);
    }

    void suggested(Suggestions suggestions, ReportEngines engines, LogLines log, EngineRuns runs) {
        heading(ReportSection.SUGGESTED);
        SuggestionPart part = new SuggestionPart(out, words, label);
        suggestions.each(part::write);
        part.end();
        new RemarkPart(out, words, engines).write(runs.remarks());
        lines(ReportSection.SUGGESTED, log);
    }

    void seen(LogLines log) {
        heading(ReportSection.SEEN);
        out.line("p", words.of("seen.intro")).line("p", words.of("seen.audit"));
        lines(ReportSection.SEEN, log);
    }

    String end() {
        out.line("h2", words.of("h.words")).open("dl");
        for (String word : GLOSSARY) {
            out.line("dt", words.of("word." + word)).line("dd", words.of("word." + word + ".means"));
        }
        out.close("dl").line("p class=\"small\"", words.of("log.technical"));
        out.close("main").close("body").close("html");
        return out.toString();
    }

    private void heading(ReportSection section) {
        out.line("h2", words.of("h." + section.words()));
    }

    private void lines(ReportSection section, LogLines log) {
        new LogTable(out, words).write(log.of(section));
    }
}
