/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects everything that is wrong with a request, so that its sender hears it all at once. */
public final class Problems {

    private final Map<String, List<InvalidRequestException.Problem>> found = new LinkedHashMap<>();

    public Problems check(boolean fine, String field, String code, String message) {
        if (!fine) {
            found.computeIfAbsent(field, name -> new ArrayList<>())
                    .add(new InvalidRequestException.Problem(code, message));
        }
        return this;
    }

    public Problems required(Object value, String field) {
        boolean present = value instanceof String text ? !text.isBlank() : value != null;
        return check(present, field, "required", "Give " + field + ".");
    }

    public Problems atMost(int length, String value, String field) {
        return check(
                value == null || value.length() <= length, field, "tooLong", "Use at most " + length + " characters.");
    }

    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidRequestException(found);
        }
    }
}
