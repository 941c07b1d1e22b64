package io.guildhall.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** The core decides from what it is given: no clock, no chance, nothing set from outside. */
@AnalyzeClasses(packages = "io.guildhall", importOptions = DoNotIncludeTests.class)
final class PurityRules {

    private static final String[] CORE = {Module.DOMAIN.packages(), Module.APPLICATION.packages()};

    @ArchTest
    static final ArchRule coreAsksNoClock =
            noClasses()
                    .that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .callMethodWhere(describe("a now() of java.time", PurityRules::asksTheTime))
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule coreLeavesNothingToChance =
            noClasses()
                    .that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .callMethod(java.util.UUID.class, "randomUUID")
                    .orShould()
                    .callMethod(Math.class, "random")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Random.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(SecureRandom.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(ThreadLocalRandom.class);

    @ArchTest
    static final ArchRule nothingInTheDomainIsSet =
            noMethods()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAPackage(Module.DOMAIN.packages())
                    .should()
                    .haveNameMatching("set[A-Z].*");

    private PurityRules() {}

    private static boolean asksTheTime(JavaMethodCall call) {
        return call.getName().equals("now")
                && call.getTargetOwner().getPackageName().equals("java.time");
    }
}
