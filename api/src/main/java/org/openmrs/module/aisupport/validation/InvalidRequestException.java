/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.validation;

import java.util.List;
import java.util.Map;

/** A request that can't be carried out as it stands. Says for each field what to do about it. */
public class InvalidRequestException extends RuntimeException {

    private final transient Map<String, List<Problem>> problems;

    public InvalidRequestException(Map<String, List<Problem>> problems) {
        super("The request can't be carried out: " + String.join(", ", problems.keySet()));
        this.problems = Map.copyOf(problems);
    }

    public static InvalidRequestException of(String field, String code, String message) {
        return new InvalidRequestException(Map.of(field, List.of(new Problem(code, message))));
    }

    /** Problems by field; the field is named as the request names it. */
    public Map<String, List<Problem>> problems() {
        return problems;
    }

    /** One thing that is wrong with a field. */
    public record Problem(String code, String message) {}
}
