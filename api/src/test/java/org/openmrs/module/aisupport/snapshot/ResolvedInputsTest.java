/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmrs.module.aisupport.platform.ChartReader.MappedConcept;
import org.openmrs.module.aisupport.testing.FakeSettings;

/** Which concepts of a dictionary the module's own mapping takes for which input. */
@Tag("E1")
class ResolvedInputsTest {

    private final ConceptMapping mapping = new ConceptMappings(new FakeSettings(), () -> Path.of("none")).current();
    private final FakeChart dictionary = new FakeChart();

    private List<MappedConcept> conceptsFor(String input) {
        return resolve().conceptsOf(mapping.inputs().get(input));
    }

    private boolean isAvailable(String input) {
        return resolve().isAvailable(mapping.inputs().get(input));
    }

    private ResolvedInputs resolve() {
        return ResolvedInputs.resolve(List.copyOf(mapping.inputs().values()), dictionary);
    }

    @ParameterizedTest(name = "{1} {2} is {0}")
    @CsvSource({
        "creatinine, CIEL, 790",
        "creatinine, CIEL, 164364",
        "creatinine, LOINC, 14682-9",
        "creatinine, LOINC, 2160-0",
        "hba1c, CIEL, 159644",
        "hba1c, SNOMED-CT, 43396009",
        "hba1c, LOINC, 4548-4",
        "hba1c, LOINC, 59261-8",
        "systolic-bp, CIEL, 5085",
        "systolic-bp, LOINC, 8480-6",
        "systolic-bp, SNOMED CT, 271649006",
        "diastolic-bp, CIEL, 5086",
        "diastolic-bp, LOINC, 8462-4",
        "diastolic-bp, SNOMED-CT, 271650006",
        "metformin, CIEL, 79651",
        "metformin, RxNORM, 6809",
        "metformin, WHOATC, A10BA02",
        "metformin, SNOMED-CT, 109081006",
        "metformin, SNOMED CT, 372567009",
        "diabetes, CIEL, 119481",
        "diabetes, CIEL, 142474",
        "diabetes, SNOMED CT, 73211009",
        "diabetes, ICD-10-WHO, E14.9",
        "diabetes, ICD-10, E10",
        "hypertension, CIEL, 117399",
        "hypertension, CIEL, 117401",
        "hypertension, SNOMED-CT, 38341003",
        "hypertension, ICD-10-WHO, I10",
        "pregnancy, SNOMED CT, 77386006",
        "potassium, CIEL, 1133",
        "potassium, LOINC, 2823-3",
        "potassium, SNOMED CT, 271236005",
        "ras-blocker, WHOATC, C09AA05",
        "ras-blocker, WHOATC, C09DX04",
        "ras-blocker, RxNORM, 29046",
        "ras-blocker, CIEL, 78945",
        "mra, WHOATC, C03DA05",
        "nitrofurantoin, WHOATC, J01XE01",
        "nitrofurantoin, WHOATC, J01XE51",
        "nitrofurantoin, RxNORM, 7454",
        "nsaid, WHOATC, M01AE01",
        "nsaid, WHOATC, M01AH05",
        "nsaid, WHOATC, M01AX17",
        "nsaid, RxNORM, 5640",
        "nsaid, CIEL, 77897",
        "diuretic, WHOATC, C03CA01",
        "diuretic, WHOATC, C07BB07",
        "diuretic, RxNORM, 4603",
        "diuretic, CIEL, 77696",
        "ckd, CIEL, 145438",
        "ckd, CIEL, 167848",
        "ckd, SNOMED CT, 709044004",
        "ckd, SNOMED-CT, 700379002",
        "ckd, ICD-10-WHO, N18.3",
        "kidney-failure, CIEL, 113338",
        "kidney-failure, SNOMED CT, 105502003",
        "kidney-failure, ICD-10-WHO, Z99.2",
        "acute-kidney-injury, CIEL, 121849",
        "acute-kidney-injury, SNOMED CT, 14669001",
        "acute-kidney-injury, ICD-10-WHO, N17.9",
        "urine-acr-or-pcr, LOINC, 9318-7",
        "urine-acr-or-pcr, LOINC, 32294-1",
        "urine-acr-or-pcr, LOINC, 2890-2",
        "urine-acr-or-pcr, CIEL, 164948",
        "lithium, WHOATC, N05AN01",
        "lithium, RxNORM, 6448",
        "lithium-level, LOINC, 14334-7",
        "tsh, LOINC, 3016-3",
        "tsh, CIEL, 161505",
        "calcium, LOINC, 2000-8",
        "calcium, LOINC, 17861-6",
        "calcium, CIEL, 159497",
        "pregnancy-status, CIEL, 5272",
        "atrial-fibrillation, CIEL, 148203",
        "atrial-fibrillation, CIEL, 148202",
        "atrial-fibrillation, SNOMED-CT, 49436004",
        "atrial-fibrillation, ICD-10-WHO, I48.9",
        "heart-failure, CIEL, 139069",
        "heart-failure, SNOMED CT, 84114007",
        "heart-failure, ICD-10-WHO, I50.9",
        "stroke-or-tia, CIEL, 111103",
        "stroke-or-tia, SNOMED CT, 266257000",
        "stroke-or-tia, ICD-10-WHO, I63.9",
        "stroke-or-tia, ICD-10-WHO, G45.9",
        "arterial-disease, CIEL, 115432",
        "arterial-disease, SNOMED-CT, 194828000",
        "arterial-disease, ICD-10-WHO, I25.1",
        "arterial-disease, ICD-10-WHO, Z95.5",
        "arterial-disease, CIEL, 114212",
        "arterial-disease, ICD-10-WHO, I70.20",
        "mitral-stenosis-or-valve, CIEL, 134082",
        "mitral-stenosis-or-valve, ICD-10-WHO, Z95.2",
        "vitamin-k-antagonist, WHOATC, B01AA03",
        "vitamin-k-antagonist, RxNORM, 11289",
        "heparin, WHOATC, B01AB05",
        "heparin, WHOATC, B01AX05",
        "heparin, CIEL, 77413",
        "antiplatelet, WHOATC, B01AC06",
        "antiplatelet, RxNORM, 32968",
        "statin, WHOATC, C10AA05",
        "statin, WHOATC, C10BA05",
        "statin, WHOATC, C10BX09",
        "statin, WHOATC, A10BH51",
        "statin, RxNORM, 83367",
        "brain-haemorrhage, CIEL, 145864",
        "brain-haemorrhage, SNOMED CT, 274100004",
        "brain-haemorrhage, ICD-10-WHO, I61.9",
        "methotrexate, WHOATC, L04AX03",
        "methotrexate, WHOATC, L01BA01",
        "methotrexate, RxNORM, 6851",
        "white-blood-cells, CIEL, 678",
        "white-blood-cells, LOINC, 6690-2",
        "alt, CIEL, 654",
        "alt, LOINC, 1742-6",
        "ast, CIEL, 653",
        "ast, LOINC, 1920-8",
        "cancer, CIEL, 116030",
        "cancer, ICD-10-WHO, C50.9",
        "fatty-liver-or-type-2-diabetes, SNOMED CT, 197321007",
        "fatty-liver-or-type-2-diabetes, ICD-10-WHO, K76.0",
        "cirrhosis, CIEL, 145091",
        "cirrhosis, ICD-10-WHO, K74.6",
        "platelets, CIEL, 729",
        "platelets, LOINC, 777-3",
        "haemoglobin, CIEL, 21",
        "haemoglobin, LOINC, 718-7",
        "ferritin, CIEL, 161511",
        "ferritin, LOINC, 2276-4",
        "iron-deficiency, CIEL, 1226",
        "iron-deficiency, ICD-10-WHO, D50.9",
        "iron, WHOATC, B03AA07",
        "weight, CIEL, 5089",
        "weight, LOINC, 29463-7",
        "weight, SNOMED-CT, 27113001",
        "home-systolic-bp, SNOMED CT, 413606001",
        "home-systolic-bp, SNOMED-CT, 314446007",
        "home-diastolic-bp, SNOMED CT, 413605002",
        "home-diastolic-bp, SNOMED-CT, 314461008",
        "total-cholesterol, CIEL, 1006",
        "total-cholesterol, LOINC, 2093-3",
        "hdl-cholesterol, CIEL, 1007",
        "hdl-cholesterol, LOINC, 2085-9",
        "smoking-status, CIEL, 163201",
        "smoking-status, LOINC, 72166-2",
        "smoking, CIEL, 152722",
        "smoking, ICD-10-WHO, Z72.0",
        "lipid-lowering, WHOATC, C10BA10",
        "lipid-lowering, WHOATC, C10AX09",
        "lipid-lowering, WHOATC, C10AB05",
        "familial-hypercholesterolaemia, SNOMED CT, 398036000",
    })
    void a_code_that_dictionaries_use_is_found_under_either_name_of_its_system(
            String input, String source, String code) {
        dictionary.concept(1, source, code);

        assertThat(conceptsFor(input)).extracting(MappedConcept::id).containsExactly(1);
        assertThat(mapping.inputs().keySet())
                .filteredOn(other -> !other.equals(input))
                .as("and stands for nothing else")
                .allSatisfy(other -> assertThat(conceptsFor(other)).isEmpty());
    }

