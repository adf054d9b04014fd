/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.persistence;

import java.util.Collection;
import java.util.Map;
import org.hibernate.query.NativeQuery;

/** Parameters of a query that are made in one place and bound in another. */
public final class QueryParameters {

    private QueryParameters() {}

    public static void bind(NativeQuery<?> query, Map<String, Object> parameters) {
        parameters.forEach((name, value) -> {
            if (value instanceof Collection<?> many) {
                query.setParameterList(name, many);
            } else {
                query.setParameter(name, value);
            }
        });
    }
}
