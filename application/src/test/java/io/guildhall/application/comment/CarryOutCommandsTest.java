package io.guildhall.application.comment;

import static io.guildhall.domain.pullrequest.PullRequestFixture.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.BountyStatus.Claimed;
import io.guildhall.domain.bounty.BountyStatus.InReview;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.Issue;
import io.guildhall.domain.codehost.Permission;
import io.guildhall.domain.codehost.RepositoryName;
import io.guildhall.domain.comment.CommentCommand;
import io.guildhall.domain.comment.CommentCommandStatus.Answered;
import io.guildhall.domain.comment.CommentCommandStatus.Decided;
import io.guildhall.domain.comment.CommentCommandStatus.Dropped;
import io.guildhall.domain.comment.CommentCommandStatus.Heard;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.pullrequest.PullRequestFixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a command in a comment to what comes of it and its answer. */
class CarryOutCommandsTest {

    private static final RepositoryName HELLO = new RepositoryName("octocat", "hello-world");
    private static final GithubAccount ANN = new GithubAccount(501, "ann");
    private static final GithubAccount BOT = new GithubAccount(701, "octobot");
    private static final GithubAccount STRANGER = new GithubAccount(901, "stranger");
    private static final int ISSUE = 7;
    private static final int PULL = 12;

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", MoneyFixture.usd(100_000));
    private final Caller bot = market.agentOf(market.operatorWith("Bob", MoneyFixture.usd(1_000)));
    private long comments = 5_000;

    @BeforeEach
    void linkedPartiesAndAnIssue() {
        market.guildhall.repositories.serve(HELLO);
        market.guildhall.repositories.put(
                new Issue(
                        HELLO,
                        ISSUE,
                        "Repair the importer",
                        "It loses the last row.",
                        true,
                        STRANGER,
                        "https://github.com/octocat/hello-world/issues/7",
                        false));
        market.guildhall.repositories.put(HELLO, ANN, Permission.WRITE);
        market.guildhall.transactions.run(() -> {
            market.guildhall.operatorAccounts.link(
                    ann.operator(), ANN, market.guildhall.clock.instant());
            market.guildhall.agentLinks.add(AgentLink.of(bot.asAgent(), null).linked(BOT));
        });
    }

    @Test
    void maintainerPutsUpABounty() {
        CommentCommand command = say(ANN, "/bounty 50");

        run();

        Bounty bounty = onlyBounty();
        assertThat(bounty.poster()).isEqualTo(ann.operator());
        assertThat(bounty.terms().reward()).isEqualTo(MoneyFixture.usd(5_000));
        assertThat(bounty.terms().rail()).isEqualTo(Rail.LEDGER);
        assertThat(said()).hasSize(1);
        assertThat(said().getFirst())
                .contains("50.00 usd")
                .contains(bounty.id().toString())
                .contains("/attempt");
        assertThat(now(command).status()).isInstanceOf(Answered.class);
        assertThat(verify(said().getFirst(), ISSUE).isOurs()).isTrue();
        assertThat(verify(said().getFirst(), ISSUE + 1).isOurs()).isFalse();
    }

    @Test
    void sameCommentAgainChangesNothing() {
        CommentCommand command = say(ANN, "/bounty 50");
        run();

        assertThat(keep(command)).isFalse();
        run();

        assertThat(onlyBounty().terms().reward()).isEqualTo(MoneyFixture.usd(5_000));
        assertThat(said()).hasSize(1);
    }

    @Test
    void posterWithoutMoneyIsToldHowToFund() {
        say(ANN, "/bounty 5000");

        run();

        assertThat(onlyBounty().status()).isInstanceOf(AwaitingFunding.class);
        assertThat(said().getFirst()).contains("/fund").contains("top up");
    }

    @Test
    void usdcOfAnOperatorWithAWalletGoesIntoTheContract() {
        market.guildhall.transactions.run(() ->
                market.guildhall.wallets.bind(
                        ann.operator(),
                        new WalletAddress("0x" + "a".repeat(40)),
                        market.guildhall.clock.instant()));
        say(ANN, "/bounty 50 USDC");

        run();

        assertThat(onlyBounty().terms().rail()).isEqualTo(Rail.ESCROW);
        assertThat(said().getFirst()).contains("waits for its funding");
    }

