/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

import java.util.Set;
import org.openmrs.module.aisupport.engine.Delivery;
import org.openmrs.module.aisupport.engine.outside.http.ExchangeFailure;
import org.openmrs.module.aisupport.engine.outside.http.ExchangeResult;

/** Reads what a server's answer to feedback means. A service need not support it (Feedback), and the specification does not say how it says so. */
final class CdsDelivery {

    /** No such method, and the answers to a request that no repetition makes better. */
    private static final Set<Integer> FOR_GOOD = Set.of(400, 405, 406, 413, 415, 422, 501);

    private CdsDelivery() {}

    static Delivery of(ExchangeResult result) {
        if (!(result instanceof ExchangeResult.Failed failed)) {
            return Delivery.told();
        }
        return new Delivery(
                isForGood(failed) ? Delivery.End.UNWANTED : Delivery.End.FAILED,
                failed.reason().mayHaveLeft(),
                failed.retryAfter(),
                failed.reason().words());
    }

    private static boolean isForGood(ExchangeResult.Failed failed) {
        return failed.reason() == ExchangeFailure.NOT_FOUND
                || failed.status().isPresent()
                        && FOR_GOOD.contains(failed.status().getAsInt());
    }
}
