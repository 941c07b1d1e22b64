package io.guildhall.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.guildhall.application.access.ApiKeys.MintedKey;
import io.guildhall.domain.party.OperatorAccounts;
import io.guildhall.domain.party.Wallets;
import io.guildhall.rest.gate.CallerAnew;

/** Who may have what, as whom. */
@AnalyzeClasses(packages = "io.guildhall", importOptions = DoNotIncludeTests.class)
final class AccessRules {

    /** A key that was revoked elsewhere is remembered for seconds, and what it buys then stays. */
    @ArchTest
    static final ArchRule keysAndIdentitiesAreForCallersLookedUpAnew =
            methods()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAPackage(Module.REST.packages())
                    .and(
                            describe(
                                    "give a caller a key, a wallet or an account",
                                    AccessRules::givesWhatLasts))
                    .should()
                    .beAnnotatedWith(CallerAnew.class);

    private AccessRules() {}

    private static boolean givesWhatLasts(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .filter(call -> call.getName().equals("handle"))
                .map(JavaMethodCall::getTargetOwner)
                .flatMap(useCase -> useCase.getMethodCallsFromSelf().stream())
                .anyMatch(call -> mintsAKey(call) || bindsAnIdentity(call));
    }

    private static boolean mintsAKey(JavaMethodCall call) {
        return answerOf(call).isEquivalentTo(MintedKey.class);
    }

    /** What answers nothing there is what changes something. */
    private static boolean bindsAnIdentity(JavaMethodCall call) {
        JavaClass port = call.getTargetOwner();
        return answerOf(call).isEquivalentTo(void.class)
                && (port.isEquivalentTo(Wallets.class)
                        || port.isEquivalentTo(OperatorAccounts.class));
    }

    private static JavaClass answerOf(JavaMethodCall call) {
        return call.getTarget().getRawReturnType();
    }
}
