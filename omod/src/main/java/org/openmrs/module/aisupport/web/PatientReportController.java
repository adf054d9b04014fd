/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.aisupport.report.PatientReportService;
import org.openmrs.module.aisupport.report.PatientReportService.Form;
import org.openmrs.module.aisupport.report.PatientReportService.Made;
import org.openmrs.module.aisupport.report.ReportStyle;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The report that a patient can read, as a page or as a file to print (A3). */
@RestController("aisupport.patientReportController")
@RequestMapping(path = Links.PATH + "/patientreport")
class PatientReportController {

    private static final MediaType PAGE = MediaType.parseMediaType("text/html;charset=UTF-8");

    /** Nothing runs in it, nothing is fetched for it, and the one style is the one that it came with. */
    private static final String POLICY = "default-src 'none'; style-src '" + ReportStyle.hash()
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final PatientReportService reports;
    private final Requests requests;

    PatientReportController(PatientReportService reports, Requests requests) {
        this.reports = reports;
        this.requests = requests;
    }

    @GetMapping
    ResponseEntity<byte[]> one(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        Parameters parameters = requests.parameters(request);
        String patient = parameters.required("patient");
        Optional<Locale> language = parameters.optional("locale").map(Locale::forLanguageTag);
        Optional<Form> asked = parameters.optional("format").map(PatientReportController::named);
        Form form = asked.isPresent() ? asked.get() : accepted(request);
        Made made = reports.make(patient, language, form);
        return ResponseEntity.ok()
                .contentType(form == Form.PDF ? MediaType.APPLICATION_PDF : PAGE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + made.fileName() + "\"")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(made.content());
    }

    /** Spring would answer it by making a whole report, and the audit would tell the patient of one that nobody was given. */
    @RequestMapping(method = RequestMethod.HEAD)
    void nothingWithoutTheReport() throws HttpRequestMethodNotSupportedException {
        throw new HttpRequestMethodNotSupportedException("HEAD", List.of("GET"));
    }

    /** For a link, which can't say what it accepts. */
    private static Form named(String format) {
        return switch (format) {
            case "html" -> Form.PAGE;
            case "pdf" -> Form.PDF;
            default -> throw InvalidRequestException.of("format", "wrongType", "Give html or pdf.");
        };
    }

    private static Form accepted(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        for (MediaType accepted : wanted(request.getHeader(HttpHeaders.ACCEPT))) {
            if (accepted.getQualityValue() > 0 && accepted.includes(MediaType.TEXT_HTML)) {
                return Form.PAGE;
            }
            if (accepted.getQualityValue() > 0 && accepted.includes(MediaType.APPLICATION_PDF)) {
                return Form.PDF;
            }
        }
        throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_PDF));
    }

    private static List<MediaType> wanted(String accept) throws HttpMediaTypeNotAcceptableException {
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            MediaType.sortBySpecificityAndQuality(wanted);
            return wanted.isEmpty() ? List.of(MediaType.ALL) : wanted;
        } catch (InvalidMediaTypeException unreadable) {
            throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_PDF));
        }
    }
}
