/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.List;

/** Places and their tags. */
final class LocationTypes {

    private static final String LOCATION = "uuid,display,name,description,address1,address2,cityVillage,stateProvince,"
            + "country,postalCode,latitude,longitude,countyDistrict,tags:%s,parentLocation,childLocations,retired,attributes";

    private LocationTypes() {}

    static RestType location() {
        return RestType.of("location")
                .needs("Get Locations")
                .with("tags", row -> row.rows("tags").toList())
                .with("childLocations", row -> List.of())
                .with("attributes", row -> List.of())
                .byDefault(LOCATION.formatted("ref"))
                .full(LOCATION.formatted("default"));
    }

    static RestType tag() {
        return RestType.of("locationtag").needs("Get Locations");
    }
}
