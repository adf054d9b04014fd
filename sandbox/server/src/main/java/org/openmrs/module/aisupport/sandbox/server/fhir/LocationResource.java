/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.fhir;

import java.util.Map;
import org.openmrs.module.aisupport.sandbox.server.rest.Row;
import org.springframework.stereotype.Component;

/** Places, with their tags: O3 offers those tagged "Login Location" to whoever logs in. */
@Component
final class LocationResource implements FhirResource {

    private static final String TAG = "http://fhir.openmrs.org/ext/location-tag";

    @Override
    public String type() {
        return "Location";
    }

    @Override
    public String entity() {
        return "Location";
    }

    @Override
    public String privilege() {
        return "Get Locations";
    }

    @Override
    public Criteria criteria(SearchParameters parameters) {
        Criteria criteria = new Criteria("Location", parameters.order(Map.of("name", "x.name"), "x.locationId"))
                .and("x.retired = false");
        parameters
                .anyOf("_tag")
                .ifPresent(
                        tags -> criteria.and("exists (select 1 from x.tags t where t.name in (:tags))", "tags", tags));
        parameters.text("name").ifPresent(name -> criteria.and("x.name like :name", "name", name + "%"));
        parameters.text("name:contains").ifPresent(part -> criteria.and("x.name like :part", "part", "%" + part + "%"));
        parameters.anyOf("_id").ifPresent(all -> criteria.and("x.uuid in (:id)", "id", all));
        return criteria;
    }

    @Override
    public Fields show(Row location) {
        return Fields.resource("Location", location.text("uuid"), location.get("dateCreated"))
                .withMeta(
                        "tag",
                        location.rows("tags")
                                .map(tag -> Fields.of("system", TAG)
                                        .with("code", tag.text("name"))
                                        .with("display", tag.get("description")))
                                .toList())
                .with("status", location.is("retired") ? "inactive" : "active")
                .with("name", location.text("name"))
                .with("description", location.get("description"));
    }
}
