package io.guildhall.bootstrap.mergebounty;

import static io.guildhall.domain.pullrequest.PullRequestFixture.like;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.mergebounty.ChainRoom.Poster;
import io.guildhall.bootstrap.mergebounty.ChainRoom.Said;
import io.guildhall.chain.testnet.Wallet;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Installations;
import io.guildhall.domain.codehost.PullRequest;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * From an issue to money in a real contract on a real node, by what GitHub shows of a pull request.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(WithContractAndGithub.class)
class PullRequestsOnChainTest {

    private static final Money AGENTS_PART = new Money(135_000_000, Currency.USDC);
    private static final Money STAKE = new Money(7_500_000, Currency.USDC);
    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    private static @Nullable Cast everybody;

    @Inject Installations installations;
    @Inject DataSource database;

    private ChainRoom room;
    private GithubRoom hub;
    private Poster poster;
    private SigningAgent ann;
    private GithubAccount octobot;
    private Wallet wallet;

    /** Who acts, each signed up once: a wallet stays with whom it was bound to first. */
    private record Cast(
            ChainRoom room,
            GithubRoom hub,
            Poster poster,
            SigningAgent ann,
            GithubAccount octobot) {

        static Cast enter() {
            ChainRoom room = new ChainRoom();
            GithubRoom hub = new GithubRoom();
            GithubAccount octobot = GithubRoom.account("octobot");
            Wallet wallet = room.contracts.ann();
            SigningAgent ann =
                    room.agent(
                            wallet,
                            WithContract.registrationOf(wallet),
                            (key, agent) -> hub.link(key, agent, octobot));
            return new Cast(room, hub, room.poster(), ann, octobot);
        }
    }

    /** Only once a test runs is the service's address known. */
    @BeforeEach
    void enter() {
        Cast cast = everybody == null ? Cast.enter() : everybody;
        everybody = cast;
        room = cast.room();
        hub = cast.hub();
        poster = cast.poster();
        ann = cast.ann();
        octobot = cast.octobot();
        wallet = room.contracts.ann();
        room.until(() -> installations.serving(hub.repository).isPresent());
    }

    @AfterEach
    void contractAndMarketAgreeAndGithubHasNoComplaints() {
        room.chain.mine(WithContract.CONFIRMATIONS + 1);
        room.until(() -> reconciliation().path("under_way").asInt() == 0);
        assertThat(reconciliation().path("differences")).as("differences").isEmpty();
        assertThat(hub.github.complaints()).isEmpty();
    }

    @AfterAll
    static void leave() {
        Cast cast = everybody;
        everybody = null;
        if (cast != null) {
            cast.room().close();
            cast.hub().close();
        }
    }

    /** A claimed bounty for an issue, and what the agent had before. */
    private record Work(String bounty, int issue, Money before) {}

    private Work claimed(String verification) {
        int issue = NUMBERS.incrementAndGet();
        String terms = "\"issue_url\": \"%s\"%s".formatted(hub.issueUrl(issue), verification);
        return claimed(room.posted(poster, terms), issue);
    }

    /** The same, of an issue that was not typed in again. */
    private Work claimedOfImportedIssue() {
        int issue = NUMBERS.incrementAndGet();
        hub.hasIssue(issue);
        return claimed(room.imported(poster, hub.issueUrl(issue)), issue);
    }

    private Work claimed(String posted, int issue) {
        String bounty = room.opened(poster, posted);
        assertThat(status(bounty)).isEqualTo("OPEN");
        Money before = room.contracts.balanceOf(wallet.address());
        room.claimed(ann, wallet, bounty);
        assertThat(status(bounty)).isEqualTo("CLAIMED");
        return new Work(bounty, issue, before);
    }

    private PullRequest opened(Work work) {
        return hub.opened(NUMBERS.incrementAndGet(), work.issue(), octobot, GithubRoom.commit());
    }

