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
            .layer("charting")
            .definedBy(ROOT + ".charting..")
            .layer("suggestion")
            .definedBy(ROOT + ".suggestion..")
            .layer("status")
            .definedBy(ROOT + ".status..")
            .whereLayer("status")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("suggestion")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("charting")
            .mayOnlyBeAccessedByLayers("suggestion", "status")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("charting", "suggestion", "status")
            .whereLayer("snapshot")
            .mayOnlyBeAccessedByLayers("engine", "charting", "suggestion", "status")
            .whereLayer("consent")
            .mayOnlyBeAccessedByLayers("snapshot", "engine", "suggestion", "status")
            .whereLayer("audit")
            .mayOnlyBeAccessedByLayers("consent", "engine", "charting", "suggestion", "status");

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
            .callConstructor(Permit.class, PatientRef.class, Purpose.class, boolean.class, Instant.class);

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
            .resideInAPackage(ROOT + ".engine.guidelines..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.hibernate..", "org.springframework..", ROOT + ".consent.."))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(SnapshotBuilder.class, ChartReader.class);

    @ArchTest
    static final ArchRule A1_what_is_append_only_has_no_setter = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(AppendOnly.class)
            .should()
            .haveNameStartingWith("set");
}