    @Test
    void usdcOfAnOperatorWhoseWalletIsOnlyNamedStaysInTheLedger() {
        market.guildhall.transactions.run(() ->
                market.guildhall.wallets.name(
                        ann.operator(),
                        new WalletAddress("0x" + "a".repeat(40)),
                        market.guildhall.clock.instant()));
        say(ANN, "/bounty 50 USDC");

        run();

        assertThat(onlyBounty().terms().rail()).isEqualTo(Rail.LEDGER);
    }

    @Test
    void whoMayNotIsToldWhyAndNothingIsDone() {
        say(STRANGER, "/bounty 50");
        say(BOT, "/bounty 50");
        say(STRANGER, "/attempt");
        say(ANN, "/bounty fifty");
        market.guildhall.repositories.put(HELLO, ANN, Permission.READ);
        say(ANN, "/bounty 50");

        run();

        assertThat(market.guildhall.bounties.all()).isEmpty();
        assertThat(said())
                .hasSize(5)
                .allSatisfy(answer -> assertThat(answer).contains("Nothing was done"))
                .anySatisfy(answer -> assertThat(answer).contains("POST /api/github/authorize"))
                .anySatisfy(
                        answer -> assertThat(answer).contains("/v1/agents/{id}/github/authorize"))
                .anySatisfy(answer -> assertThat(answer).contains("/bounty 50.5 usdc"))
                .anySatisfy(answer -> assertThat(answer).contains("cannot write"));
    }

    @Test
    void secondBountyOfTheSamePosterNamesTheFirst() {
        say(ANN, "/bounty 50");
        say(ANN, "/bounty 60");

        run();

        assertThat(said()).hasSize(2);
        assertThat(said().get(1)).contains(onlyBounty().id().toString());
    }

    @Test
    void agentAttemptsAndHandsInItsPullRequest() {
        say(ANN, "/bounty 50");
        run();
        say(BOT, "/attempt");
        run();
        assertThat(onlyBounty().status()).isInstanceOf(Claimed.class);
        assertThat(said().get(1)).contains("is yours");
        put(pull(BOT));

        sayOn(PULL, true, BOT, "/claim");
        run();

        assertThat(onlyBounty().status()).isInstanceOf(InReview.class);
        assertThat(market.guildhall.repositories.said(HELLO, PULL).getFirst())
                .contains("#12 is handed in");
    }

    @Test
    void pullRequestIsNamedOnTheIssueAndTheIssueOnThePullRequest() {
        say(ANN, "/bounty 50");
        run();
        say(BOT, "/attempt");
        run();
        put(pull(STRANGER));
        say(BOT, "/claim");
        run();
        assertThat(said().getLast()).contains("say which pull request");
        say(BOT, "/claim #12");
        run();
        assertThat(said().getLast()).contains("is by stranger");
        put(pull(BOT).closed());
        say(BOT, "/claim #12");
        run();
        assertThat(said().getLast()).contains("no pull request #12");
        put(pull(BOT));
        sayOn(PULL, true, BOT, "/claim #8");
        run();
        assertThat(market.guildhall.repositories.said(HELLO, PULL).getLast())
                .contains("no active claim");

        say(BOT, "/claim #12");
        run();

        assertThat(said().getLast()).contains("#12 is handed in");
        assertThat(onlyBounty().status()).isInstanceOf(InReview.class);
    }

    @Test
    void draftIsNotHandedInUntilItIsReady() {
        say(ANN, "/bounty 50");
        run();
        say(BOT, "/attempt");
        run();
        put(pull(BOT).draft());

        sayOn(PULL, true, BOT, "/claim");
        run();
        assertThat(onlyBounty().status()).isInstanceOf(Claimed.class);
        assertThat(market.guildhall.repositories.said(HELLO, PULL).getLast())
                .contains("Nothing was done")
                .contains("is a draft; mark it as ready for review");

        put(pull(BOT));
        sayOn(PULL, true, BOT, "/claim");
        run();
        assertThat(onlyBounty().status()).isInstanceOf(InReview.class);
    }

    @Test
    void withoutAnOpenBountyThereIsNothingToAttempt() {
        say(BOT, "/attempt");
        sayOn(PULL, true, ANN, "/bounty 50");
        put(pull(BOT));

        run();

        assertThat(said().getFirst()).contains("no open bounty");
        assertThat(market.guildhall.repositories.said(HELLO, PULL).getFirst())
                .contains("comment on its issue");
    }

