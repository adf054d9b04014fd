/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.platform.Actor;
import org.openmrs.module.aisupport.platform.CurrentUser;
import org.openmrs.module.aisupport.validation.MisconfiguredException;

class ErrorAnswersTest {

    private final ErrorAnswers answers = new ErrorAnswers(thrown -> false, new Somebody());

    @Test
    @Tag("C10")
    void what_is_set_up_wrongly_is_a_matter_for_the_administrator_and_no_fault_of_the_request() {
        ErrorAnswer answer = answers.of(new MisconfiguredException("It can't be told what is sensitive."));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body())
                .isEqualTo(Map.of(
                        "error",
                        Map.of(
                                "message",
                                "It can't be told what is sensitive.",
                                "code",
                                "NOT_CONFIGURED",
                                "detail",
                                "Tell your administrator: the status page of AI support says what to mend.")));
    }

    private static final class Somebody implements CurrentUser {
        @Override
        public Optional<Actor> actor() {
            return Optional.of(new Actor(1, "uuid", "Dr. Anna Friis"));
        }

        @Override
        public Optional<String> providerUuid() {
            return Optional.empty();
        }

        @Override
        public boolean may(String privilege) {
            return true;
        }

        @Override
        public Locale locale() {
            return Locale.ENGLISH;
        }
    }
}
