/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.engine.ProposedProblem;
import org.openmrs.module.aisupport.engine.ProposedProblem.Coding;

class ProposedProblemJsonTest {

    @Test
    void a_problem_is_read_as_it_was_written() {
        ProposedProblem coded = new ProposedProblem(
                "Gicht, \"akut\"",
                List.of(new Coding("SNOMED CT", "90560007"), new Coding("ICD-10", "M10")),
                Optional.empty());
        ProposedProblem named = new ProposedProblem("Gout", List.of(), Optional.of("the-sites-own-concept"));

        assertThat(ProposedProblemJson.read(ProposedProblemJson.write(coded))).isEqualTo(coded);
        assertThat(ProposedProblemJson.read(ProposedProblemJson.write(named))).isEqualTo(named);
    }
}
