/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What is sent for one entity or for a page of them, as the request's {@code v}, {@code startIndex} and {@code limit} want it. */
final class Answers {

    private static final int USUAL_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 100;

    private final HttpServletRequest request;
    private final Renderer renderer;

    private Answers(HttpServletRequest request, String base) {
        this.request = request;
        this.renderer = new Renderer(base);
    }

    static Answers to(HttpServletRequest request) {
        return new Answers(
                request,
                ServletUriComponentsBuilder.fromContextPath(request)
                        .path("/ws/rest/v1/")
                        .toUriString());
    }

    Object one(Row row) {
        return renderer.render(row, spec(Spec.DEFAULT));
    }

    Object one(RestType.Shown shown) {
        return renderer.render(shown.type(), shown.row(), spec(Spec.DEFAULT));
    }

    Object one(Row row, Spec spec) {
        return renderer.render(row, spec);
    }

    /** Of a resource by itself, as references. */
    Map<String, Object> page(List<Row> all) {
        return page(all, spec(Spec.REF));
    }

    /** Of a resource below another, which webservices.rest shows in its default representation. */
    Map<String, Object> pageOfParts(List<Row> all) {
        return page(all, spec(Spec.DEFAULT));
    }

    private Map<String, Object> page(List<Row> all, Spec spec) {
        int start = number("startIndex", 0);
        int limit = Math.min(number("limit", USUAL_LIMIT), HIGHEST_LIMIT);
        int end = Math.min(start + limit, all.size());
        List<Row> shown = start < end ? all.subList(start, end) : List.of();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(
                "results", shown.stream().map(row -> renderer.render(row, spec)).toList());
        List<Object> links = new ArrayList<>();
        if (end < all.size()) {
            links.add(link("next", end, limit));
        }
        if (start > 0) {
            links.add(link("prev", Math.max(0, start - limit), limit));
        }
        if (!links.isEmpty()) {
            page.put("links", links);
        }
        if (Boolean.parseBoolean(request.getParameter("totalCount"))) {
            page.put("totalCount", all.size());
        }
        return page;
    }

    private Object link(String rel, int start, int limit) {
        String uri = ServletUriComponentsBuilder.fromRequest(request)
                .replaceQueryParam("startIndex", start)
                .replaceQueryParam("limit", limit)
                .toUriString();
        return ChartTypes.group("rel", rel, "uri", uri, "resourceAlias", null);
    }

    private Spec spec(Spec otherwise) {
        String v = request.getParameter("v");
        return v == null || v.isBlank() ? otherwise : Spec.parse(v);
    }

    private int number(String parameter, int otherwise) {
        String text = request.getParameter(parameter);
        if (text == null) {
            return otherwise;
        }
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new RestException.Conversion("'" + text + "' is not a number for " + parameter);
        }
    }
}
