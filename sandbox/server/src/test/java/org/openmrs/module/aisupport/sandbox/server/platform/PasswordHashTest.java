/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

    @Test
    void only_the_password_itself_matches() {
        PasswordHash hash = PasswordHash.of("Doctor123");

        assertThat(hash.matches("Doctor123")).isTrue();
        assertThat(hash.matches("doctor123")).isFalse();
        assertThat(hash.matches("")).isFalse();
    }

    @Test
    void the_same_password_has_another_hash_each_time() {
        assertThat(PasswordHash.of("Doctor123").hash())
                .isNotEqualTo(PasswordHash.of("Doctor123").hash());
    }
}
