/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A patient's orders: those of a status, or, once a parameter of OpenMRS's other search is given, those that fit it, active or not. */
final class OrderSearch {

    private static final Set<String> OTHER = Set.of(
            "orderTypes",
            "activatedOnOrAfterDate",
            "activatedOnOrBeforeDate",
            "excludeDiscontinueOrders",
            "excludeCanceledAndExpired");

    private final Map<String, String> parameters;

    OrderSearch(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    List<Row> in(List<Row> all) {
        return all.stream()
                .filter(parameters.keySet().stream().anyMatch(OTHER::contains) ? this::fits : this::hasStatus)
                .sorted(Comparator.comparing(OrderSearch::activated).reversed())
                .toList();
    }

    private boolean hasStatus(Row order) {
        String status = parameters.getOrDefault("status", "active");
        return status.equals("any") || status.equals("active") == isActive(order);
    }

    private boolean fits(Row order) {
        return isOneOf("orderTypes", order.row("orderType"))
                && isOneOf("careSetting", order.row("careSetting"))
                && at("activatedOnOrAfterDate", from -> !activated(order).before(from))
                && at("activatedOnOrBeforeDate", until -> !activated(order).after(until))
                && !(wants("excludeDiscontinueOrders") && order.text("action").equals("DISCONTINUE"))
                && (!wants("excludeCanceledAndExpired") || isActive(order));
    }

    private boolean isOneOf(String parameter, Row row) {
        return !parameters.containsKey(parameter)
                || Arrays.asList(parameters.get(parameter).split(",")).contains(row.text("uuid"));
    }

    private boolean at(String parameter, Predicate<Date> test) {
        if (!parameters.containsKey(parameter)) {
            return true;
        }
        LocalDateTime time = PostedTime.parse(parameters.get(parameter));
        return test.test(Timestamp.valueOf(time));
    }

    private boolean wants(String parameter) {
        return Boolean.parseBoolean(parameters.get(parameter));
    }

    private static Date activated(Row order) {
        return (Date) order.get("dateActivated");
    }

    private static boolean isActive(Row order) {
        Date now = new Date();
        return Stream.of("dateStopped", "autoExpireDate")
                .map(property -> (Date) order.get(property))
                .noneMatch(end -> end != null && !end.after(now));
    }
}
