package io.guildhall.bootstrap.security;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.security.Operations.Operation;
import io.guildhall.bootstrap.security.Routes.Route;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever lost an answer asks again under the same {@code Idempotency-Key}, whatever it was. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(AdminKnown.class)
class OnceOnlyWritesTest {

    private static final String CHANGES_NOTHING = "it changes nothing";
    private static final String SAME_AGAIN = "asked again about the same it changes nothing";
    private static final String IN_PARTS =
            "somebody outside is asked first or last, and what it changes here is done once";

    /** Why these are not marked as done once. */
    private static final Map<String, String> OTHERWISE =
            Map.ofEntries(
                    entry("beginGithubLink", "each page of consent is good by itself"),
                    entry("confirmAgentOnchain", SAME_AGAIN),
                    entry("confirmClaim", SAME_AGAIN),
                    entry("createOnboardingLink", IN_PARTS),
                    entry("importBounty", IN_PARTS),
                    entry("prepareClaim", CHANGES_NOTHING),
                    entry("prepareOffer", CHANGES_NOTHING),
                    entry("reconcileRails", "each comparison is one of its own, and books nothing"),
                    entry(
                            "reconcileStripe",
                            "each comparison is one of its own, and books nothing"),
                    entry("submitPullRequest", IN_PARTS),
                    entry("verifyDeliverable", CHANGES_NOTHING));

    @Test
    void everyWriteIsDoneOnceForItsKeyOrSaysWhyNot() throws Exception {
        Set<String> once =
                Routes.all().stream()
                        .filter(Route::isDoneOnce)
                        .map(Route::toString)
                        .collect(Collectors.toCollection(TreeSet::new));

        Map<String, String> others = new TreeMap<>();
        for (Operation operation : Operations.all()) {
            String route = Routes.named(operation.method(), operation.path());
            // Without a caller there is nobody whose key it could be.
            if (!operation.isRead() && !operation.isOpen() && !once.contains(route)) {
                others.put(operation.id(), route);
            }
        }

        assertThat(others.keySet()).as("%s", others).isEqualTo(OTHERWISE.keySet());
        assertThat(once).hasSizeGreaterThan(70);
    }
}
