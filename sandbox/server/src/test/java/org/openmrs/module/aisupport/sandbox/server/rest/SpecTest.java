/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpecTest {

    @Test
    void a_level_is_known_by_its_name() {
        assertThat(Spec.parse("full")).isEqualTo(Spec.FULL);
        assertThatThrownBy(() -> Spec.parse("fuller")).hasMessage("Unknown representation: fuller");
    }

    @Test
    void properties_may_have_properties() {
        Spec spec = Spec.parse("custom:(uuid, obs:(value,concept:(display)),visit:ref)");

        assertThat(spec.properties()).containsOnlyKeys("uuid", "obs", "visit");
        assertThat(spec.properties().get("obs").properties().get("concept").properties())
                .containsOnlyKeys("display");
        assertThat(spec.properties().get("visit")).isEqualTo(Spec.REF);
    }

    @Test
    void brackets_that_are_not_closed_are_closed_at_the_end_as_O3_needs() {
        assertThat(Spec.parse("custom:(uuid,obs:(value)")).isEqualTo(Spec.parse("custom:(uuid,obs:(value))"));
        assertThat(Spec.parse("custom:uuid,obs:(value)")).isEqualTo(Spec.parse("custom:(uuid,obs:(value))"));
    }

    @Test
    void brackets_that_were_not_opened_are_refused() {
        assertThatThrownBy(() -> Spec.parse("custom:uuid))")).isInstanceOf(RestException.Conversion.class);
        assertThatThrownBy(() -> Spec.parse("custom:(uuid))")).isInstanceOf(RestException.Conversion.class);
    }
}
