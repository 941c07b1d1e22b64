package io.guildhall.application.codehost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guildhall.application.Market;
import io.guildhall.application.bounty.PostBounty;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.bounty.Verification;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.GithubUnavailable;
import io.guildhall.domain.codehost.Issue;
import io.guildhall.domain.codehost.IssueError.IssueClosed;
import io.guildhall.domain.codehost.IssueError.IssueHasBounty;
import io.guildhall.domain.codehost.Permission;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.codehost.RepositoryNotServed;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the address of an issue to a bounty. */
class ImportBountyTest {

    private static final RepositoryName HELLO = new RepositoryName("octocat", "hello-world");
    private static final String URL = "https://github.com/Octocat/Hello-World/issues/7";
    private static final Money REWARD = MoneyFixture.usd(5_000);
    private static final GithubAccount ANN = new GithubAccount(501, "ann");

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", MoneyFixture.usd(100_000));
    private final Caller bob = market.operatorWith("Bob", MoneyFixture.usd(100_000));

    @BeforeEach
    void servedRepository() {
        market.guildhall.repositories.serve(HELLO);
        put("It loses the last row.", true, false);
    }

    @Test
    void issueTellsWhatThePosterDoesNot() {
        Bounty bounty = posted(ann, "", "", List.of());

        assertThat(bounty.status()).isEqualTo(new BountyStatus.Open());
        assertThat(bounty.terms().title()).isEqualTo("Repair the importer");
        assertThat(bounty.terms().description()).isEqualTo("It loses the last row.");
        assertThat(bounty.terms().acceptanceCriteria())
                .containsExactly("A pull request that resolves octocat/hello-world#7 is merged");
        assertThat(bounty.terms().issueUrl()).isEqualTo(URL);
        assertThat(bounty.terms().reward()).isEqualTo(REWARD);
        assertThat(bounty.terms().verification()).isEqualTo(Verification.of(Proof.MERGE));
    }

    @Test
    void posterOverridesTheIssue() {
        Bounty bounty = posted(ann, "Mine", "My words", List.of("It works"));

        assertThat(bounty.terms().title()).isEqualTo("Mine");
        assertThat(bounty.terms().description()).isEqualTo("My words");
        assertThat(bounty.terms().acceptanceCriteria()).containsExactly("It works");
    }

    @Test
    void tasksOfTheIssueAreItsCriteria() {
        put(
                """
                To do:\r
                - [ ] All rows arrive\r
                  * [x] A test proves it
                - [ ]
                - no task
                -[ ] nor this
                """,
                true,
                false);

        assertThat(posted(ann, "", "", List.of()).terms().acceptanceCriteria())
                .containsExactly("All rows arrive", "A test proves it");
    }

    @Test
    void longIssueIsCutToWhatABountyHolds() {
        String many =
                String.join("\n", IntStream.range(0, 30).mapToObj(n -> "- [ ] task " + n).toList());
        put(many + "x".repeat(60_000), true, false);

        Bounty bounty = posted(ann, "", "", List.of());

        assertThat(bounty.terms().acceptanceCriteria()).hasSize(20);
        assertThat(bounty.terms().description()).hasSize(50_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://github.com/octocat/hello-world",
                "https://github.com/octocat/hello-world/pull/7",
                "https://example.org/octocat/hello-world/issues/7",
                "https://github.com/octocat/../issues/7"
            })
    void otherAddressesAreRefused(String url) {
        assertThat(refusal(() -> market.use.readIssue.handle(ann, url)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void issueThatIsNotThereOrClosedIsRefused() {
        assertThat(refusal(() -> market.use.readIssue.handle(ann, URL + "7")))
                .isEqualTo(new NotFound("issue"));
        put("", false, false);
        assertThat(refusal(() -> market.use.readIssue.handle(ann, URL)))
                .isEqualTo(new IssueClosed(HELLO, 7));
    }

    @Test
    void withoutTheAppNothingIsRead() {
        market.guildhall.repositories.stopServing(HELLO);
        assertThat(refusal(() -> market.use.readIssue.handle(ann, URL)))
                .isEqualTo(new RepositoryNotServed(HELLO));
        market.guildhall.repositories.goDown(Duration.ofSeconds(9));
        assertThat(refusal(() -> market.use.readIssue.handle(ann, URL)))
                .isInstanceOf(GithubUnavailable.class);
    }

    @Test
    void privateIssueIsForThoseWhoCanReadIt() {
        put("", true, true);
        assertThat(refusal(() -> market.use.readIssue.handle(ann, URL)))
                .isEqualTo(new NotFound("issue"));
        market.guildhall.transactions.run(() ->
                market.guildhall.operatorAccounts.link(
                        ann.operator(), ANN, market.guildhall.clock.instant()));
        assertThat(refusal(() -> market.use.readIssue.handle(ann, URL)))
                .isEqualTo(new NotFound("issue"));

        market.guildhall.repositories.put(HELLO, ANN, Permission.READ);

        assertThat(market.use.readIssue.handle(ann, URL).isPrivate()).isTrue();
        assertThat(refusal(() -> market.use.readIssue.handle(bob, URL)))
                .isEqualTo(new NotFound("issue"));
    }

    @Test
    void posterHasOneLiveBountyOnAnIssue() {
        Bounty first = posted(ann, "", "", List.of());

        assertThat(refusal(() -> posted(ann, "", "", List.of())))
                .isEqualTo(new IssueHasBounty(HELLO, 7, first.id().toString()));
        assertThat(posted(bob, "", "", List.of()).poster()).isEqualTo(bob.operator());
        market.cancel(ann, first);
        assertThat(posted(ann, "", "", List.of()).id()).isNotEqualTo(first.id());
    }

    private void put(String body, boolean isOpen, boolean isPrivate) {
        market.guildhall.repositories.put(
                new Issue(
                        HELLO,
                        7,
                        "Repair the importer",
                        body,
                        isOpen,
                        new GithubAccount(9, "somebody"),
                        URL,
                        isPrivate));
    }

    private Bounty posted(Caller poster, String title, String description, List<String> criteria) {
        Issue issue = market.use.readIssue.handle(poster, URL);
        var given =
                new PostBounty.Command(
                        poster,
                        title,
                        description,
                        criteria,
                        null,
                        List.of(),
                        REWARD,
                        ClaimPolicy.FIRST_COME,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        return market.use.importBounty.handle(new ImportBounty.Command(given, Rail.LEDGER, issue));
    }

    private static DomainError refusal(Runnable command) {
        return catchThrowableOfType(RefusedException.class, command::run).error();
    }
}