    @Test
    void mergedPullRequestOnAnImportedIssueIsPaid() {
        Work work = claimedOfImportedIssue();
        JsonNode claimed = room.detail(work.bounty());
        assertThat(claimed.path("title").asText()).isEqualTo("Fix memory leak in cache module");
        assertThat(claimed.path("issueNumber").asInt()).isEqualTo(work.issue());
        assertThat(claimed.path("prNumber").isNull()).isTrue();
        assertThat(claimed.path("claims").path(0).path("status").asText()).isEqualTo("ACTIVE");
        assertThat(claimed.path("claims").path(0).path("resolvedAt").isNull()).isTrue();
        PullRequest pull = opened(work);

        hub.happens("opened", pull);
        becomes(work, "SUBMITTED");
        JsonNode submitted = room.detail(work.bounty());
        assertThat(submitted.path("prNumber").asInt()).isEqualTo(pull.number());
        assertThat(submitted.path("prUrl").asText()).isEqualTo(pull.url());
        assertThat(submitted.path("claims").path(0).path("prNumber").asInt())
                .isEqualTo(pull.number());
        assertThat(submitted.path("claims").path(0).path("prUrl").asText()).isEqualTo(pull.url());

        hub.happens("closed", GithubRoom.merged(pull));
        becomes(work, "PAID");
        JsonNode paid = room.detail(work.bounty());
        assertThat(paid.path("claims").path(0).path("status").asText()).isEqualTo("FULFILLED");
        assertThat(paid.path("claims").path(0).path("resolvedAt").asText()).isNotBlank();
        assertThat(paid.path("prNumber").asInt()).isEqualTo(pull.number());
        assertPaidOnce(work);
        assertThat(acceptedBy(work)).isEqualTo("policy");
    }

    @Test
    void closedUnmergedIsRejectedAndReopenedIsANewRound() {
        Work work = claimed("");
        PullRequest pull = opened(work);
        hub.happens("opened", pull);
        becomes(work, "SUBMITTED");

        hub.happens("closed", like(pull).closed().build());
        becomes(work, "CLAIMED");
        Response rejected = submissions(work);
        assertThat(rejected.<String>path("items[0].status")).isEqualTo("rejected");
        assertThat(rejected.<String>path("items[0].notes")).contains("closed without being merged");
        assertUnpaid(work);

        hub.happens("reopened", pull);
        becomes(work, "SUBMITTED");
        hub.happens("closed", GithubRoom.merged(pull));
        becomes(work, "PAID");
        assertPaidOnce(work);
    }

    @Test
    void afterAForcePushOnlyTheChecksOfTheNewHeadPay() throws SQLException {
        Work work = claimed(", \"verification\": [\"checks\"]");
        PullRequest pull = opened(work);
        hub.happens("opened", pull);
        becomes(work, "SUBMITTED");
        PullRequest pushed = like(pull).head(GithubRoom.commit()).build();
        hub.happens("synchronize", pushed);
        room.until(() -> hub.looksAt(pushed.headSha()) > 0);

        hub.checksPass(pull.headSha());
        lookedAtTwiceMore(pushed);
        assertThat(status(work.bounty())).isEqualTo("SUBMITTED");

        hub.checksPass(pushed.headSha());
        room.until(() -> {
            passTheTimeSinceChecksPassed(pushed);
            return status(work.bounty()).equals("PAID");
        });
        assertPaidOnce(work);
    }

