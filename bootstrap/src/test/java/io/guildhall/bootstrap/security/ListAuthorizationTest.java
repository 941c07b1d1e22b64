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
 * API1, where nobody says which one: what is read without a name, and what is everybody's to read,
 * holds nothing that is between others. That their owners do find it there shows that there is
 * something to be left out. What is for admins alone is tried by {@link FunctionAuthorizationTest}.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(AdminKnown.class)
class ListAuthorizationTest {

    /** What is read without a name and holds something that is somebody's. */
    private static final Set<String> SOMEBODYS =
            Set.of(
                    "getHeartbeat",
                    "listAgents",
                    "listApplications",
                    "listChannels",
                    "listDisputes",
                    "listLedgerEntries",
                    "listMessages",
                    "listPayments",
                    "listPayouts",
                    "listPodWebhooks",
                    "listTickets",
                    "listWebhooks",
                    "searchKnowledge");

    /** What is read without a name and is everybody's, or only sums and settings of the caller. */
    private static final Set<String> NOBODYS =
            Set.of(
                    "getBalance",
                    "getClock",
                    "getEarnings",
                    "getGithubAccount",
                    "getIndex",
                    "getMe",
                    "getPayoutAccount",
                    "getPayoutEligibility",
                    "getStatement",
                    "getWallet",
                    "listAgentCards",
                    "listAvailableTasks",
                    "listBounties",
                    "listEvents",
                    "listMergeBounties",
                    "listPositions",
                    "listProjects",
                    "listPullRequests",
                    "listReserves",
                    "proveLedger",
                    "returnFromGithub",
                    "streamEvents",
                    "takeRepositoryToken");

    /** What has a name, and whose parts are only shown to those whom they concern. */
    private static final Set<String> IN_PARTS =
            Set.of(
                    "getClaim",
                    "getDispute",
                    "getKnowledge",
                    "getKnowledgeVersion",
                    "getSubmission",
                    "getTicket",
                    "getWebhook",
                    "listBids",
                    "listClaims",
                    "listKnowledgeVersions",
                    "listProgress",
                    "listSubmissions",
                    "listTraces");

    @Test
    void strangersReadNothingThatIsBetweenOthers() {
        World world = new World();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : reads()) {
            for (Map.Entry<String, String> stranger : world.strangers().entrySet()) {
                Heard heard = Knock.get(stranger.getValue(), world.pathOf(operation));
                if (heard.text().contains(World.IN_CONFIDENCE)) {
                    wrong.add(stranger.getKey() + ": " + operation.id() + " " + heard);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void listsShowStrangersNoneOfTheirIds() {
        World world = new World();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : reads()) {
            if (operation.path().contains("{")) {
                continue;
            }
            for (Map.Entry<String, String> stranger : world.strangers().entrySet()) {
                Heard heard = Knock.get(stranger.getValue(), longest(operation));
                boolean isShown = world.hidden().stream().anyMatch(heard.text()::contains);
                if (isShown || heard.text().contains(World.IN_CONFIDENCE)) {
                    wrong.add(stranger.getKey() + ": " + operation.id() + " " + heard);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void whoseItIsFindsItThere() {
        World world = new World();
        List<String> wrong = new ArrayList<>();
        Set<String> found = new TreeSet<>();
        for (Operation operation : reads()) {
            if (!SOMEBODYS.contains(operation.id()) && !IN_PARTS.contains(operation.id())) {
                continue;
            }
            Heard heard = Knock.get(world.ownerOf(operation), world.pathOf(operation));
            boolean isShown =
                    heard.text().contains(World.IN_CONFIDENCE)
                            || world.hidden().stream().anyMatch(heard.text()::contains);
            if (heard.status() != 200 || !isShown) {
                wrong.add(operation.id() + " " + heard);
            }
            found.add(operation.id());
        }

        assertThat(wrong).isEmpty();
        assertThat(found).containsAll(SOMEBODYS).containsAll(IN_PARTS);
    }

    @Test
    void ofEveryReadWithoutANameItIsSaidWhoseItIs() {
        Set<String> unnamed = new TreeSet<>();
        for (Operation operation : Operations.all()) {
            if (operation.isRead() && !operation.isForAdmins() && !operation.path().contains("{")) {
                unnamed.add(operation.id());
            }
        }
        Set<String> said = new TreeSet<>(SOMEBODYS);
        said.addAll(NOBODYS);

        assertThat(unnamed).isEqualTo(said);
    }

    /** A stream is read to no end; what it tells are the events that are listed, too. */
    private static List<Operation> reads() {
        return Operations.all().stream()
                .filter(Operation::isRead)
                .filter(operation -> !operation.id().equals("streamEvents"))
                .toList();
    }

    /** Without a word of whose it is to be, and as much of it as there can be. */
    private static String longest(Operation operation) {
        return operation.path() + (operation.fields().contains("limit") ? "?limit=100" : "");
    }
}
