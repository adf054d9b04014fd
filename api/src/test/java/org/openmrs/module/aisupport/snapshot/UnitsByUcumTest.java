/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openmrs.module.aisupport.testing.FakeSettings;

/** Harm: a factor of the mapping is wrong, and every value in that unit with it. UCUM's own table reckons each of them again (ADR 11). */
@Tag("E2")
class UnitsByUcumTest {

    /** How dictionaries write a unit that UCUM writes otherwise. Of enzymes an international unit is a unit, of hormones it is not. */
    private static final Map<String, String> IN_UCUM = Map.ofEntries(
            Map.entry("mcmol/L", "umol/L"),
            Map.entry("mEq/L", "meq/L"),
            Map.entry("mmHg", "mm[Hg]"),
            Map.entry("mm Hg", "mm[Hg]"),
            Map.entry("mIU/L", "m[IU]/L"),
            Map.entry("mU/L", "m[IU]/L"),
            Map.entry("uIU/mL", "u[IU]/mL"),
            Map.entry("uU/mL", "u[IU]/mL"),
            Map.entry("IU/L", "U/L"),
            Map.entry("lb", "[lb_av]"),
            Map.entry("lbs", "[lb_av]"),
            Map.entry("gm/dL", "g/dL"),
            Map.entry("10^9/L", "10*9/L"),
            Map.entry("x10^9/L", "10*9/L"),
            Map.entry("10^3/uL", "10*3/uL"),
            Map.entry("x10^3/uL", "10*3/uL"),
            Map.entry("K/uL", "10*3/uL"),
            Map.entry("", "1"),
            Map.entry("points", "{score}"),
            Map.entry("score", "{score}"));

    /** Grams in a mole of what is measured, or of what it is measured against. */
    private static final Map<String, Double> GRAMS_IN_A_MOLE = Map.of(
            "creatinine", 113.12,
            "calcium", 40.078,
            "urine-acr-or-pcr", 113.12,
            "total-cholesterol", 386.65,
            "hdl-cholesterol", 386.65);

    /** Where UCUM does not say what is meant; why stands beside. */
    private static final Set<String> NOT_BY_UCUM = Set.of(
            "hba1c %", // two ways of counting, which a regression ties (NGSP and IFCC), and not two units of one
            "platelets 10^3/mL"); // how some dictionaries write what is in 10^3/uL: within what can be, there are no
    // others

    private static final UcumService UCUM = ucum();

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("conversions")
    void each_factor_is_what_ucum_makes_of_it(String input, String recorded, String own, double factor)
            throws UcumException {
        assertThat(factor).isCloseTo(reckoned(input, inUcum(recorded), inUcum(own)), within(0.002 * factor));
    }

    static Stream<Arguments> conversions() {
        return mapping().inputs().values().stream()
                .filter(input -> input.kind() == InputDefinition.Kind.MEASUREMENT)
                .flatMap(input -> input.units().stream().flatMap(unit -> unit.names().stream()
                        .filter(name -> !NOT_BY_UCUM.contains(input.id() + " " + name))
                        .map(name -> Arguments.of(input.id(), name, input.unit(), unit.factor()))));
    }

    /** Why a unit that the mapping does not name is not left to UCUM at run time. */
    @Test
    void to_ucum_a_mole_is_a_number_so_that_it_would_convert_what_must_not_be() throws UcumException {
        assertThat(convert("%", "mmol/mol")).isEqualTo(10);
        assertThat(convert("meq/L", "mmol/L")).isEqualTo(1); // of calcium it is 0.5
        assertThat(UCUM.isComparable("/uL", "umol/L")).isTrue();
    }

    private static double reckoned(String input, String recorded, String own) throws UcumException {
        if (UCUM.isComparable(recorded, own)) {
            return convert(recorded, own);
        }
        double gramsInAMole = GRAMS_IN_A_MOLE.get(input);
        return input.equals("urine-acr-or-pcr")
                ? convert(recorded, "mg/g") * gramsInAMole / 1000
                : convert(recorded, "g/L") / gramsInAMole * convert("mol/L", own);
    }

    private static double convert(String from, String to) throws UcumException {
        return Double.parseDouble(UCUM.convert(new Decimal("1"), from, to).asDecimal());
    }

    private static String inUcum(String name) {
        String plain = name.replace('\u00b5', 'u').replace('\u03bc', 'u');
        return IN_UCUM.getOrDefault(plain, plain);
    }

    private static ConceptMapping mapping() {
        return new ConceptMappings(new FakeSettings(), () -> Path.of("none")).current();
    }

    private static UcumService ucum() {
        try {
            return new UcumEssenceService(UcumService.class.getResourceAsStream("/ucum-essence.xml"));
        } catch (UcumException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void each_exception_is_one_that_the_mapping_has() {
        List<String> units = mapping().inputs().values().stream()
                .flatMap(input -> input.units().stream()
                        .flatMap(unit -> unit.names().stream().map(name -> input.id() + " " + name)))
                .toList();

        assertThat(units).containsAll(NOT_BY_UCUM);
    }
}
