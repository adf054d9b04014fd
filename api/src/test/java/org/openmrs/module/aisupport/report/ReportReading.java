/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.report.PatientReportService.Form;
import org.openmrs.module.aisupport.testing.House;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads a report as somebody would who got it. */
final class ReportReading {

    private static final Pattern ROW =
            Pattern.compile("<tr><td>([^<]*)</td>\\s*<td>([^<]*)</td>\\s*<td>(<p>.*?)</td>", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("<p>([^<]*) <span class=\"often\">\\(([^<]*)\\)</span>");

    private ReportReading() {}

    static String source(House house, PatientRef patient, String language) {
        byte[] page = house.report
                .make(patient.uuid(), Optional.of(Locale.forLanguageTag(language)), Form.PAGE)
                .content();
        return new String(page, StandardCharsets.UTF_8);
    }

    static byte[] pdf(House house, PatientRef patient, String language) {
        return house.report
                .make(patient.uuid(), Optional.of(Locale.forLanguageTag(language)), Form.PDF)
                .content();
    }

    static Document parsed(String page) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("The page is no XML", e);
        }
    }

    /** What stands on the page, without what only a browser reads. */
    static String text(String page) {
        return parsed(page).getElementsByTagName("main").item(0).getTextContent();
    }

    static String text(House house, PatientRef patient, String language) {
        return text(source(house, patient, language));
    }

    static int count(String page, String element) {
        return parsed(page).getElementsByTagName(element).getLength();
    }

    /** How a purpose stands: now, since, until. */
    static List<String> now(String page, String purpose) {
        NodeList rows = parsed(page).getElementsByTagName("tr");
        for (int row = 0; row < rows.getLength(); row++) {
            NodeList cells = ((Element) rows.item(row)).getElementsByTagName("td");
            if (cells.getLength() == 4 && cells.item(0).getTextContent().equals(purpose)) {
                return IntStream.range(1, 4)
                        .mapToObj(cell -> cells.item(cell).getTextContent())
                        .toList();
            }
        }
        throw new AssertionError("No row of the table is of " + purpose);
    }

    /** What a line of the log says. */
    record Line(String when, String who, String what, String often) {}

    /** The lines of the logs; those of one row share its day and person. */
    static List<Line> log(String page) {
        List<Line> lines = new ArrayList<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            Matcher line = LINE.matcher(row.group(3));
            while (line.find()) {
                lines.add(new Line(row.group(1), row.group(2), line.group(1), line.group(2)));
            }
        }
        return lines;
    }

    /** How many rows of the audit a page of English tells of. */
    static long told(String page) {
        return log(page).stream()
                .map(Line::often)
                .mapToLong(often -> often.startsWith("once") ? 1 : Long.parseLong(often.split(" ")[0]))
                .sum();
    }

    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
