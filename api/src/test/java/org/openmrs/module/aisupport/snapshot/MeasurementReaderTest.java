/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.openmrs.module.aisupport.snapshot.SnapshotFixture.NOW;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.platform.ChartReader.MappedConcept;
import org.openmrs.module.aisupport.platform.ChartReader.ObservationRow;
import org.openmrs.module.aisupport.testing.FakeSettings;

/** Units, conversions and limits of recorded numbers, with the module's own mapping. */
@Tag("E1")
class MeasurementReaderTest {

    private final ConceptMapping mapping = new ConceptMappings(new FakeSettings(), () -> Path.of("none")).current();
    private final MeasurementReader reader = new MeasurementReader(ZoneOffset.UTC);

    private Optional<Measurement> read(String input, double number, String unit) {
        return reader.read(mapping.inputs().get(input), conceptWith(unit), row(Optional.of(number)));
    }

    private static MappedConcept conceptWith(String unit) {
        return new MappedConcept(1, "c", "The test", "CIEL", "790", Optional.ofNullable(unit));
    }

    private static ObservationRow row(Optional<Double> number) {
        return new ObservationRow(
                "obs-1", 1, Optional.of("encounter-1"), NOW, number, Optional.empty(), Optional.empty(), Set.of());
    }

    @ParameterizedTest(name = "{0} mg/dL of creatinine is {1} µmol/L")
    @CsvSource({"1, 88.4", "0.9, 79.56", "1.8, 159.12", "12, 1060.8"})
    void creatinine_in_milligrams_per_decilitre_is_converted(double recorded, double value) {
        Measurement measurement = read("creatinine", recorded, "mg/dL").orElseThrow();

        assertThat(measurement.value()).isCloseTo(value, within(1e-9));
        assertThat(measurement.recordedValue()).isEqualTo(recorded);
        assertThat(measurement.recordedUnit()).isEqualTo("mg/dL");
    }

    /** The pairs of the published tables; the equation is NGSP = 0.09148 × IFCC + 2.152. */
    @ParameterizedTest(name = "HbA1c of {0} % is {1} mmol/mol")
    @CsvSource({"6.0, 42", "6.5, 48", "7.0, 53", "8.0, 64", "9.0, 75", "10.0, 86"})
    void hba1c_in_percent_is_converted(double percent, long mmolPerMol) {
        double value = read("hba1c", percent, "%").orElseThrow().value();

        assertThat(Math.round(value)).isEqualTo(mmolPerMol);
        assertThat(0.09148 * value + 2.152).as("and back").isCloseTo(percent, within(1e-5));
    }

    @Test
    void a_value_in_the_unit_of_the_input_stays_as_it_is() {
        assertThat(read("hba1c", 48, "mmol/mol").orElseThrow().value()).isEqualTo(48);
        assertThat(read("creatinine", 104, "umol/L").orElseThrow().value()).isEqualTo(104);
    }

    @Test
    void what_is_read_names_its_record() {
        Measurement measurement = read("systolic-bp", 140, "mmHg").orElseThrow();

        assertThat(measurement.record())
                .isEqualTo(new RecordLink(RecordLink.Type.OBS, "obs-1", Optional.of("encounter-1"), Optional.of("c")));
        assertThat(measurement.at()).isEqualTo(NOW);
        assertThat(measurement.name()).isEqualTo("The test");
    }

    @ParameterizedTest(name = "creatinine in ''{0}''")
    @ValueSource(strings = {"umol/L", "umol/l", "µmol/L", "μmol/L", "mcmol/L", " umol/L "})
    void a_spelling_of_the_unit_that_dictionaries_use_is_known(String unit) {
        assertThat(read("creatinine", 90, unit)).map(Measurement::value).contains(90.0);
        assertThat(reader.notes()).isEmpty();
    }

    @ParameterizedTest(name = "{0} in ''{1}''")
    @CsvSource({"creatinine, UMOL/L, 90", "creatinine, mcmol/l, 90", "creatinine, MG/DL, 1", "systolic-bp, mmhg, 130"})
    void a_unit_is_known_in_whatever_case_it_is_written(String input, String unit, double number) {
        assertThat(read(input, number, unit)).isPresent();
    }

