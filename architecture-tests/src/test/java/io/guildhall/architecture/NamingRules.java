package io.guildhall.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.DomainEvent;

/** What things are called, so that they are found. */
@AnalyzeClasses(packages = "io.guildhall", importOptions = DoNotIncludeTests.class)
final class NamingRules {

    private static final DescribedPredicate<JavaClass> CONCRETE =
            describe("are no interfaces", type -> !type.isInterface());

    @ArchTest
    static final ArchRule eventsAreRecords =
            classes().that().areAssignableTo(DomainEvent.class).and(CONCRETE).should().beRecords();

    @ArchTest
    static final ArchRule idsAreRecords =
            classes()
                    .that()
                    .resideInAPackage(Module.DOMAIN.packages())
                    .and()
                    .haveSimpleNameEndingWith("Id")
                    .should()
                    .beRecords();

    @ArchTest
    static final ArchRule commandsAreRecords =
            classes().that().haveSimpleName("Command").should().beRecords();

    @ArchTest
    static final ArchRule errorsAreRecordsNamedForWhatIsWrong =
            classes()
                    .that()
                    .areAssignableTo(DomainError.class)
                    .and(CONCRETE)
                    .should()
                    .beRecords()
                    .andShould()
                    .haveSimpleNameNotEndingWith("Exception")
                    .andShould()
                    .haveSimpleNameNotEndingWith("Error");

    /**
     * An interface of the core that an adapter implements is a port, and ports lie where they are
     * looked for.
     */
    @ArchTest
    static final ArchRule portsLieInTheDomainOrInAccess =
            classes()
                    .that(describe("are ports", NamingRules::isPort))
                    .should()
                    .resideInAnyPackage(
                            Module.DOMAIN.packages(), "io.guildhall.application.access..");

    @ArchTest
    static final ArchRule portsAreImplementedOutsideTheCore =
            noClasses()
                    .that()
                    .resideInAnyPackage(Module.DOMAIN.packages(), Module.APPLICATION.packages())
                    .should()
                    .implement(describe("a port", NamingRules::isPort));

    @ArchTest
    static final ArchRule postgresAdaptersSayWhatTheyAre =
            classes()
                    .that()
                    .resideInAPackage(Module.PERSISTENCE.packages())
                    .and()
                    .implement(describe("a port", NamingRules::isPort))
                    .should()
                    .haveSimpleNameStartingWith("Postgres");

    @ArchTest
    static final ArchRule useCasesDoOneThing =
            classes()
                    .that()
                    .resideInAPackage(Module.APPLICATION.packages())
                    .and(describe("have a method handle", NamingRules::hasHandle))
                    .should(haveNoOtherPublicMethodThanHandle());

    @ArchTest
    static final ArchRule rowsAndJsonStayInTheirAdapter =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(Module.PERSISTENCE.packages(), Module.REST.packages())
                    .should()
                    .dependOnClassesThat(
                            describe(
                                    "rows or JSON of an adapter",
                                    type ->
                                            isAdapter(type)
                                                    && type.getSimpleName()
                                                            .matches(".*(Row|Json)")));

    @ArchTest
    static final ArchRule noPackageHidesAMissingConcept =
            noClasses()
                    .should()
                    .resideInAnyPackage(
                            "..util..",
                            "..common..",
                            "..impl..",
                            "..dto..",
                            "..service..",
                            "..manager..");

    private NamingRules() {}

    /** A refusal is a value wherever it comes from, and no port. */
    private static boolean isPort(JavaClass type) {
        return type.isInterface()
                && !type.isAssignableTo(DomainError.class)
                && (Module.DOMAIN.holds(type.getPackageName())
                        || Module.APPLICATION.holds(type.getPackageName()))
                && type.getAllSubclasses().stream().anyMatch(NamingRules::isOutsideTheCore);
    }

    private static boolean isOutsideTheCore(JavaClass type) {
        return !Module.DOMAIN.holds(type.getPackageName())
                && !Module.APPLICATION.holds(type.getPackageName());
    }

    private static boolean isAdapter(JavaClass type) {
        return Module.PERSISTENCE.holds(type.getPackageName())
                || Module.REST.holds(type.getPackageName());
    }

    private static boolean hasHandle(JavaClass type) {
        return type.getMethods().stream().anyMatch(method -> method.getName().equals("handle"));
    }

    private static ArchCondition<JavaClass> haveNoOtherPublicMethodThanHandle() {
        return new ArchCondition<>("have no other public method than handle") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
                        .filter(method -> !method.getName().equals("handle"))
                        // What exists in some installations only says whether it does here.
                        .filter(method -> !method.getName().equals("isOffered"))
                        .forEach(method ->
                                events.add(
                                        SimpleConditionEvent.violated(
                                                method, method.getFullName() + " is public, too")));
            }
        };
    }
}
