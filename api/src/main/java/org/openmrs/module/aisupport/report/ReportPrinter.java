/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Prints the page as PDF, tagged for screen readers, with its fonts in it. One at a time, since a long one takes memory; who waits has a
 * page and a thread of the server in hand, and so waits for some seconds only.
 */
final class ReportPrinter {

    private static final String FONT = "Liberation Sans";

    /** A box, for what the font has no sign for. */
    private static final String NO_SIGN = "\u25A1";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReentrantLock turn;
    private final Duration patience;

    ReportPrinter() {
        this(new ReentrantLock(true), PATIENCE);
    }

    /** @param turn who holds it prints */
    ReportPrinter(ReentrantLock turn, Duration patience) {
        this.turn = turn;
        this.patience = patience;
        XRLog.setLoggingEnabled(false); // it would name what it can't print, which may be of the patient
        FontMappers.set(new NoOtherFonts(font("Regular")));
    }

    /** @throws PrinterBusyException if another report is being printed for too long */
    byte[] print(String page) {
        awaitTurn();
        try (ByteArrayOutputStream pdf = new ByteArrayOutputStream()) {
            PdfRendererBuilder printer = new PdfRendererBuilder();
            printer.withW3cDocument(parsed(page), null);
            printer.useUriResolver((base, address) -> null);
            for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
                printer.useExternalResourceAccessControl((address, type) -> false, moment);
            }
            printer.useFont(() -> font("Regular"), FONT, 400, FontStyle.NORMAL, true);
            printer.useFont(() -> font("Bold"), FONT, 700, FontStyle.NORMAL, true);
            printer.useReplacementText(NO_SIGN);
            printer.usePdfUaAccessibility(true);
            printer.useFastMode();
            printer.withProducer("aisupport");
            printer.toStream(pdf);
            printer.run();
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The report could not be printed", e);
        } finally {
            turn.unlock();
        }
    }

    private void awaitTurn() {
        try {
            if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new PrinterBusyException();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new PrinterBusyException();
        }
    }

    private static InputStream font(String style) {
        return ReportPrinter.class.getResourceAsStream("liberation/LiberationSans-" + style + ".ttf");
    }

    /** By Java's own parser, whatever else the platform brings, which reads nothing but what it is given. */
    private static Document parsed(String page) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("What this package wrote can be read as XML", e);
        }
    }
}