    @ParameterizedTest(name = "''{0}'' is {1}")
    @CsvSource({
        "umol/L, true",
        "UMOL/L, true",
        "µmol/L, true",
        "μmol/L, true",
        "mcmol/L, true",
        "mmol/L, false",
        "mol/L, false",
        "mcg/L, false",
        "umol, false"
    })
    void a_mapping_that_names_a_unit_once_knows_it_in_every_spelling_and_no_other_unit(String unit, boolean known) {
        InputDefinition own = mapping.inputs().get("creatinine");
        InputDefinition once = new InputDefinition(
                own.id(),
                own.label(),
                own.kind(),
                own.codes(),
                own.answers(),
                own.noAnswers(),
                own.unit(),
                List.of(new InputDefinition.UnitConversion(List.of("µmol/L"), 1, 0)),
                own.plausibleMin(),
                own.plausibleMax(),
                own.sameDayRatio(),
                own.staleAfterDays());

        assertThat(reader.read(once, conceptWith(unit), row(Optional.of(90.0))).isPresent())
                .isEqualTo(known);
    }

    @ParameterizedTest(name = "creatinine in ''{0}''")
    @ValueSource(strings = {"mmol/L", "mg/L", "ml/min/1.73m2", "%", ""})
    void an_unknown_unit_is_not_used_and_leaves_a_note(String unit) {
        assertThat(read("creatinine", 90, unit)).isEmpty();
        assertThat(reader.notes()).singleElement().satisfies(note -> {
            assertThat(note.input()).contains("creatinine");
            assertThat(note.text()).contains("The test", "'" + unit + "'", "not used");
        });
    }

    @Test
    void a_concept_without_a_unit_is_not_taken_for_the_usual_one() {
        assertThat(read("creatinine", 90, null)).isEmpty();
        assertThat(reader.notes()).hasSize(1);
    }

    @ParameterizedTest(name = "{0} of {1} {2}: used {3}")
    @CsvSource({
        "creatinine, 9.99, umol/L, false",
        "creatinine, 10, umol/L, true",
        "creatinine, 3000, umol/L, true",
        "creatinine, 3000.1, umol/L, false",
        "creatinine, 0.1, mg/dL, false",
        "creatinine, 90, mg/dL, false",
        "hba1c, 14.9, mmol/mol, false",
        "hba1c, 15, mmol/mol, true",
        "hba1c, 200.1, mmol/mol, false",
        "hba1c, 48, %, false",
        "systolic-bp, 49, mmHg, false",
        "systolic-bp, 50, mmHg, true",
        "systolic-bp, 300, mmHg, true",
        "systolic-bp, 301, mmHg, false",
        "diastolic-bp, 19, mmHg, false",
        "diastolic-bp, 200, mmHg, true",
        "diastolic-bp, 201, mmHg, false"
    })
    void a_value_outside_the_plausible_limits_is_not_used(String input, double number, String unit, boolean used) {
        assertThat(read(input, number, unit).isPresent()).isEqualTo(used);
        assertThat(reader.notes()).hasSize(used ? 0 : 1);
    }

    @Test
    void the_note_on_an_implausible_value_says_it_as_recorded_with_its_day_in_the_practice() {
        MeasurementReader inSamoa = new MeasurementReader(ZoneId.of("Pacific/Apia"));

        inSamoa.read(mapping.inputs().get("creatinine"), conceptWith("mg/dL"), row(Optional.of(90.5)));

        assertThat(inSamoa.notes())
                .containsExactly(Snapshot.QualityNote.about(
                        "creatinine", "The test 90.5 mg/dL on 2026-11-25 is not plausible and was not used"));
    }

    @Test
    void the_same_note_is_given_once() {
        read("creatinine", 90, "mmol/L");
        read("creatinine", 91, "mmol/L");

        assertThat(reader.notes()).hasSize(1);
    }

    @Test
    void an_observation_without_a_number_is_passed_over() {
        assertThat(reader.read(mapping.inputs().get("creatinine"), conceptWith("umol/L"), row(Optional.empty())))
                .isEmpty();
        assertThat(reader.notes()).isEmpty();
    }
}
