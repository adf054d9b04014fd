/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.FakeOutsideEngine;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.validation.InvalidRequestException;

/** A yes to services outside is one to those that the patient was told of, each as it was told (C4). */
@Tag("C4")
class ServicesToldTest {

    private static final OutsideService KIDNEY = new OutsideService(
            "kidney", "Kidney watch", "A university", "kidney.example.org", false, "Denmark", "30 days");
    private static final OutsideService COMPANY =
            new OutsideService("model", "Big model", "A company", "model.example.com", true, "Ireland", "not at all");

    private final House house = new House();
    private final PatientRef patient = house.patients.add();

    @AfterEach
    void close() {
        house.pool.close();
    }

    private OutsideService fake() {
        return house.inTransaction(house.services::current).stream()
                .filter(service -> service.id().equals(FakeOutsideEngine.ID))
                .findFirst()
                .orElseThrow();
    }

    private GateAnswer ask(OutsideService... recipients) {
        return house.gate.ask(patient, Purpose.EXTERNAL_PROCESSING, Set.of(recipients));
    }

    @Test
    void trust07_a_yes_covers_the_services_that_were_told_and_no_other() {
        house.grant(patient);
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);

        assertThat(ask(fake())).isInstanceOf(GateAnswer.Granted.class);
        assertThat(ask(KIDNEY))
                .isEqualTo(new GateAnswer.Denied(Purpose.EXTERNAL_PROCESSING, DenialReason.LEAFLET_CHANGED));
        assertThat(ask(fake(), KIDNEY)).isInstanceOf(GateAnswer.Denied.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "developer", "recipient", "commercial", "country", "retention"})
    void trust07_whatever_changes_of_what_was_told_asks_again(String what) {
        house.grant(patient);
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        OutsideService told = fake();
        OutsideService changed = new OutsideService(
                told.id(),
                told.name() + (what.equals("name") ? "!" : ""),
                told.developer() + (what.equals("developer") ? "!" : ""),
                told.recipient() + (what.equals("recipient") ? ":8443" : ""),
                told.commercial() ^ what.equals("commercial"),
                told.country() + (what.equals("country") ? "!" : ""),
                told.retention() + (what.equals("retention") ? "!" : ""));

        assertThat(ask(changed)).isInstanceOf(GateAnswer.Denied.class);
        assertThat(ask(told)).isInstanceOf(GateAnswer.Granted.class);
    }

    @Test
    void trust07_a_yes_from_before_there_was_any_service_covers_none_and_is_a_yes_still() {
        house.services.hideTheFake();
        house.grant(patient);
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);

        assertThat(house.gate.ask(patient, Purpose.EXTERNAL_PROCESSING)).isInstanceOf(GateAnswer.Granted.class);
        assertThat(ask(KIDNEY)).isInstanceOf(GateAnswer.Denied.class);
    }

    @Test
    void a_form_that_was_opened_before_a_service_was_added_is_not_taken_after() {
        String before = house.leafletVersion(Purpose.EXTERNAL_PROCESSING);
        house.services.hideTheFake();

        assertThat(house.leafletVersion(Purpose.EXTERNAL_PROCESSING)).isNotEqualTo(before);
        assertThatThrownBy(() -> house.consent.record(new ConsentRequest(
                        patient.uuid(),
                        Purpose.EXTERNAL_PROCESSING,
                        ConsentDecision.GRANT,
                        false,
                        new Giver(Giver.Role.PATIENT, null, null),
                        ConsentMethod.SPOKEN,
                        before,
                        "en",
                        null,
                        null,
                        null)))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .containsOnlyKeys("leaflet.version"));
    }

    @Test
    void what_was_told_can_be_shown_letter_by_letter_when_the_services_have_changed() {
        ConsentEvent said = house.grant(patient, Purpose.EXTERNAL_PROCESSING).event();
        house.services.hideTheFake();

        Optional<Leaflet> told = house.inTransaction(
                () -> house.leaflets.find(said.getPurpose(), said.getLeafletVersion(), said.getLeafletLanguage()));

        assertThat(told).hasValueSatisfying(leaflet -> {
            assertThat(leaflet.sha256()).isEqualTo(said.getLeafletSha256());
            assertThat(leaflet.recipient()).contains("ai.example.org");
            assertThat(leaflet.text()).anyMatch(paragraph -> paragraph.contains("ai.example.org"));
        });
    }

    @Test
    @Tag("X2")
    void a_list_that_somebody_changed_in_the_database_covers_nothing() {
        house.grant(patient);
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        String revision = house.leafletVersion(Purpose.EXTERNAL_PROCESSING).split("\\+")[1];
        String kept = Database.texts("select services_json from aisupport_told_services where revision = ?", revision)
                .get(0);
        change(revision, kept.replace("Denmark", "Sweden"));
        try {
            assertThat(ask(fake())).isInstanceOf(GateAnswer.Denied.class);
        } finally {
            change(revision, kept);
        }
        assertThat(ask(fake())).isInstanceOf(GateAnswer.Granted.class);
    }

    private static void change(String revision, String json) {
        Database.execute("update aisupport_told_services set services_json = '" + json + "' where revision = '"
                + revision + "'");
    }

    @Test
    void trust08_companies_are_told_of_by_name_where_companies_are_asked_for_and_others_are_not() {
        Leaflets leaflets = Leaflets.load(telling(KIDNEY, COMPANY));

        assertThat(recipient(leaflets, Purpose.COMMERCIAL))
                .contains("Big model")
                .doesNotContain("Kidney watch");
        assertThat(recipient(leaflets, Purpose.EXTERNAL_PROCESSING)).contains("Big model", "Kidney watch");
        assertThat(recipient(Leaflets.load(telling(KIDNEY)), Purpose.COMMERCIAL))
                .isEqualTo(recipient(Leaflets.load(), Purpose.COMMERCIAL));
    }

    private static String recipient(Leaflets leaflets, Purpose purpose) {
        return leaflets.current(Locale.ENGLISH).stream()
                .filter(leaflet -> leaflet.purpose() == purpose)
                .map(Leaflet::recipient)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"OWN_CARE", "QUALITY", "DEVELOPMENT"})
    void a_service_outside_changes_nothing_for_purposes_that_it_is_not_about(Purpose purpose) {
        assertThat(Leaflets.load(telling(KIDNEY, COMPANY)).currentVersion(purpose))
                .isEqualTo(Leaflets.load().currentVersion());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "da", "fr", "es", "pt"})
    void trust07_every_language_tells_of_each_service_who_where_and_how_long_and_no_longer_that_there_is_none(
            String language) {
        Locale locale = Locale.forLanguageTag(language);
        List<Leaflet> published = Leaflets.load().current(locale);
        List<Leaflet> told = Leaflets.load(telling(KIDNEY, COMPANY)).current(locale);
        for (int i = 0; i < told.size(); i++) {
            Leaflet now = told.get(i);
            if (now.version().equals(published.get(i).version())) {
                continue;
            }
            String text = String.join(" ", now.text());
            assertThat(text).contains("Big model", "A company", "model.example.com", "Ireland", "not at all");
            assertThat(text).doesNotContain(published.get(i).text().get(1)).doesNotContain("{");
            assertThat(now.text()).hasSizeGreaterThan(published.get(i).text().size());
            assertThat(now.text()).containsAll(without(published.get(i).text(), 1));
            assertThat(now.retention()).contains("Big model: not at all").endsWith(lastTwoSentences(published.get(i)));
        }
        assertThat(told).filteredOn(leaflet -> leaflet.version().contains("+")).hasSize(2);
    }

    private static List<String> without(List<String> text, int place) {
        List<String> rest = new ArrayList<>(text);
        rest.remove(place);
        return rest;
    }

    private static String lastTwoSentences(Leaflet leaflet) {
        List<String> sentences = Arrays.asList(leaflet.retention().split("(?<=\\.) "));
        return String.join(" ", sentences.subList(sentences.size() - 2, sentences.size()));
    }

    private static OutsideServices telling(OutsideService... services) {
        return new OutsideServices() {
            @Override
            public List<OutsideService> current() {
                return List.of(services);
            }

            @Override
            public Optional<List<OutsideService>> told(String revision) {
                return Optional.empty();
            }

            @Override
            public void keep(List<OutsideService> told) {
                throw new AssertionError("nobody said yes");
            }
        };
    }
}
