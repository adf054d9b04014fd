/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import com.opencsv.CSVWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.openmrs.module.aisupport.snapshot.PatientCount;
import org.openmrs.module.aisupport.statistics.Outcomes;
import org.openmrs.module.aisupport.statistics.Statistics;

/**
 * Statistics for a spreadsheet: one number a line, with what it is of, so that a pivot table makes whatever view is wanted. An empty rule is
 * the whole engine. What is of fewer than five patients, or of no whole group of the weeks that were asked for, has a line without a number.
 */
final class StatisticsCsv {

    private static final String[] HEADER = {"engine", "rule", "label", "measure", "item", "from", "to", "value"};

    /** Without it a spreadsheet reads names in another character set than the one they are written in. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What makes a spreadsheet take a cell for a formula, which may fetch or start something. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    /** Numbers of an engine are sums of groups of its rules, which began in whichever weeks. */
    private static final String COMPLETE = "groups complete in this week";

    private final StringWriter text = new StringWriter();
    private final CSVWriter lines = new CSVWriter(
            text,
            CSVWriter.DEFAULT_SEPARATOR,
            CSVWriter.DEFAULT_QUOTE_CHARACTER,
            CSVWriter.DEFAULT_QUOTE_CHARACTER, // RFC 4180: a quote within is doubled
            CSVWriter.RFC4180_LINE_END);

    private final Statistics statistics;

    private StatisticsCsv(Statistics statistics) {
        this.statistics = statistics;
    }

    static String of(Statistics statistics) {
        StatisticsCsv csv = new StatisticsCsv(statistics);
        csv.text.append(BYTE_ORDER_MARK);
        csv.lines.writeNext(HEADER);
        statistics.engines().forEach(csv::write);
        statistics.rules().stream().filter(rule -> !isWholeEngine(rule)).forEach(csv::write);
        return csv.text.toString();
    }

    private void write(Statistics.Engine engine) {
        Of of = new Of(engine.id(), "", engine.label());
        write(of, COMPLETE, engine.told());
        statistics.rules().stream()
                .filter(rule -> isWholeEngine(rule) && rule.key().engine().equals(engine.id()))
                .forEach(rule -> writeCautions(of, rule));
    }

    /** An engine without rules, whose numbers stand in the engine's own lines. */
    private static boolean isWholeEngine(Statistics.Rule rule) {
        return rule.key().rule().isEmpty();
    }

    private void write(Statistics.Rule rule) {
        Of of = new Of(rule.key().engine(), rule.key().rule(), rule.label());
        write(of, "", rule.told());
        writeCautions(of, rule);
    }

    private void writeCautions(Of of, Statistics.Rule rule) {
        rule.cautions().stream().sorted().forEach(caution -> line(of, "caution", caution.name(), 1));
    }

    /** @param ofSpan what the numbers of one span are of, where that is not its days */
    private void write(Of of, String ofSpan, Optional<Statistics.Told> told) {
        if (told.isEmpty()) {
            line(of, untold(), "", "", "", "");
            return;
        }
        write(of, "", "", "", told.get().outcomes());
        line(of, "consultations", "", told.get().consultations());
        told.get().timing().ifPresent(timing -> write(of, timing));
        told.get().reasons().forEach(reason -> line(of, "rejected for", reason.code(), reason.rejections()));
        told.get()
                .overTime()
                .forEach(span ->
                        write(of, ofSpan, span.from().toString(), span.to().toString(), span.outcomes()));
    }

    private String untold() {
        return statistics.ofSomeWeeks()
                ? "nothing that can be told of these weeks alone"
                : "fewer than " + PatientCount.LEAST + " patients";
    }

    private void write(Of of, Statistics.Timing timing) {
        line(of, "decisions after showing", "", timing.decisions());
        line(of, "decisions under two seconds", "", timing.underTwoSeconds());
        line(
                of,
                "milliseconds to decide",
                "lower quartile",
                timing.quartiles().lower().toMillis());
        line(of, "milliseconds to decide", "median", timing.quartiles().median().toMillis());
        line(
                of,
                "milliseconds to decide",
                "upper quartile",
                timing.quartiles().upper().toMillis());
    }

    /** @param from empty, as {@code to}, for all that was asked for */
    private void write(Of of, String item, String from, String to, Outcomes outcomes) {
        List.of(
                        new Named("proposed", outcomes.proposed()),
                        new Named("shown", outcomes.shown()),
                        new Named("accepted", outcomes.accepted()),
                        new Named("accepted with edits", outcomes.acceptedWithEdits()),
                        new Named("rejected", outcomes.rejected()),
                        new Named("open", outcomes.open()),
                        new Named("unreviewed", outcomes.unreviewed()),
                        new Named("superseded", outcomes.superseded()),
                        new Named("withdrawn", outcomes.withdrawn()),
                        new Named("undone", outcomes.undone()))
                .forEach(named -> line(of, named.name, item, from, to, String.valueOf(named.number)));
    }

    private void line(Of of, String measure, String item, long number) {
        line(of, measure, item, "", "", String.valueOf(number));
    }

    private void line(Of of, String measure, String item, String from, String to, String value) {
        lines.writeNext(new String[] {
            harmless(of.engine), harmless(of.rule), harmless(of.label), measure, harmless(item), from, to, value
        });
    }

    /** Names come from whoever set an engine up, or from another module. */
    private static String harmless(String cell) {
        boolean formula = !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0;
        return formula ? "'" + cell : cell;
    }

    private record Of(String engine, String rule, String label) {}

    private record Named(String name, long number) {}
}
