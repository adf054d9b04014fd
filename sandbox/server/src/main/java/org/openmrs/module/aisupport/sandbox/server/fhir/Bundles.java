/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.fhir;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.openmrs.module.aisupport.sandbox.server.rest.Row;

/** Pages of what was found. */
final class Bundles {

    private final String base;

    /** @param base the address of {@code /ws/fhir2/R4} as the caller sees it */
    Bundles(String base) {
        this.base = base;
    }

    /** What was found, of which some rows are shown. */
    record Found(String id, FhirResource resource, SearchParameters parameters, long total, List<Row> rows) {}

    Map<String, Object> page(Found found) {
        boolean subsetted = found.parameters().summaryOnly();
        List<Fields> entries = found.rows().stream()
                .map(row -> entry(found.resource(), row, subsetted))
                .toList();
        return Fields.of("resourceType", "Bundle")
                .with("id", found.id())
                .with("meta", Fields.of("lastUpdated", Fields.instant(new Date())))
                .subsetted(subsetted)
                .with("type", "searchset")
                .with("total", found.total())
                .with("link", links(found))
                .with("entry", entries)
                .toMap();
    }

    private Fields entry(FhirResource resource, Row row, boolean subsetted) {
        return Fields.of("fullUrl", base + "/" + resource.type() + "/" + row.text("uuid"))
                .with("resource", resource.shown(row, subsetted));
    }

    private List<Fields> links(Found found) {
        List<Fields> links = new ArrayList<>();
        SearchParameters parameters = found.parameters();
        String query = parameters.query();
        String self = base + "/" + found.resource().type() + (query.isEmpty() ? "" : "?" + query);
        links.add(Fields.of("relation", "self").with("url", self));
        int next = parameters.offset() + parameters.count();
        if (parameters.countOnly()) {
            return links;
        }
        if (next < found.total()) {
            links.add(Fields.of("relation", "next").with("url", pageAt(found, next)));
        }
        if (parameters.offset() > 0) {
            links.add(Fields.of("relation", "previous")
                    .with("url", pageAt(found, Math.max(0, parameters.offset() - parameters.count()))));
        }
        return links;
    }

    private String pageAt(Found found, int offset) {
        return base + "?_getpages=" + found.id() + "&_getpagesoffset=" + offset + "&_count="
                + found.parameters().count() + "&_format=json&_bundletype=searchset";
    }
}
