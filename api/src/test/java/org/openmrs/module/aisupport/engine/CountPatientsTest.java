/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.audit.AuditKind;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.consent.PermittedPatients;
import org.openmrs.module.aisupport.engine.guidelines.SiteGuidelines;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.snapshot.ConceptMappings;
import org.openmrs.module.aisupport.snapshot.FakeChart;
import org.openmrs.module.aisupport.snapshot.RecordCounts;
import org.openmrs.module.aisupport.snapshot.SensitiveTopics;
import org.openmrs.module.aisupport.testing.House;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What an administrator gets who has patients counted, and what of it is recorded. */
@Tag("O2")
class CountPatientsTest {

    private final House house = new House();
    private final FakeChart dictionary = new FakeChart().concept(910_001, "CIEL", "790", "umol/L");
    private final ConceptMappings mappings = new ConceptMappings(house.settings, () -> Path.of("none"));
    private final EngineService service = new EngineServiceImpl(
            new EngineRegistry(
                    new StaticListableBeanFactory(Map.of("guidelines", SiteGuidelines.load(house.settings)))),
            mappings,
            dictionary,
            new RecordCounts(
                    House.sessions(),
                    new PermittedPatients(house.leaflets, house.settings, house.clock),
                    mappings,
                    new SensitiveTopics(house.settings, dictionary),
                    dictionary),
            house.audit,
            house.clock);

    private PatientCounts counted() {
        return house.inTransaction(service::countPatients);
    }

    private List<AuditRow> recorded() {
        return house.inTransaction(() -> House.sessions()
                .getCurrentSession()
                .createQuery("select a from AisupportAudit a where a.kind = :kind order by a.id desc", AuditRow.class)
                .setParameter("kind", AuditKind.PATIENTS_COUNTED)
                .list());
    }

    @Test
    void each_rule_is_told_with_the_inputs_it_can_not_be_judged_without() {
        PatientCounts.Rule metformin = counted().rules().stream()
                .filter(rule -> rule.id().equals("metformin-renal"))
                .findFirst()
                .orElseThrow();

        assertThat(metformin.inputs())
                .extracting(PatientCounts.Input::id, input -> input.patients().isPresent())
                .containsExactlyInAnyOrder(tuple("creatinine", true), tuple("metformin", false));
    }

    @Test
    @Tag("E6")
    void nothing_is_counted_for_a_rule_that_is_switched_off() {
        house.settings.set(Setting.RULES_OFF, "metformin-renal");

        assertThat(counted().rules()).extracting(PatientCounts.Rule::id).doesNotContain("metformin-renal");
    }

    @Test
    @Tag("A1")
    void trust21_who_had_it_counted_is_recorded_and_no_patient_is() {
        int before = recorded().size();

        counted();

        assertThat(recorded()).hasSize(before + 1);
        AuditRow row = recorded().get(0);
        assertThat(row.getActor().map(actor -> actor.uuid()))
                .isEqualTo(house.user.actor().map(actor -> actor.uuid()));
        assertThat(Optional.ofNullable(row.getPatientUuid())).isEmpty();
        assertThat(row.getDetail()).matches("\\d+ inputs of \\d+ rules");
    }
}
