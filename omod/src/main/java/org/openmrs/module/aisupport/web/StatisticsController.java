/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.aisupport.statistics.Statistics;
import org.openmrs.module.aisupport.statistics.StatisticsQuery;
import org.openmrs.module.aisupport.statistics.StatisticsService;
import org.openmrs.module.aisupport.validation.InvalidRequestException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of suggestions, for a screen or for a spreadsheet. */
@RestController("aisupport.statisticsController")
@RequestMapping(
        path = Links.PATH + "/statistics",
        produces = {"application/json", StatisticsController.CSV})
class StatisticsController {

    static final String CSV = "text/csv";

    private static final MediaType CSV_UTF8 = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final StatisticsService statistics;
    private final Requests requests;

    StatisticsController(StatisticsService statistics, Requests requests) {
        this.statistics = statistics;
        this.requests = requests;
    }

    @GetMapping
    ResponseEntity<?> read(HttpServletRequest request) {
        Statistics found = statistics.read(query(requests.parameters(request)));
        if (!wantsCsv(request)) {
            return ResponseEntity.ok(StatisticsJson.of(found));
        }
        return ResponseEntity.ok()
                .contentType(CSV_UTF8)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ai-support-statistics.csv\"")
                .body(StatisticsCsv.of(found).getBytes(StandardCharsets.UTF_8));
    }

    /** A parameter that is not known is refused: a filter with a typing error must not count everything. */
    private static StatisticsQuery query(Parameters parameters) {
        parameters.refuseOthers(Set.of("from", "to", "engine", "rule"));
        Optional<LocalDate> from = parameters.day("from");
        Optional<LocalDate> to = parameters.day("to");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw InvalidRequestException.of("to", "beforeFrom", "Give a last day that is not before the first.");
        }
        return new StatisticsQuery(from, to, parameters.optional("engine"), parameters.optional("rule"));
    }

    /** Whichever of the two is accepted most; JSON where both are. */
    private static boolean wantsCsv(HttpServletRequest request) {
        String accepted =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse(MediaType.ALL_VALUE);
        var types = MediaType.parseMediaTypes(accepted);
        MediaType.sortBySpecificityAndQuality(types);
        return types.stream()
                .filter(type -> type.includes(MediaType.APPLICATION_JSON) || type.includes(CSV_UTF8))
                .findFirst()
                .filter(type -> !type.includes(MediaType.APPLICATION_JSON))
                .isPresent();
    }
}
