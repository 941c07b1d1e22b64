package io.guildhall.bootstrap.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.bootstrap.security.Knock.Heard;
import io.guildhall.bootstrap.security.Operations.Operation;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * API1: whoever has nothing to do with something can neither read nor change it. Every operation of
 * the document that names something, in its path, its query or its body, is tried by every
 * stranger; a new one is tried too, and fails until {@link World} knows something of its kind. The
 * same requests are tried by whoever may make them: what is refused to strangers is refused for
 * their sake, and not because nothing has that id. What is not named at all, but listed, is looked
 * at by {@link ListAuthorizationTest}.
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
                    "listEvents",
                    "listPositions",
                    "streamEvents");

    /** What any agent may do with what is open to all: it is refused for other reasons here. */
    private static final Set<String> FOR_ANY_AGENT =
            Set.of("claimBounty", "placeBid", "prepareOffer");

    /** What any agent may do here, too. */
    private static final String APPLY = "apply";

    private static final Set<Integer> DENIED = Set.of(401, 403, 404);

    /** Whoever sends these shows who it is by signing the body, and needs no key. */
    private static final Set<String> BY_SIGNATURE =
            Set.of("receiveGithubWebhook", "receiveStripeWebhook");

    /**
     * The agent has claimed nothing that it could hand something in for, and its bid was taken, so
     * that it can only be given back as a claim is.
     */
    private static final Map<String, Integer> REFUSED_TO_OWNERS =
            Map.of("submitPullRequest", 403, "withdrawBid", 403);

    /** What has to be tried before others, which make an end of what it needs. */
    private static final Set<String> FIRST = Set.of("acceptOffer");

    /** What makes an end of something, or of a stop that others are not to meet. */
    private static final Set<String> LAST =
            Set.of("closeProject", "editAgent", "issueAccessKey", "resumeWorker");

    /**
     * What is inside of something, and how it is refused where that is something else. An offer
     * that is not of this dispute is answered like one that was taken back.
     */
    private static final Map<String, Integer> INSIDE =
            Map.of(
                    "acceptOffer", 409,
                    "getDelivery", 404,
                    "listMessages", 404,
                    "openDispute", 404,
                    "replayDelivery", 404,
                    "sendMessage", 404,
                    "withdrawBid", 404);

    /** The second thing of these is nobody's part: a version's number, and what all may claim. */
    private static final Set<String> BESIDE =
            Set.of("confirmClaim", "getKnowledgeVersion", "prepareClaim", "submitPullRequest");

    @Test
    void strangersHaveNoPartInWhatIsSomebodys() {
        World world = new World();
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Operation operation : Operations.all()) {
            if (!World.isAboutSomething(operation)) {
                continue;
            }
            String path = world.pathOf(operation);
            String body = world.bodyOf(operation);
            for (Map.Entry<String, String> stranger : world.strangers().entrySet()) {
                Heard heard = Knock.send(stranger.getValue(), operation.method(), path, body);
                tried++;
                if (!isRight(operation, heard)) {
                    wrong.add(stranger.getKey() + ": " + operation.id() + " " + heard);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(500);
    }

    @Test
    void whoseItIsIsNotToldThatItIsNotThere() {
        World world = new World();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : inAnOrderInWhichAllAreThere()) {
            String path = world.pathOf(operation);
            String body = world.bodyOf(operation);
            Heard heard =
                    Knock.send(
                            world.ownerOf(operation),
                            operation.method(),
                            path,
                            body,
                            world.signatureOf(operation, path, body));
            int status = heard.status();
            boolean isRefused = DENIED.contains(status) || (status >= 500 && status != 503);
            if (isRefused && status != REFUSED_TO_OWNERS.getOrDefault(operation.id(), 0)) {
                wrong.add(operation.id() + " " + heard);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void partOfSomethingIsFoundInNothingElse() {
        World own = new World();
        World foreign = new World();
        Map<String, Integer> inside = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : Operations.all()) {
            Integer expected = INSIDE.get(operation.id());
            if (expected == null) {
                continue;
            }
            Heard others =
                    Knock.send(
                            own.ownerOf(operation),
                            operation.method(),
                            own.pathOf(operation, foreign),
                            own.bodyOf(operation, foreign));
            inside.put(operation.id(), others.status());
            Heard elsewhere =
                    Knock.send(
                            own.ownerOf(operation),
                            operation.method(),
                            foreign.pathOf(operation, own),
                            foreign.bodyOf(operation, own));
            if (!DENIED.contains(elsewhere.status())) {
                wrong.add("own part of what is not: " + operation.id() + " " + elsewhere);
            }
        }

        assertThat(inside).isEqualTo(INSIDE);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPartIsTriedInSomethingElse() {
        Set<String> inSomething = new TreeSet<>();
        for (Operation operation : Operations.all()) {
            if (World.depth(operation) > 1) {
                inSomething.add(operation.id());
            }
        }

        inSomething.removeAll(INSIDE.keySet());
        assertThat(inSomething).isEqualTo(BESIDE);
    }

    @Test
    void signatureOpensNothingOfAnotherAgents() {
        World own = new World();
        World foreign = new World();
        List<String> wrong = new ArrayList<>();
        List<Operation> signed = Operations.all().stream().filter(Operation::isSigned).toList();
        for (Operation operation : signed) {
            String path = foreign.pathOf(operation);
            String body = foreign.bodyOf(operation);
            for (World whoAsks : List.of(own, foreign)) {
                Heard heard =
                        Knock.send(
                                whoAsks.ownerOf(operation),
                                operation.method(),
                                path,
                                body,
                                own.signatureOf(operation, path, body));
                if (heard.status() != 403) {
                    wrong.add(operation.id() + " " + heard);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(signed).hasSizeGreaterThan(3);
    }

    @Test
    void nobodyHasNoPartInAnything() {
        World world = new World();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : Operations.all()) {
            Heard heard =
                    Knock.send(
                            null,
                            operation.method(),
                            world.pathOf(operation),
                            world.bodyOf(operation));
            boolean isUnknown = heard.status() == 401;
            if (isUnknown == operation.isOpen() && !BY_SIGNATURE.contains(operation.id())) {
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
                                world.bodyOf(operation));
                boolean isDenied = heard.status() == 401 || heard.status() == 403;
                if (!isDenied && !whileSuspended.contains(operation.id())) {
                    wrong.add(kind + ": " + operation.id() + " " + heard);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static List<Operation> inAnOrderInWhichAllAreThere() {
        return Operations.all().stream()
                .filter(World::isAboutSomething)
                .sorted(Comparator.comparingInt(ObjectAuthorizationTest::turn))
                .toList();
    }

    private static int turn(Operation operation) {
        if (operation.isRead()) {
            return 0;
        }
        if (FIRST.contains(operation.id())) {
            return 1;
        }
        if (operation.method().equals("DELETE")) {
            return 4;
        }
        return LAST.contains(operation.id()) ? 3 : 2;
    }

    private static boolean isRight(Operation operation, Heard heard) {
        boolean isDenied = DENIED.contains(heard.status());
        if (operation.id().equals(APPLY)) {
            return isDenied || heard.status() == 201;
        }
        if (SHARED.contains(operation.id())) {
            return isDenied || heard.status() == 200 || heard.status() == 409;
        }
        return FOR_ANY_AGENT.contains(operation.id())
                ? isDenied || (heard.status() >= 400 && heard.status() < 500)
                : isDenied;
    }
}
