/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.egress;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.Round;

/** Takes out what was sent once its time is over, also where nothing is sent any more. */
public class ExpiredPayloads implements Round {

    private final SentPayloads sent;
    private final Transactions transactions;
    private final Clock clock;

    public ExpiredPayloads(SentPayloads sent, Transactions transactions, Clock clock) {
        this.sent = sent;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void run(BooleanSupplier stopped) {
        transactions.alone(() -> sent.eraseExpired(clock.instant()));
    }
}
