/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.openmrs.module.aisupport.engine.PersonalData;
import org.openmrs.module.aisupport.engine.outside.cds.CdsHook;
import org.openmrs.module.aisupport.engine.outside.cds.CdsRequest;
import org.openmrs.module.aisupport.engine.outside.cds.CdsService;
import org.openmrs.module.aisupport.engine.outside.llm.ChatModel;
import org.openmrs.module.aisupport.engine.outside.llm.ChatRequest;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.Snapshot;
import org.openmrs.module.aisupport.snapshot.SnapshotFixture;

/** Of whatever record: nothing that leaves says whose it is. */
@Tag("E6")
class NothingIdentifyingPropertyTest {

    private static final List<String> QUESTIONS = List.of(
            "Patient/{id}",
            "Patient?_id={id}",
            "Observation?patient={id}",
            "Condition?patient={id}",
            "MedicationRequest?patient={id}",
            "MedicationStatement?patient={id}");

    /** Every name of a field that may leave. A new one is thought about here. */
    private static final Set<String> FIELDS = Set.of(
            "_birthDate",
            "authoredOn",
            "category",
            "clinicalStatus",
            "code",
            "coding",
            "comparator",
            "derivedFrom",
            "details",
            "dispenseRequest",
            "effectiveDateTime",
            "effectivePeriod",
            "end",
            "entry",
            "extension",
            "fullUrl",
            "gender",
            "id",
            "intent",
            "issue",
            "medicationCodeableConcept",
            "mode",
            "onsetDateTime",
            "recordedDate",
            "reference",
            "resource",
            "resourceType",
            "search",
            "severity",
            "start",
            "status",
            "subject",
            "system",
            "text",
            "total",
            "type",
            "unit",
            "url",
            "validityPeriod",
            "value",
            "valueAge",
            "valueBoolean",
            "valueCode",
            "valueQuantity");

    private static final List<String> FORMS =
            List.of("yyyy-MM-dd", "dd-MM-yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "ddMMyy", "yyyyMMdd", "dd.MM.yyyy");

    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}");

    @Property(tries = 500)
    void trust10_no_name_date_of_birth_time_or_uuid_of_the_platform_leaves(@ForAll("records") Person person) {
        PseudonymisedChart chart = chart(person);
        ChartSearch search = new ChartSearch(chart);

        for (String question : QUESTIONS) {
            JsonNode answer =
                    search.answer(question.replace("{id}", chart.patientId())).orElseThrow();

            assertThat(fields(answer)).isSubsetOf(FIELDS);
            assertSaysNothingOf(person, answer.toString());
        }
    }

    @Property(tries = 500)
    void trust10_nor_does_it_with_a_whole_request(@ForAll("records") Person person) {
        Map<String, String> prefetch = new LinkedHashMap<>();
        QUESTIONS.forEach(
                question -> prefetch.put("k" + prefetch.size(), question.replace("{id}", "{{context.patientId}}")));

        for (CdsHook hook : CdsHook.values()) {
            CdsRequest asked = CdsRequest.of(new CdsService("s", hook, "s", "s", prefetch, ""), chart(person));
            assertThat(asked.unanswered()).isEmpty();
            assertSaysNothingOf(person, new String(asked.json(), StandardCharsets.UTF_8));
        }
        ChatRequest chat = new ChatRequest(new ChatModel("m", "m", 100), chart(person));
        assertThat(chat.isWorthwhile()).isTrue();
        assertSaysNothingOf(person, new String(chat.json(), StandardCharsets.UTF_8));
    }

    private static PseudonymisedChart chart(Person person) {
        return PseudonymisedChart.of(
                person.snapshot,
                new Disclosure(snapshotInputs(), Set.of(PersonalData.SEX, PersonalData.DATE_OF_BIRTH)));
    }

    private static void assertSaysNothingOf(Person person, String text) {
        assertThat(text).doesNotContain(person.snapshot.patient().uuid()).doesNotContain(person.encounter);
        assertThat(person.snapshot.recordUuids()).noneMatch(text::contains);
        assertThat(TIME.matcher(text).find()).as("a time of day in " + text).isFalse();
        for (String form : FORMS) {
            // Not followed by more of an id, which may begin with any digits.
            String born = Pattern.quote(person.born.format(DateTimeFormatter.ofPattern(form)));
            assertThat(Pattern.compile("\"" + born + "(?![0-9a-f])")
                            .matcher(text)
                            .find())
                    .as("a date of birth in " + text)
                    .isFalse();
        }
    }

    @Property(tries = 20)
    void of_whatever_record_every_answer_is_valid(@ForAll("records") Person person) {
        PseudonymisedChart chart = chart(person);
        ChartSearch search = new ChartSearch(chart);

        QUESTIONS.forEach(question -> R4Rules.assertValid(
                search.answer(question.replace("{id}", chart.patientId())).orElseThrow()));
    }

    private static Set<String> snapshotInputs() {
        return Set.of(
                "creatinine",
                "hba1c",
                "potassium",
                "diabetes",
                "hypertension",
                "statin",
                "smoking-status",
                "urine-acr-or-pcr");
    }

    private static Set<String> fields(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        node.forEach(child -> names.addAll(fields(child)));
        return names;
    }

    record Person(LocalDate born, String encounter, Snapshot snapshot) {}

    @Provide
    Arbitrary<Person> records() {
        Arbitrary<LocalDate> born = Arbitraries.integers()
                .between(18 * 366, 110 * 365)
                .map(days -> LocalDate.of(2026, 11, 24).minusDays(days));
        Arbitrary<Integer> ago = Arbitraries.integers().between(0, 360);
        Arbitrary<Double> value = Arbitraries.doubles().between(0.001, 999_999).ofScale(3);
        return Combinators.combine(
                        born,
                        Arbitraries.of(Sex.values()),
                        ago,
                        ago,
                        value,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 86_399))
                .as((day, sex, first, second, number, flag, second0) ->
                        person(day, sex, first, second, number, flag, second0));
    }

    private static Person person(
            LocalDate born, Sex sex, int first, int second, double number, boolean flag, int secondOfDay) {
        String encounter = UUID.randomUUID().toString();
        Instant at = SnapshotFixture.NOW.minusSeconds(86_400L * first + secondOfDay);
        Snapshot snapshot = new SnapshotFixture()
                .sex(sex)
                .born(Optional.of(born))
                .measured("creatinine", number, at, encounter)
                .measuredIn("%", "hba1c", number / 100_000, second)
                .measured("urine-acr-or-pcr", number, at, encounter)
                .problem("diabetes", flag, second)
                .problem("hypertension", !flag, null)
                .medication("statin", first, flag ? null : first / 2)
                .answer("smoking-status", flag, second)
                .build();
        return new Person(born, encounter, snapshot);
    }
}
