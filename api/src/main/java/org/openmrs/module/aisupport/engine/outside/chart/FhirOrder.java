/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which of the found come first, and how many are given ({@code _sort} and {@code _count}).
 *
 * @param newestFirst empty where no order was asked for
 */
record FhirOrder(Optional<Boolean> newestFirst, int most) {

    private static final int PAGE = 200;

    /** Empty for an order that is not of dates, or a count that is no number. */
    static Optional<FhirOrder> of(FhirQuery query) {
        String sort = query.parameter("_sort").orElse("");
        String count = query.parameter("_count").orElse(String.valueOf(PAGE));
        boolean understood = sort.matches("|-?(date|onset-date|recorded-date|authoredon|effective)")
                && count.matches("[1-9]\\d{0,3}");
        Optional<Boolean> newest = sort.isEmpty() ? Optional.empty() : Optional.of(sort.startsWith("-"));
        return understood
                ? Optional.of(new FhirOrder(newest, Math.min(PAGE, Integer.parseInt(count))))
                : Optional.empty();
    }

    List<ObjectNode> apply(List<ObjectNode> found) {
        Comparator<ObjectNode> oldest = Comparator.comparing(FhirOrder::day);
        Stream<ObjectNode> ordered = newestFirst
                .map(newest -> found.stream().sorted(newest ? oldest.reversed() : oldest))
                .orElseGet(found::stream);
        return ordered.limit(most).toList();
    }

    /** As text, which sorts like the day; nothing comes before everything. */
    private static String day(ObjectNode resource) {
        return Stream.of(
                        "/effectiveDateTime",
                        "/authoredOn",
                        "/onsetDateTime",
                        "/recordedDate",
                        "/effectivePeriod/start")
                .map(place -> resource.at(place).asText())
                .filter(day -> !day.isEmpty())
                .findFirst()
                .orElse("");
    }
}
