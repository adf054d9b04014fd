/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which notes the engine declines, since its model reads English only. */
@Tag("E2")
class EnglishTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient came in with a cough that she has had for three weeks.",
                "58M HTN T2DM c/o SOB 3/7, BP 150/90, P: bloods",
                "SOB",
                "",
            })
    void these_pass(String note) {
        assertThat(English.isWhat(note)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patienten har haft hoste i tre uger og er ikke blevet bedre med penicillin.",
                "El paciente refiere dolor de cabeza desde hace tres días, sin fiebre y con náuseas.",
                "Le patient se plaint d'une toux depuis trois semaines, sans fièvre ni douleur et avec une fatigue.",
                "A paciente refere dor de cabeça há três dias, sem febre e com náuseas, não melhorou.",
                "Der Patient hat seit drei Wochen Husten und keine Besserung mit der Therapie.",
                "Mgonjwa ana maumivu ya kichwa na homa tangu jana, hana kikohozi.",
                "Пациент жалуется на кашель в течение трёх недель",
                "患者主诉咳嗽三周",
            })
    void these_are_declined(String note) {
        assertThat(English.isWhat(note)).isFalse();
    }
}
