/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.module;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlatformVersionTest {

    @Test
    void versions_are_compared_number_by_number() {
        assertThat(PlatformVersion.compare("2.8.10", "2.8.9")).isPositive();
        assertThat(PlatformVersion.compare("2.8", "2.8.0")).isZero();
        assertThat(PlatformVersion.compare("2.8.9-SNAPSHOT", "2.8.9")).isZero();
        assertThat(PlatformVersion.compare("2.7.99", "2.8")).isNegative();
    }
}
