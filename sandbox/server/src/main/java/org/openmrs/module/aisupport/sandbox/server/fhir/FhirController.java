/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.fhir;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.aisupport.sandbox.server.platform.Privileges;
import org.openmrs.module.aisupport.sandbox.server.rest.Entities;
import org.openmrs.module.aisupport.sandbox.server.rest.Row;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The part of the module fhir2 that O3's screens ask, for reading. */
@Controller
@RequestMapping("/fhir2/R4")
public class FhirController extends OutcomeController {

    private final Entities entities;
    private final SavedSearches searches;
    private final Map<String, FhirResource> resources;

    FhirController(Entities entities, SavedSearches searches, List<FhirResource> all) {
        this.entities = entities;
        this.searches = searches;
        this.resources = all.stream().collect(Collectors.toMap(FhirResource::type, Function.identity()));
    }

    @GetMapping("/{type}/{id}")
    public ResponseEntity<Object> read(
            @PathVariable String type, @PathVariable String id, @RequestParam Map<String, String> parameters) {
        FhirResource resource = permitted(type);
        Row row = entities.byUuid(resource.entity(), id)
                .orElseThrow(() -> new FhirException.Unknown(about(type, id) + " is not known"));
        if (row.is("voided")) {
            throw new FhirException.Gone(about(type, id) + " is gone/deleted");
        }
        return json(resource.shown(row, new SearchParameters(parameters).summaryOnly()));
    }

    @GetMapping("/{type}")
    public ResponseEntity<Object> search(
            @PathVariable String type, @RequestParam Map<String, String> parameters, HttpServletRequest request) {
        FhirResource resource = permitted(type);
        return json(page(resource, searches.keep(type, parameters), new SearchParameters(parameters), request));
    }

    @GetMapping
    public ResponseEntity<Object> furtherPage(
            @RequestParam("_getpages") String id,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request) {
        SavedSearches.Saved saved = searches.find(id)
                .orElseThrow(
                        () -> new FhirException.Gone("Search ID \"" + id + "\" does not exist and may have expired"));
        return json(page(permitted(saved.type()), id, new SearchParameters(saved.at(parameters)), request));
    }

    private Object page(FhirResource resource, String id, SearchParameters parameters, HttpServletRequest request) {
        Criteria criteria = resource.criteria(parameters);
        parameters.refuseOthers(resource.type());
        List<Row> rows = parameters.countOnly()
                ? List.of()
                : entities.list(criteria.rows(), criteria.values(), parameters.offset(), parameters.count());
        long total = entities.count(criteria.count(), criteria.values());
        return new Bundles(base(request)).page(new Bundles.Found(id, resource, parameters, total, rows));
    }

    private FhirResource permitted(String type) {
        requireLogin();
        FhirResource resource = resources.get(type);
        if (resource == null) {
            throw new FhirException.Unknown(
                    "HAPI-0302: Unknown resource type '" + type + "' - Server knows how to handle: "
                            + resources.keySet().stream().sorted().toList());
        }
        Privileges.require(resource.privilege());
        return resource;
    }

    private static String about(String type, String id) {
        return "Resource of type " + type + " with ID " + id;
    }

    private static String base(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path("/ws/fhir2/R4")
                .toUriString();
    }
}
