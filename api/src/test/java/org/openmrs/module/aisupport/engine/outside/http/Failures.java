/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads results in tests. */
final class Failures {

    private Failures() {}

    static ExchangeFailure reason(ExchangeResult result) {
        assertThat(result).isInstanceOf(ExchangeResult.Failed.class);
        return ((ExchangeResult.Failed) result).reason();
    }
}
