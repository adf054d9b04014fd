/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.fhir;

import org.openmrs.module.aisupport.sandbox.server.rest.Names;
import org.openmrs.module.aisupport.sandbox.server.rest.Row;

/** References from one resource to another, with the words that stand for it. */
final class References {

    private References() {}

    static Fields to(String type, Row row) {
        return row == null
                ? null
                : Fields.of("reference", type + "/" + row.text("uuid")).with("type", type);
    }

    static Fields toPatient(Row patient) {
        return patient == null ? null : to("Patient", patient).with("display", display(patient));
    }

    static Fields toUser(Row user) {
        return user == null ? null : to("Practitioner", user).with("display", Names.of(user.row("person")));
    }

    static Fields toLocation(Row location) {
        return location == null ? null : to("Location", location).with("display", location.text("name"));
    }

    private static String display(Row patient) {
        return patient.rows("identifiers")
                .findFirst()
                .map(each -> Names.of(patient) + " ("
                        + each.row("identifierType").text("name") + ": " + each.text("identifier") + ")")
                .orElseGet(() -> Names.of(patient));
    }
}
