/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.Map;

/** Orders. */
final class OrderTypes {

    private static final String ORDER =
            "uuid,orderNumber,accessionNumber,patient:ref,concept:ref,action,careSetting:ref,"
                    + "previousOrder:ref,dateActivated,scheduledDate,dateStopped,autoExpireDate,encounter:ref,orderer:ref,"
                    + "orderReason,orderReasonNonCoded,orderType,urgency,instructions,commentToFulfiller,display";
    private static final String DRUG_ORDER = ",drug:ref,dosingType,dose,doseUnits,frequency,asNeeded,asNeededCondition,"
            + "quantity,quantityUnits,numRefills,dosingInstructions,duration,durationUnits,route,brandName,"
            + "dispenseAsWritten,drugNonCoded";

    private OrderTypes() {}

    static Map<String, RestType> all() {
        return Map.of(
                "OrderType", RestType.of("ordertype").needs("Get Order Types"),
                "CareSetting",
                        RestType.of("caresetting")
                                .needs("Get Care Settings")
                                .byDefault("uuid,display,name,description,careSettingType,retired"),
                "Drug",
                        RestType.of("drug")
                                .needs("Get Concepts")
                                .byDefault("uuid,display,name,strength,concept:ref,combination,retired"),
                "Order", order("order").byDefault(ORDER),
                "DrugOrder", order("drugorder").byDefault(ORDER + DRUG_ORDER));
    }

    private static RestType order(String type) {
        return RestType.of("order")
                .needs("Get Orders")
                .with("type", row -> type)
                .shownAs(OrderTypes::words);
    }

    private static String words(Row order) {
        String what = "(" + order.text("action") + ") " + DictionaryTypes.nameOf(order.row("concept"));
        String how = order.text("dosingInstructions");
        return how.isEmpty() ? what : what + ": " + how;
    }
}