    /** As if the first look that has shown it were as long ago as the next poll. */
    private void passTheTimeSinceChecksPassed(PullRequest pull) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement earlier =
                        connection.prepareStatement(
                                "UPDATE tracked_pull_request SET due_at = now(),"
                                        + " seen_passed_since = seen_passed_since - interval '3 min'"
                                        + " WHERE repository = ? AND number = ?"
                                        + " AND seen_passed_since IS NOT NULL")) {
            earlier.setString(1, pull.repository().toString());
            earlier.setInt(2, pull.number());
            earlier.executeUpdate();
        }
    }

    /** The second look begins only after the first has been decided on. */
    private void lookedAtTwiceMore(PullRequest pull) throws SQLException {
        for (int look = 0; look < 2; look++) {
            passTheTimeSinceChecksPassed(pull);
            long before = hub.looksAt(pull.headSha());
            hub.happens("synchronize", pull);
            room.until(() -> hub.looksAt(pull.headSha()) > before);
        }
    }

    @Test
    void pullRequestOfSomebodyElseIsNotTheAgentsWork() {
        Work work = claimed("");
        PullRequest others =
                hub.opened(
                        NUMBERS.incrementAndGet(),
                        work.issue(),
                        // The same login: the number decides.
                        GithubRoom.account(octobot.login()),
                        GithubRoom.commit());
        hub.happens("opened", others);
        Said refused = room.submit(ann, work.bounty(), others.number()).is(422);
        assertThat(refused.body().path("error").path("code").asText()).isEqualTo("UNPROCESSABLE");
        assertThat(refused.body().path("error").path("message").asText())
                .contains("was opened by octobot");
        hub.happens("closed", GithubRoom.merged(others));

        PullRequest own = opened(work);
        hub.happens("opened", own);
        becomes(work, "SUBMITTED");
        assertThat(room.detail(work.bounty()).path("prNumber").asInt()).isEqualTo(own.number());
        assertUnpaid(work);
    }

    @Test
    void mergedTwiceIsPaidOnce() {
        Work work = claimed("");
        PullRequest first = opened(work);
        PullRequest second = opened(work);
        hub.happens("opened", first);
        hub.happens("opened", second);
        becomes(work, "SUBMITTED");
        PullRequest merged = GithubRoom.merged(first);
        hub.github.repositories().put(merged);
        String body = hub.notice("pull_request", "closed", merged).toString();
        String delivery = UUID.randomUUID().toString();

        hub.tell(delivery, "pull_request", body);
        hub.tell(delivery, "pull_request", body);
        hub.tell("pull_request", body);
        becomes(work, "PAID");
        hub.tell("pull_request", body);
        hub.happens("closed", GithubRoom.merged(second));

        room.until(() -> hub.looksAt(second.headSha()) > 1);
        assertPaidOnce(work);
    }

    @Test
    void mergeWhileGithubIsAwayIsPaidOnceItIsBack() {
        Work work = claimed("");
        PullRequest pull = opened(work);
        hub.happens("opened", pull);
        becomes(work, "SUBMITTED");
        hub.github.fail(502, Map.of());
        int asked = hub.github.asked().size();
        hub.happens("closed", GithubRoom.merged(pull));
        room.until(() -> hub.github.asked().size() > asked);
        assertThat(status(work.bounty())).isEqualTo("SUBMITTED");

        hub.github.recover();
        becomes(work, "PAID");
        assertPaidOnce(work);
    }

    @Test
    void draftWaitsAndRequestedChangesBecomeARevision() {
        Work work = claimed("");
        PullRequest pull = opened(work);
        hub.happens("opened", like(pull).draft().build());
        room.until(() -> room.detail(work.bounty()).path("prNumber").asInt() == pull.number());
        assertThat(status(work.bounty())).isEqualTo("CLAIMED");
        hub.happens("ready_for_review", pull);
        becomes(work, "SUBMITTED");

        hub.askForChanges(pull, "Please test it");
        becomes(work, "CLAIMED");
        assertThat(submissions(work).<String>path("items[0].status"))
                .isEqualTo("revision_requested");
        assertThat(submissions(work).<String>path("items[0].notes")).contains("Please test it");
        PullRequest pushed = like(pull).head(GithubRoom.commit()).build();
        hub.happens("synchronize", pushed);
        becomes(work, "SUBMITTED");

        hub.happens("closed", GithubRoom.merged(pushed));
        becomes(work, "PAID");
        assertPaidOnce(work);
        assertThat(submissions(work).<List<Object>>path("items")).hasSize(2);
    }

    private String status(String bounty) {
        return room.detail(bounty).path("status").asText();
    }

    private void becomes(Work work, String status) {
        room.until(() -> status(work.bounty()).equals(status));
    }

    /** At most the stake is away, until the contract has the first submission. */
    private void assertUnpaid(Work work) {
        assertThat(room.contracts.balanceOf(wallet.address()))
                .isIn(work.before(), work.before().minus(STAKE));
    }

    /** In the contract and in the ledger, to the last unit; the stake came back with the work. */
    private void assertPaidOnce(Work work) {
        assertThat(room.contracts.balanceOf(wallet.address()).minus(work.before()))
                .isEqualTo(AGENTS_PART);
        List<Map<String, Object>> payouts =
                ChainRoom.api(ann.operatorKey(), "GET", "/api/payouts?limit=100", "")
                        .path("items.findAll { it.bounty_id == '" + work.bounty() + "' }");
        assertThat(payouts)
                .singleElement()
                .satisfies(payout ->
                        assertThat(payout)
                                .containsEntry("gross_amount_cents", 15_000)
                                .containsEntry("fee_cents", 1_500)
                                .containsEntry("net_amount_cents", 13_500)
                                .containsEntry("rail", "escrow"));
    }

    private Response submissions(Work work) {
        return ChainRoom.api(
                poster.key(), "GET", "/api/bounties/" + work.bounty() + "/submissions", "");
    }

    private String acceptedBy(Work work) {
        return ChainRoom.api(poster.key(), "GET", "/api/bounties/" + work.bounty() + "/events", "")
                .path("items.find { it.event == 'submission.accepted' }.accepted_by");
    }

    private static JsonNode reconciliation() {
        return ChainRoom.json(
                ChainRoom.api(WithContract.ADMIN_KEY, "GET", "/api/escrow/reconciliation", ""));
    }
}
