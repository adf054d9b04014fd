/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How the report looks, on the screen and on A4. It names nothing that would have to be fetched. */
public final class ReportStyle {

    static final String CSS =
            """
            @page { size: A4; margin: 18mm 17mm 24mm 17mm; @bottom-center { content: element(foot); } }
            body { font-family: 'Liberation Sans', Arial, sans-serif; font-size: 11pt; line-height: 1.4; color: #161616; margin: 0; }
            h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 4mm 0; }
            h2 { font-size: 14pt; margin: 9mm 0 2mm 0; border-bottom: 0.5mm solid #161616; padding-bottom: 1mm; page-break-after: avoid; }
            h3 { font-size: 11.5pt; margin: 4mm 0 1mm 0; page-break-after: avoid; }
            p { margin: 0 0 1.5mm 0; }
            ul { margin: 0 0 2mm 0; padding-left: 6mm; }
            li { margin: 0 0 1mm 0; }
            p, li, td, th, dd, dt, h1, h2, h3, span, strong { word-wrap: break-word; overflow-wrap: anywhere; }
            .whom { font-size: 13pt; font-weight: bold; }
            .made, .small, .detail { color: #525252; font-size: 10pt; }
            .detail { display: block; font-weight: normal; }
            .intro { background-color: #f4f4f4; padding: 3mm 4mm 2mm 4mm; margin: 4mm 0; }
            .label { font-weight: bold; color: #0043ce; }
            .events { list-style-type: none; padding-left: 0; }
            .events li { border-left: 0.8mm solid #c6c6c6; padding-left: 3mm; margin-bottom: 3mm; page-break-inside: avoid; }
            .engine { margin-bottom: 3mm; }
            .of { font-weight: bold; page-break-after: avoid; }
            .suggestion { border: 0.3mm solid #8d8d8d; padding: 2mm 4mm 2mm 4mm; margin: 3mm 0 4mm 0; }
            .suggestion h3 { margin-top: 1mm; }
            .suggestion .label { font-size: 10pt; }
            .decision, .log tr, .log td, .log p { page-break-inside: avoid; }
            .decision { background-color: #f4f4f4; padding: 1.5mm 3mm; margin: 1.5mm 0; }
            .decision p { margin: 0; }
            table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 1mm 0 3mm 0; -fs-table-paginate: paginate; }
            th, td { text-align: left; vertical-align: top; padding: 1mm 2mm 1mm 0; border-bottom: 0.2mm solid #c6c6c6; font-size: 10pt; }
            th { border-bottom: 0.4mm solid #525252; }
            .log { table-layout: fixed; }
            .log th:first-child { width: 22%; }
            .log th:last-child { width: 58%; }
            .log p { margin: 0 0 0.5mm 0; }
            .often { color: #525252; }
            dt { font-weight: bold; page-break-after: avoid; }
            dd { margin: 0 0 2mm 0; }
            @media print {
              .foot { position: running(foot); }
              .foot table { margin: 0; }
              .foot td { border: none; border-top: 0.2mm solid #8d8d8d; font-size: 8.5pt; color: #525252; padding-top: 1.5mm; width: 28%; }
              .foot td.middle { width: 56%; text-align: center; }
              .foot td.number { width: 16%; text-align: right; padding-right: 0; }
              .page:before { content: counter(page) ' / ' counter(pages); }
            }
            @media screen {
              body { font-size: 16px; padding: 16px; }
              main { max-width: 52rem; margin: 0 auto; }
              th, td, .made, .small, .detail, .suggestion .label { font-size: 14px; }
              .foot { display: none; }
            }
            """;

    private ReportStyle() {}

    /** The one style that the page's policy lets a browser apply, as it is named there. */
    public static String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(CSS.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
