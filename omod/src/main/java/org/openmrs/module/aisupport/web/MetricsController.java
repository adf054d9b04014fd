/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import org.openmrs.module.aisupport.metrics.MetricsService;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Prometheus, or whoever reads its format, asks for: with Basic authentication, as a user who may read metrics and nothing else. */
@RestController("aisupport.metricsController")
@RequestMapping(Links.PATH)
class MetricsController {

    private final MetricsService metrics;

    MetricsController(MetricsService metrics) {
        this.metrics = metrics;
    }

    @GetMapping("/metrics")
    ResponseEntity<byte[]> metrics(@RequestHeader(name = HttpHeaders.ACCEPT, required = false) String accept) {
        MetricsText text = MetricsText.asAskedFor(accept);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, text.contentType())
                .body(text.of(metrics.metrics()));
    }
}
