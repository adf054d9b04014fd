/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Set;
import org.openmrs.module.aisupport.consent.ConsentGate;
import org.openmrs.module.aisupport.consent.Permit;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.persistence.AppendOnly;
import org.openmrs.module.aisupport.platform.ChartReader;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.snapshot.Snapshot;
import org.openmrs.module.aisupport.snapshot.SnapshotBuilder;

/** The arrows of the house. */
@AnalyzeClasses(packages = "org.openmrs.module.aisupport", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.openmrs.module.aisupport";

    private static final DescribedPredicate<JavaClass> THE_PLATFORM =
            resideInAPackage("org.openmrs..").and(DescribedPredicate.not(resideInAPackage(ROOT + "..")));

    @ArchTest
    static final ArchRule arrows_run_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("platform")
            .definedBy(ROOT + ".platform..")
            .layer("persistence")
            .definedBy(ROOT + ".persistence..")
            .layer("validation")
            .definedBy(ROOT + ".validation..")
            .layer("audit")
            .definedBy(ROOT + ".audit..")
            .layer("consent")
            .definedBy(ROOT + ".consent..")
            .layer("snapshot")
            .definedBy(ROOT + ".snapshot..")
            .layer("engine")
            .definedBy(ROOT + ".engine..")
            .layer("egress")
            .definedBy(ROOT + ".egress..")
            .layer("charting")
            .definedBy(ROOT + ".charting..")
            .layer("suggestion")
            .definedBy(ROOT + ".suggestion..")
            .layer("feedback")
            .definedBy(ROOT + ".feedback..")
            .layer("report")
            .definedBy(ROOT + ".report..")
            .layer("status")
            .definedBy(ROOT + ".status..")
            .layer("metrics")
            .definedBy(ROOT + ".metrics..")
            .layer("statistics")
            .definedBy(ROOT + ".statistics..")
            .whereLayer("report")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("statistics")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("metrics")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("status")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("feedback")
            .mayOnlyBeAccessedByLayers("status")
            .whereLayer("suggestion")
            .mayOnlyBeAccessedByLayers("feedback", "report", "statistics", "metrics")
            .whereLayer("charting")
            .mayOnlyBeAccessedByLayers("suggestion", "report", "status")
            .whereLayer("egress")
            .mayOnlyBeAccessedByLayers("suggestion", "feedback", "status")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("egress", "charting", "suggestion", "feedback", "report", "statistics", "status")
            .whereLayer("snapshot")
            .mayOnlyBeAccessedByLayers("engine", "egress", "charting", "suggestion", "report", "statistics", "status")
            .whereLayer("consent")
            .mayOnlyBeAccessedByLayers(
                    "snapshot",
                    "engine",
                    "egress",
                    "suggestion",
                    "feedback",
                    "report",
                    "statistics",
                    "status",
                    "metrics")
            .whereLayer("audit")
            .mayOnlyBeAccessedByLayers(
                    "consent",
                    "engine",
                    "egress",
                    "charting",
                    "suggestion",
                    "feedback",
                    "report",
                    "statistics",
                    "status",
                    "metrics");

    @ArchTest
    static final ArchRule only_the_adapters_know_the_platform = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".platform.openmrs..", ROOT + ".sandbox..")
            .should()
            .dependOnClassesThat(THE_PLATFORM.and(
                    DescribedPredicate.not(resideInAnyPackage("org.openmrs.annotation", "org.openmrs.api")
                            .and(DescribedPredicate.describe(
                                    "service markers",
                                    type -> type.getSimpleName().equals("Authorized")
                                            || type.getSimpleName().equals("OpenmrsService"))))));

    @ArchTest
    static final ArchRule C5_only_the_gate_makes_permits = noClasses()
            .that()
            .doNotBelongToAnyOf(ConsentGate.class, Permit.class)
            .should()
            .callConstructor(Permit.class, PatientRef.class, Purpose.class, boolean.class, Set.class, Instant.class);

    @ArchTest
    static final ArchRule E1_only_the_builder_makes_snapshots = classes()
            .that()
            .belongToAnyOf(Snapshot.class)
            .should()
            .onlyBeAccessed()
            .byAnyPackage(ROOT + ".snapshot..", ROOT + ".engine..", ROOT + ".suggestion..")
            .andShould()
            .haveOnlyFinalFields();

    @ArchTest
    static final ArchRule E1_engines_reach_neither_database_nor_patient = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".engine.guidelines..", ROOT + ".engine.notes..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.hibernate..", "org.springframework..", ROOT + ".consent.."))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(SnapshotBuilder.class, ChartReader.class);

    /** They are loaded beside ONNX Runtime, in a class loader that outlives the module and doesn't know it. */
    @ArchTest
    static final ArchRule E2_what_calls_onnx_runtime_knows_nothing_of_the_module = classes()
            .that()
            .resideInAPackage(ROOT + ".engine.notes.onnx..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "ai.onnxruntime..", ROOT + ".engine.notes.onnx.."))
            .andShould()
            .onlyHaveDependentClassesThat(resideInAPackage(ROOT + ".engine.notes.onnx.."));

    @ArchTest
    static final ArchRule E2_nothing_else_calls_onnx_runtime = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".engine.notes.onnx..")
            .should()
            .dependOnClassesThat(resideInAPackage("ai.onnxruntime.."));
    /** Clients of what stands outside know neither patients nor consent: they get a snapshot, which exists only after a permit. */
    @ArchTest
    static final ArchRule E3_engines_outside_are_plain_java = noClasses()
            .that()
            .resideInAPackage(ROOT + ".engine.outside..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.hibernate..",
                    "org.springframework..",
                    ROOT + ".consent..",
                    ROOT + ".audit..",
                    ROOT + ".persistence.."))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(SnapshotBuilder.class, ChartReader.class);

    @ArchTest
    static final ArchRule X2_one_place_opens_connections = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".engine.outside.http..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net.http..", "javax.net..", "org.apache.http.."))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.HttpURLConnection");

    @ArchTest
    static final ArchRule A1_what_is_append_only_has_no_setter = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(AppendOnly.class)
            .should()
            .haveNameStartingWith("set");
}
