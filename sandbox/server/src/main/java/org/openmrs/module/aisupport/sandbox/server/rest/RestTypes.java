/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All types, by the entity that they show and by their address. */
final class RestTypes {

    private static final Map<String, RestType> BY_ENTITY = new HashMap<>();

    static {
        BY_ENTITY.putAll(PersonTypes.all());
        BY_ENTITY.putAll(DictionaryTypes.all());
        BY_ENTITY.putAll(ChartTypes.all());
        BY_ENTITY.putAll(OrderTypes.all());
        BY_ENTITY.put("GlobalProperty", SettingTypes.setting());
        BY_ENTITY.put("LocationTag", LocationTypes.tag());
    }

    private RestTypes() {}

    static RestType of(Row row) {
        RestType type = BY_ENTITY.get(shortName(row.entity()));
        if (type == null) {
            throw new IllegalStateException("The sandbox can't show a " + row.entity());
        }
        return type;
    }

    private static String shortName(String entity) {
        return entity.substring(entity.lastIndexOf('.') + 1);
    }

    /** The entity behind an address. The most general one, since that is what is looked for by UUID. */
    static Optional<String> entityAt(String alias) {
        return BY_ENTITY.entrySet().stream()
                .filter(entry -> entry.getValue().alias().equals(alias))
                .map(Map.Entry::getKey)
                .min(String::compareToIgnoreCase)
                .map(entity -> entity.equals("DrugOrder") ? "Order" : entity);
    }

    static RestType ofEntity(String entity) {
        return BY_ENTITY.get(entity);
    }
}