    @Test
    void outageBeforeTheDecisionIsWaitedFor() {
        CommentCommand command = say(ANN, "/bounty 50");
        market.guildhall.repositories.goDown(Duration.ofMinutes(2));
        run();
        assertThat(now(command).status()).isInstanceOf(Heard.class);
        assertThat(market.guildhall.bounties.all()).isEmpty();
        market.guildhall.repositories.recover();

        market.guildhall.clock.advance(Duration.ofSeconds(119));
        run();
        assertThat(said()).isEmpty();
        market.guildhall.clock.advance(Duration.ofSeconds(1));
        run();

        assertThat(said()).hasSize(1);
        assertThat(onlyBounty().poster()).isEqualTo(ann.operator());
    }

    @Test
    void answerThatGotLostIsNotSaidTwice() {
        CommentCommand command = say(ANN, "/bounty 50");
        market.guildhall.repositories.loseAnswerToComment();
        run();
        assertThat(now(command).status()).isInstanceOf(Decided.class);
        assertThat(said()).hasSize(1);

        market.guildhall.clock.advance(Duration.ofMinutes(5));
        run();

        assertThat(now(command).status()).isInstanceOf(Answered.class);
        assertThat(said()).hasSize(1);
        assertThat(onlyBounty().poster()).isEqualTo(ann.operator());
    }

    @Test
    void whereNobodyCanAnswerItIsDropped() {
        CommentCommand command = say(ANN, "/bounty 50");
        market.guildhall.repositories.lock(HELLO, ISSUE);

        run();

        assertThat(now(command).status()).isInstanceOf(Dropped.class);
        assertThat(onlyBounty().poster())
                .as("it was posted all the same")
                .isEqualTo(ann.operator());
    }

    @Test
    void floodIsNotAnswered() {
        for (int count = 0; count < CarryOutCommands.ANSWERS_AN_HOUR + 5; count++) {
            say(STRANGER, "/attempt");
        }

        run();

        assertThat(said()).hasSize(CarryOutCommands.ANSWERS_AN_HOUR);
    }

    @Test
    void endlessOutageEndsTheCommand() {
        CommentCommand command = say(ANN, "/bounty 50");
        market.guildhall.repositories.goDown(null);

        for (int count = 0; count <= CommentCommand.TRIES_MAX; count++) {
            run();
            market.guildhall.clock.advance(Duration.ofHours(1));
        }

        assertThat(now(command).status()).isInstanceOf(Dropped.class);
        assertThat(market.guildhall.bounties.all()).isEmpty();
    }

    private CommentCommand say(GithubAccount account, String line) {
        return sayOn(ISSUE, false, account, line);
    }

    private CommentCommand sayOn(
            int number, boolean isPullRequest, GithubAccount account, String line) {
        CommentCommand command =
                CommentCommand.hear(
                        ++comments,
                        HELLO,
                        number,
                        isPullRequest,
                        account,
                        line,
                        market.guildhall.clock.instant());
        assertThat(keep(command)).isTrue();
        return command;
    }

    private boolean keep(CommentCommand command) {
        return market.guildhall.transactions.run(
                () -> market.guildhall.commentCommands.keep(command));
    }

    private void run() {
        market.use.carryOutCommands.handle(1_000);
    }

    private CommentCommand now(CommentCommand command) {
        return market.guildhall.commentCommands.find(command.id()).orElseThrow();
    }

    private List<String> said() {
        return market.guildhall.repositories.said(HELLO, ISSUE);
    }

    private Bounty onlyBounty() {
        assertThat(market.guildhall.bounties.all()).hasSize(1);
        return market.guildhall.bounties.all().getFirst();
    }

    private VerifyComment.Verdict verify(String body, int number) {
        return market.use.verifyComment.handle(
                new VerifyComment.Command("Octocat/Hello-World", number, body));
    }

    private void put(PullRequestFixture pull) {
        market.guildhall.repositories.put(pull.build());
    }

    private static PullRequestFixture pull(GithubAccount author) {
        return pullRequest().in(HELLO).number(PULL).author(author);
    }
}
