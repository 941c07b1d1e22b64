package io.guildhall.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.guildhall", importOptions = DoNotIncludeTests.class)
final class DependencyRules {

    @ArchTest
    static final ArchRule domainKnowsOnlyTheJdk =
            classes()
                    .that()
                    .resideInAPackage(Module.DOMAIN.packages())
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.jspecify..", Module.DOMAIN.packages());

    @ArchTest
    static final ArchRule applicationKnowsOnlyTheDomain =
            classes()
                    .that()
                    .resideInAPackage(Module.APPLICATION.packages())
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            Module.DOMAIN.packages(),
                            Module.APPLICATION.packages());

    @ArchTest
    static final ArchRule wireKnowsOnlyTheDomainAndJackson =
            classes()
                    .that()
                    .resideInAPackage(Module.WIRE.packages())
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "com.fasterxml.jackson..",
                            Module.DOMAIN.packages(),
                            Module.WIRE.packages());

    @ArchTest
    static final ArchRule restMeetsNoOtherAdapter =
            meetsNoOther(
                    Module.REST,
                    Module.WEB,
                    Module.PERSISTENCE,
                    Module.PAYMENTS,
                    Module.MESSAGING,
                    Module.QUALITY,
                    Module.CHAIN,
                    Module.GITHUB);

    @ArchTest
    static final ArchRule webMeetsNoOtherAdapter =
            meetsNoOther(
                    Module.WEB,
                    Module.REST,
                    Module.PERSISTENCE,
                    Module.PAYMENTS,
                    Module.MESSAGING,
                    Module.QUALITY,
                    Module.CHAIN,
                    Module.GITHUB);

    @ArchTest
    static final ArchRule persistenceMeetsNoOtherAdapter =
            meetsNoOther(
                    Module.PERSISTENCE,
                    Module.REST,
                    Module.WEB,
                    Module.PAYMENTS,
                    Module.MESSAGING,
                    Module.QUALITY,
                    Module.CHAIN,
                    Module.GITHUB);

    @ArchTest
    static final ArchRule paymentsMeetNoOtherAdapter =
            meetsNoOther(
                    Module.PAYMENTS,
                    Module.REST,
                    Module.WEB,
                    Module.PERSISTENCE,
                    Module.MESSAGING,
                    Module.QUALITY,
                    Module.CHAIN,
                    Module.GITHUB);

    @ArchTest
    static final ArchRule messagingMeetsNoOtherAdapter =
            meetsNoOther(
                    Module.MESSAGING,
                    Module.REST,
                    Module.WEB,
                    Module.PERSISTENCE,
                    Module.PAYMENTS,
                    Module.QUALITY,
                    Module.CHAIN,
                    Module.GITHUB);

    @ArchTest
    static final ArchRule qualityMeetsNoOtherAdapter =
            meetsNoOther(
                    Module.QUALITY,
                    Module.REST,
                    Module.WEB,
                    Module.PERSISTENCE,
                    Module.PAYMENTS,
                    Module.MESSAGING,
                    Module.CHAIN,
                    Module.GITHUB);

    @ArchTest
    static final ArchRule chainMeetsNoOtherAdapter =
            meetsNoOther(
                    Module.CHAIN,
                    Module.REST,
                    Module.WEB,
                    Module.PERSISTENCE,
                    Module.PAYMENTS,
                    Module.MESSAGING,
                    Module.QUALITY,
                    Module.GITHUB);

    @ArchTest
    static final ArchRule githubMeetsNoOtherAdapter =
            meetsNoOther(
                    Module.GITHUB,
                    Module.REST,
                    Module.WEB,
                    Module.PERSISTENCE,
                    Module.PAYMENTS,
                    Module.MESSAGING,
                    Module.QUALITY,
                    Module.CHAIN);

    @ArchTest
    static final ArchRule nobodyKnowsBootstrap =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(Module.BOOTSTRAP.packages())
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(Module.BOOTSTRAP.packages());

    private DependencyRules() {}

    private static ArchRule meetsNoOther(Module adapter, Module... others) {
        String[] packages =
                java.util.Arrays.stream(others).map(Module::packages).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(adapter.packages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