    @ParameterizedTest(name = "{0} and {1}: {2} {3}")
    @CsvSource({
        "apixaban, doac, WHOATC, B01AF02",
        "apixaban, doac, RxNORM, 1364430",
        "rivaroxaban, doac, WHOATC, B01AF01",
        "rivaroxaban, doac, RxNORM, 1114195",
        "edoxaban, doac, WHOATC, B01AF03",
        "dabigatran, doac, WHOATC, B01AE07",
        "dabigatran, doac, RxNORM, 1037042",
        "diabetes, fatty-liver-or-type-2-diabetes, CIEL, 142473",
        "diabetes, fatty-liver-or-type-2-diabetes, SNOMED-CT, 44054006",
        "diabetes, fatty-liver-or-type-2-diabetes, ICD-10-WHO, E11.9",
    })
    void a_code_may_stand_for_two_inputs_and_then_for_no_third(
            String input, String another, String source, String code) {
        dictionary.concept(1, source, code);

        assertThat(mapping.inputs().keySet())
                .filteredOn(any -> !conceptsFor(any).isEmpty())
                .containsExactlyInAnyOrder(input, another);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "gestational diabetes, CIEL, 1449",
        "gestational diabetes, SNOMED CT, 11687002",
        "gestational diabetes, ICD-10-WHO, O24.4",
        "a raised reading, CIEL, 140147",
        "a raised reading, SNOMED-CT, 24184005",
        "a raised reading, ICD-10-WHO, R03.0",
        "hypertension in pregnancy, CIEL, 113859",
        "hypertension in pregnancy, CIEL, 113858",
        "hypertension in pregnancy, ICD-10-WHO, O13",
        "a panel of blood pressures, LOINC, 35094-2",
        "creatinine clearance, CIEL, 161134",
        "a calculated eGFR, CIEL, 161133",
        "another kind of diabetes, ICD-10-WHO, E23.2",
        "aliskiren, WHOATC, C09XA02",
        "glucosamine, WHOATC, M01AX05",
        "diclofenac for the skin, WHOATC, M02AA15",
        "epoprostenol, WHOATC, B01AC09",
        "transient global amnesia, ICD-10-WHO, G45.4",
        "pemetrexed, WHOATC, L01BA04",
        "folic acid, WHOATC, B03BB01",
        "another anaemia, ICD-10-WHO, D64.9",
        "leucocytes in urine, CIEL, 163684",
        "a benign tumour, ICD-10-WHO, D27",
        "statins as a class, CIEL, 162307",
        "an epidural bleeding after injury, ICD-10-WHO, S06.4",
        "a biological heart valve, ICD-10-WHO, Z95.3",
        "mitral regurgitation, ICD-10-WHO, I34.0",
        "a fibrinolytic, WHOATC, B01AD02",
        "tolvaptan, WHOATC, C03XA01",
        "a kidney stone, ICD-10-WHO, N20.0",
        "another transplant, ICD-10-WHO, Z94.1",
        "albumin in urine alone, LOINC, 1754-1",
        "pulmonary hypertension, ICD-10-WHO, I27.0",
        "a mean of readings of whatever kind, LOINC, 96608-5",
        "an ambulatory mean of a whole day and night, SNOMED CT, 314449000",
        "fish oil, WHOATC, C10AX06",
        "LDL cholesterol, CIEL, 1008",
        "hyperlipidaemia, CIEL, 117441",
        "a former smoker, CIEL, 152807",
    })
    void a_code_that_only_looks_alike_stands_for_nothing(String what, String source, String code) {
        dictionary.concept(1, source, code);

        assertThat(mapping.inputs().keySet())
                .allSatisfy(input -> assertThat(conceptsFor(input)).as(what).isEmpty());
    }

    @Test
    void the_same_code_in_another_system_is_another_thing() {
        dictionary.concept(1, "LOINC", "790", "umol/L").concept(2, "CIEL", "E11.9");

        assertThat(conceptsFor("creatinine")).isEmpty();
        assertThat(conceptsFor("diabetes")).isEmpty();
    }

    @Test
    void a_code_without_a_star_is_not_a_prefix() {
        dictionary.concept(1, "CIEL", "7901").concept(2, "SNOMED CT", "432");

        assertThat(conceptsFor("creatinine")).isEmpty();
    }

    @Test
    void a_concept_with_two_mappings_is_one_concept() {
        dictionary.concept(1, "CIEL", "159644", "%").concept(1, "SNOMED CT", "43396009", "%");

        assertThat(conceptsFor("hba1c")).hasSize(1);
    }

    @Test
    void a_dictionary_without_the_concept_can_not_supply_the_input() {
        dictionary.concept(1, "CIEL", "790", "umol/L");

        assertThat(isAvailable("creatinine")).isTrue();
        assertThat(isAvailable("hba1c")).isFalse();
        assertThat(isAvailable("diabetes")).isFalse();
    }

    @Test
    void a_question_without_its_yes_can_not_be_read() {
        dictionary.concept(1, "CIEL", "5272");
        assertThat(isAvailable("pregnancy-status")).isFalse();

        dictionary.concept(2, "CIEL", "1065");
        assertThat(isAvailable("pregnancy-status")).isTrue();
    }

    @Test
    void no_unknown_is_a_yes() {
        dictionary
                .concept(1, "CIEL", "5272")
                .concept(2, "CIEL", "1065")
                .concept(3, "CIEL", "1066")
                .concept(4, "CIEL", "1067");
        InputDefinition status = mapping.inputs().get("pregnancy-status");

        assertThat(resolve().answer(status, 2)).contains(true);
        assertThat(resolve().answer(status, 3)).contains(false);
        assertThat(resolve().answer(status, 4)).isEmpty();
    }

    @Test
    void the_dictionary_is_asked_once_for_all_inputs() {
        resolve();

        assertThat(dictionary.calls()).containsExactly("conceptsMappedTo");
    }

    @Test
    void no_inputs_need_no_dictionary() {
        ResolvedInputs none = ResolvedInputs.resolve(List.of(), dictionary);

        assertThat(none.definitions()).isEmpty();
        assertThat(dictionary.calls()).isEmpty();
    }
}
