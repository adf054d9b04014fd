/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Consent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.module.aisupport.consent.Purpose;

/** What we serve is R4, by HL7's own rules; and those rules do notice what is not. */
@Tag("C9")
class ValidR4Test {

    static Stream<RecordedConsent> kinds() {
        return Kinds.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_of_resource_keeps_the_rules(RecordedConsent consent) {
        R4Rules.assertValid(FhirJson.of(ConsentResources.of(consent)));
    }

    @Test
    void a_search_set_keeps_the_rules_whether_it_holds_five_or_none() {
        List<RecordedConsent> five = Arrays.stream(Purpose.values())
                .map(purpose -> Recorded.grant().of(purpose).withEvidence())
                .toList();
        String base = "https://practice.example/openmrs/ws/rest/v1/aisupport/fhir/Consent";

        for (List<RecordedConsent> found : List.of(five, List.<RecordedConsent>of())) {
            R4Rules.assertValid(FhirJson.of(ConsentBundles.of(found, base, base + "?patient=x")));
        }
    }

    @Test
    void the_only_warnings_are_that_our_words_and_opting_in_or_out_are_not_in_hl7s_lists() {
        Set<String> expected = Set.of("policyRule", "extension", "purpose");

        assertThat(kinds().map(ConsentResources::of).map(FhirJson::of).flatMap(json -> R4Rules.messages(json).stream()))
                .filteredOn(message -> message.getSeverity() == ResultSeverityEnum.WARNING)
                .allSatisfy(message -> assertThat(expected)
                        .as(message.getLocationString() + ": " + message.getMessage())
                        .anyMatch(part -> message.getLocationString().contains(part)));
    }

    @Test
    void the_rules_notice_a_broken_invariant_a_missing_element_and_an_unknown_code() {
        String valid = FhirJson.of(ConsentResources.of(Recorded.grant().withEvidence()));
        R4Rules.assertValid(valid);

        Consent withoutPolicy = ConsentResources.of(Recorded.grant().withEvidence());
        withoutPolicy.setPolicyRule(null).setPolicy(List.of());
        assertThat(R4Rules.errors(FhirJson.of(withoutPolicy))).anyMatch(error -> error.contains("ppc-1"));

        Consent withoutScope = ConsentResources.of(Recorded.grant().withEvidence());
        withoutScope.setScope(null);
        assertThat(R4Rules.errors(FhirJson.of(withoutScope))).anyMatch(error -> error.contains("Consent.scope"));

        Consent unreferred = ConsentResources.of(Recorded.grant().withEvidence());
        unreferred.getProvision().setActor(List.of());
        assertThat(R4Rules.errors(FhirJson.of(unreferred))).anyMatch(error -> error.contains("dom-3"));

        assertThat(R4Rules.errors(valid.replace("\"status\":\"active\"", "\"status\":\"agreed\"")))
                .isNotEmpty();
        assertThat(R4Rules.errors(valid.replace("\"type\":\"permit\"", "\"type\":\"perhaps\"")))
                .isNotEmpty();
    }

    @Test
    void many_may_ask_at_once() throws Exception {
        RecordedConsent consent = Recorded.grant().withEvidence();
        String alone = FhirJson.of(ConsentResources.of(consent));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<String> ask = () -> FhirJson.of(ConsentResources.of(consent));
            List<Future<String>> answers =
                    threads.invokeAll(Stream.generate(() -> ask).limit(200).toList());
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
