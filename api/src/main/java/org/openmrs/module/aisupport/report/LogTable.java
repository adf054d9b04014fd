/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import java.util.List;
import org.openmrs.module.aisupport.audit.AuditOutcome;

/** The log of one part, day by day. */
final class LogTable {

    private final Markup out;
    private final ReportWords words;

    LogTable(Markup out, ReportWords words) {
        this.out = out;
        this.words = words;
    }

    void write(List<LogLines.Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        out.line("h3", words.of("dayByDay"));
        out.open("table class=\"log\"").open("thead").open("tr");
        for (String column : List.of("when", "who", "what")) {
            out.line("th scope=\"col\"", words.of("col." + column));
        }
        out.close("tr").close("thead").open("tbody");
        LogLines.Line before = null;
        for (LogLines.Line line : lines) {
            if (before == null || !line.isOfSameDayAndPersonAs(before)) {
                begin(line, before == null);
            }
            out.open("p").text(sentence(line.sentence()) + bytes(line) + " ");
            out.line("span class=\"often\"", "(" + often(line) + ")").close("p");
            before = line;
        }
        out.close("td").close("tr").close("tbody").close("table");
    }

    /** What one person did on one day stands in one row. */
    private void begin(LogLines.Line line, boolean first) {
        if (!first) {
            out.close("td").close("tr");
        }
        out.open("tr").line("td", words.day(line.day()));
        out.line("td", line.who().orElseGet(() -> words.of("who.system"))).open("td");
    }

    private String often(LogLines.Line line) {
        String first = words.time(line.first());
        String last = words.time(line.last());
        return line.times() == 1
                ? words.of("once", first)
                : words.of(first.equals(last) ? "often.at" : "often", line.times(), first, last);
    }

    /** What didn't go as the words say is said after them, unless there are words of its own for it. */
    private String sentence(LogSentence told) {
        String own = told.key() + "." + told.outcome().name();
        boolean usual = told.outcome() == AuditOutcome.DONE || words.has(own);
        String sentence = words.of(
                words.has(own) ? own : told.key(),
                told.engine().orElse(""),
                told.recipient().orElse(""),
                told.purpose().map(purpose -> words.of("purpose." + purpose)).orElse(""));
        String particulars = told.particulars().map(key -> " " + words.of(key)).orElse("");
        return sentence
                + particulars
                + (usual ? "" : " " + words.of("outcome." + told.outcome().name()));
    }

    private String bytes(LogLines.Line line) {
        return line.bytes() == 0 || line.sentence().recipient().isEmpty()
                ? ""
                : " " + words.of("bytes", String.format(words.locale(), "%,d", line.bytes()));
    }
}
