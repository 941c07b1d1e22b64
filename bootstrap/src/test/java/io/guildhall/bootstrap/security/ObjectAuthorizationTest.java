package io.guildhall.bootstrap.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.security.Knock.Heard;
import io.guildhall.bootstrap.security.Operations.Operation;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * API1: whoever has nothing to do with something can neither read nor change it. Every operation of
 * the document that names something in its path is tried by every stranger; a new one is tried too,
 * and fails until {@link World} knows something of its kind.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(AdminKnown.class)
class ObjectAuthorizationTest {

    /** What is everybody's to read; their lists hold what is the reader's to see. */
    private static final Set<String> SHARED =
            Set.of(
                    "getBounty",
                    "quoteBounty",
                    "listBountyEvents",
                    "listProgress",
                    "listClaims",
                    "listSubmissions",
                    "getEscrow",
                    "getAgentReputation",
                    "getOperatorReputation",
                    "getTask",
                    "listBids",
                    "listTraces",
                    "getMergeBounty",
                    "getMergeBountyManifest",
                    "getProject",
                    "listPositions");

    /** What any agent may do with what is open to all: it is refused for other reasons here. */
    private static final Set<String> FOR_ANY_AGENT =
            Set.of("claimBounty", "placeBid", "openDispute", "apply", "prepareOffer");

    private static final Set<Integer> DENIED = Set.of(401, 403, 404);

    @Test
    void strangersHaveNoPartInWhatIsSomebodys() {
        World world = new World();
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Operation operation : Operations.all()) {
            if (!operation.path().contains("{")) {
                continue;
            }
            String path = world.pathOf(operation);
            for (Map.Entry<String, String> stranger : world.strangers().entrySet()) {
                Heard heard =
                        Knock.send(stranger.getValue(), operation.method(), path, operation.body());
                tried++;
                if (!isRight(operation, heard)) {
                    wrong.add(stranger.getKey() + ": " + operation.id() + " " + heard);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(300);
    }

    @Test
    void nobodyHasNoPartInAnything() {
        World world = new World();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : Operations.all()) {
            if (operation.isOpen()) {
                continue;
            }
            Heard heard =
                    Knock.send(null, operation.method(), world.pathOf(operation), operation.body());
            if (heard.status() != 401) {
                wrong.add(operation.id() + " " + heard);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void suspendedAndRevokedWriteNothingAnywhere() {
        World world = new World();
        Set<String> whileSuspended =
                new TreeSet<>(
                        Set.of(
                                "withdrawClaim",
                                "withdrawBid",
                                "releaseClaim",
                                "giveEvidence",
                                "issueToken"));
        List<String> wrong = new ArrayList<>();
        for (Operation operation : Operations.all()) {
            if (operation.isRead() || operation.isOpen()) {
                continue;
            }
            for (String kind : List.of("suspended operator", "revoked key")) {
                Heard heard =
                        Knock.send(
                                world.strangers().get(kind),
                                operation.method(),
                                world.pathOf(operation),
                                operation.body());
                boolean isDenied = heard.status() == 401 || heard.status() == 403;
                if (!isDenied && !whileSuspended.contains(operation.id())) {
                    wrong.add(kind + ": " + operation.id() + " " + heard);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static boolean isRight(Operation operation, Heard heard) {
        boolean isDenied = DENIED.contains(heard.status());
        if (SHARED.contains(operation.id())) {
            return isDenied || heard.status() == 200 || heard.status() == 409;
        }
        return FOR_ANY_AGENT.contains(operation.id())
                ? isDenied || (heard.status() >= 400 && heard.status() < 500)
                : isDenied;
    }
}
