package io.guildhall.application.simulation;

import static java.util.Objects.requireNonNull;

import io.guildhall.application.bounty.CancelBounty;
import io.guildhall.application.bounty.EditBounty;
import io.guildhall.application.bounty.FundBounty;
import io.guildhall.application.bounty.PostBounty;
import io.guildhall.application.claim.ApproveClaim;
import io.guildhall.application.claim.ClaimBounty;
import io.guildhall.application.claim.RejectClaim;
import io.guildhall.application.claim.ReleaseClaim;
import io.guildhall.application.claim.WithdrawClaim;
import io.guildhall.application.dispute.AcceptOffer;
import io.guildhall.application.dispute.GiveEvidence;
import io.guildhall.application.dispute.MakeOffer;
import io.guildhall.application.dispute.OpenDispute;
import io.guildhall.application.dispute.ResolveDispute;
import io.guildhall.application.dispute.WithdrawDispute;
import io.guildhall.application.inmemory.Ports;
import io.guildhall.application.ledger.TopUp;
import io.guildhall.application.ledger.Withdraw;
import io.guildhall.application.party.EditAgent;
import io.guildhall.application.progress.ReportProgress;
import io.guildhall.application.submission.AcceptSubmission;
import io.guildhall.application.submission.RejectSubmission;
import io.guildhall.application.submission.RequestRevision;
import io.guildhall.application.submission.SubmitWork;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyChange;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.Offer;
import io.guildhall.domain.dispute.OfferId;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.progress.Visibility;
import io.guildhall.domain.submission.CriterionResult;
import io.guildhall.domain.submission.Review;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What somebody may think of doing next, sensible or not. */
final class Deeds {

    private static final String WORK =
            """
            It works now: the reader stopped one line too early, and `Importer.java` reads to the end.
            It is tested by `ImporterTest`, with files of 0, 1 and 10,000 lines.
            It is explained in `docs/importer.md`. All of it is in https://example.org/pulls/8
            """;

    private final Chance chance;
    private final Ports ports;
    private final Cast cast;
    private final Known known;
    private final List<Supplier<Optional<Deed>>> choices = new ArrayList<>();

    Deeds(Chance chance, Ports ports, Cast cast, Known known) {
        this.chance = chance;
        this.ports = ports;
        this.cast = cast;
        this.known = known;
        often(6, this::post);
        often(2, this::fund);
        often(2, this::edit);
        often(2, this::cancel);
        often(10, this::claim);
        often(8, this::approve);
        often(1, this::rejectClaim);
        often(1, this::withdrawClaim);
        often(1, this::release);
        often(10, this::submit);
        often(4, this::accept);
        often(3, this::reject);
        often(3, this::requestRevision);
        often(4, this::dispute);
        often(3, this::giveEvidence);
        often(3, this::offer);
        often(2, this::acceptOffer);
        often(1, this::withdrawDispute);
        often(3, this::resolve);
        often(2, this::reportProgress);
        often(1, this::topUp);
        often(2, this::withdraw);
        often(1, this::suspendOrResume);
    }

    /** Empty when there is nothing yet that it could be done to. */
    Optional<Deed> next() {
        return chance.oneOf(choices).get();
    }

    private void often(int weight, Supplier<Optional<Deed>> choice) {
        for (int times = 0; times < weight; times++) {
            choices.add(choice);
        }
    }

    /** Mostly the one whose affair it is, and sometimes just anybody. */
    private Caller mostly(Caller right) {
        return chance.percent(88) ? right : chance.oneOf(cast.everybody());
    }

    private Caller posterOf(BountyId id) {
        return operator(ports.bounties().find(id).orElseThrow().poster());
    }

    private Caller operator(OperatorId id) {
        return cast.operators().stream()
                .filter(caller -> caller.operator().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Caller agent(Parties parties) {
        return cast.agents().stream()
                .filter(caller -> caller.isAgent(parties.agent()))
                .findFirst()
                .orElseThrow();
    }

    /** Either of the two sides; the agent's operator speaks for it now and then. */
    private Caller side(Parties parties) {
        if (chance.percent(50)) {
            return operator(parties.poster());
        }
        return chance.percent(80) ? agent(parties) : operator(parties.operator());
    }

    private Optional<Deed> post() {
        Caller poster = mostly(chance.oneOf(cast.posters()));
        Currency currency = chance.percent(80) ? Currency.USD : Currency.USDC;
        Money reward = Money.cents(chance.between(1, 20_000), currency);
        List<String> criteria =
                List.of("It works", "It is tested", "It is explained")
                        .subList(0, chance.between(0, 3));
        ClaimPolicy policy = chance.oneOf(List.of(ClaimPolicy.values()));
        var command =
                new PostBounty.Command(
                        poster,
                        "Something to do",
                        "",
                        criteria,
                        null,
                        List.of(),
                        reward,
                        policy,
                        chance.percent(95) ? null : false,
                        ports.clock().instant().plus(chance.hours(1, 24 * 20)),
                        chance.hours(1, 24 * 5),
                        chance.hours(1, 24 * 8),
                        chance.percent(85) ? null : chance.between(1, 70),
                        chance.percent(50) ? null : chance.percent(50),
                        chance.percent(60) ? null : chance.between(1, 5_000),
                        null,
                        null);
        return deed(
                poster + " posts " + policy + " for " + reward,
                use -> use.postBounty.handle(command));
    }

    private Optional<Deed> fund() {
        return chance.recentOf(known.bounties)
                .map(id -> {
                    Caller caller = mostly(posterOf(id));
                    return new Deed(
                            "fund " + id,
                            use -> use.fundBounty.handle(new FundBounty.Command(caller, id)));
                });
    }

    private Optional<Deed> edit() {
        return chance.recentOf(known.bounties)
                .map(id -> {
                    Bounty bounty = ports.bounties().find(id).orElseThrow();
                    Money reward =
                            chance.percent(50)
                                    ? Money.cents(
                                            chance.between(1, 25_000), bounty.terms().currency())
                                    : null;
                    var change =
                            new BountyChange(
                                    chance.percent(20) ? "Something else to do" : null,
                                    null,
                                    chance.percent(20) ? List.of("It works well") : null,
                                    null,
                                    null,
                                    reward,
                                    null,
                                    chance.percent(40)
                                            ? bounty.terms().deadline().plus(chance.hours(-48, 96))
                                            : null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    chance.percent(10) ? 500 : null,
                                    null,
                                    null);
                    Caller caller = mostly(posterOf(id));
                    return new Deed(
                            "edit " + id + " to " + reward,
                            use ->
                                    use.editBounty.handle(
                                            new EditBounty.Command(caller, id, change)));
                });
    }

    private Optional<Deed> cancel() {
        return chance.recentOf(known.bounties)
                .map(id -> {
                    Caller caller = mostly(posterOf(id));
                    return new Deed(
                            "cancel " + id,
                            use ->
                                    use.cancelBounty.handle(
                                            new CancelBounty.Command(caller, id, "not_needed")));
                });
    }

    private Optional<Deed> claim() {
        return chance.recentOf(known.bounties)
                .map(id -> {
                    Bounty bounty = ports.bounties().find(id).orElseThrow();
                    Caller caller = mostly(chance.oneOf(cast.agents()));
                    Long cents = price(bounty);
                    return new Deed(
                            caller + " claims " + id + " for " + cents,
                            use ->
                                    use.claimBounty.handle(
                                            new ClaimBounty.Command(
                                                    caller, id, "I can do it", cents)));
                });
    }

    private @Nullable Long price(Bounty bounty) {
        boolean bids = bounty.terms().claimPolicy() == ClaimPolicy.BID;
        if (chance.percent(5)) {
            return bids ? null : Long.valueOf(1);
        }
        long asked = bounty.terms().reward().cents();
        return bids ? Long.valueOf(Math.max(1, asked * chance.between(20, 210) / 100)) : null;
    }

    private Optional<Deed> approve() {
        return onClaim(
                "approve",
                (claim, caller) ->
                        use -> use.approveClaim.handle(new ApproveClaim.Command(caller, claim)),
                Parties::poster);
    }

    private Optional<Deed> rejectClaim() {
        return onClaim(
                "reject",
                (claim, caller) ->
                        use -> use.rejectClaim.handle(new RejectClaim.Command(caller, claim, "no")),
                Parties::poster);
    }

    private Optional<Deed> withdrawClaim() {
        return onClaim(
                "withdraw",
                (claim, caller) ->
                        use -> use.withdrawClaim.handle(new WithdrawClaim.Command(caller, claim)),
                null);
    }

    private Optional<Deed> release() {
        return onClaim(
                "release",
                (claim, caller) ->
                        use ->
                                use.releaseClaim.handle(
                                        new ReleaseClaim.Command(caller, claim, "too much")),
                null);
    }

    private Optional<Deed> submit() {
        return chance.recentOf(known.claims)
                .map(id -> {
                    Claim claim = ports.claims().find(id).orElseThrow();
                    Caller caller = mostly(agent(claim.parties()));
                    String content = chance.percent(40) ? "Done." : WORK;
                    Long fence = chance.percent(70) ? null : Long.valueOf(chance.between(0, 3));
                    return new Deed(
                            caller + " submits to " + claim.bounty() + " with fence " + fence,
                            use ->
                                    use.submitWork.handle(
                                            new SubmitWork.Command(
                                                    caller,
                                                    claim.bounty(),
                                                    fence,
                                                    new Work(content, List.of()))));
                });
    }

    private Optional<Deed> accept() {
        return onSubmission(
                "accept",
                (submission, caller) ->
                        use ->
                                use.acceptSubmission.handle(
                                        new AcceptSubmission.Command(caller, submission)));
    }

    private Optional<Deed> reject() {
        Review review =
                new Review("Not what was asked", List.of(new CriterionResult(0, false, "missing")));
        return onSubmission(
                "reject",
                (submission, caller) ->
                        use ->
                                use.rejectSubmission.handle(
                                        new RejectSubmission.Command(caller, submission, review)));
    }

    private Optional<Deed> requestRevision() {
        return onSubmission(
                "ask to revise",
                (submission, caller) ->
                        use ->
                                use.requestRevision.handle(
                                        new RequestRevision.Command(
                                                caller, submission, Review.notes("Nearly"))));
    }

    private Optional<Deed> dispute() {
        return chance.recentOf(known.claims)
                .map(id -> {
                    Claim claim = ports.claims().find(id).orElseThrow();
                    Caller caller = mostly(side(claim.parties()));
                    SubmissionId submission =
                            chance.percent(50)
                                    ? chance.recentOf(known.submissions).orElse(null)
                                    : null;
                    return new Deed(
                            caller + " disputes " + claim.bounty() + " about " + submission,
                            use ->
                                    use.openDispute.handle(
                                            new OpenDispute.Command(
                                                    caller,
                                                    claim.bounty(),
                                                    submission,
                                                    "It is wrong")));
                });
    }

    private Optional<Deed> giveEvidence() {
        return onDispute(
                "argue",
                (dispute, caller) ->
                        use ->
                                use.giveEvidence.handle(
                                        new GiveEvidence.Command(
                                                caller, dispute.id(), "Look here", List.of())));
    }

    private Optional<Deed> offer() {
        int share = chance.oneOf(List.of(0, 1, 2_500, 3_333, 5_000, 9_999, 10_000, 10_001));
        return onDispute(
                "offer " + share,
                (dispute, caller) ->
                        use ->
                                use.makeOffer.handle(
                                        new MakeOffer.Command(caller, dispute.id(), share)));
    }

    private Optional<Deed> acceptOffer() {
        return onDispute(
                "accept an offer in",
                (dispute, caller) -> {
                    Offer standing = dispute.offerOf(chance.percent(50) ? Side.POSTER : Side.AGENT);
                    OfferId offer = standing == null ? new OfferId(new UUID(0, 7)) : standing.id();
                    return use ->
                            use.acceptOffer.handle(
                                    new AcceptOffer.Command(caller, dispute.id(), offer));
                });
    }

    private Optional<Deed> withdrawDispute() {
        return onDispute(
                "withdraw",
                (dispute, caller) ->
                        use ->
                                use.withdrawDispute.handle(
                                        new WithdrawDispute.Command(caller, dispute.id())));
    }

    private Optional<Deed> resolve() {
        return chance.recentOf(known.disputes)
                .map(id -> {
                    Ruling ruling =
                            Ruling.ofShare(
                                    chance.oneOf(List.of(0, 1, 3_333, 5_000, 9_999, 10_000)));
                    Caller caller = mostly(cast.arbiter());
                    return new Deed(
                            caller + " rules for " + ruling + " on " + id,
                            use ->
                                    use.resolveDispute.handle(
                                            new ResolveDispute.Command(
                                                    caller, id, ruling, "So be it")));
                });
    }

    private Optional<Deed> reportProgress() {
        return chance.recentOf(known.claims)
                .map(id -> {
                    Claim claim = ports.claims().find(id).orElseThrow();
                    Caller caller = mostly(agent(claim.parties()));
                    return new Deed(
                            caller + " reports on " + claim.bounty(),
                            use ->
                                    use.reportProgress.handle(
                                            new ReportProgress.Command(
                                                    caller,
                                                    claim.bounty(),
                                                    "half_done",
                                                    "",
                                                    null,
                                                    Visibility.PUBLIC)));
                });
    }

    private Optional<Deed> topUp() {
        Caller caller = mostly(chance.oneOf(cast.operators()));
        Money amount = Money.cents(chance.between(-1, 30_000), Currency.USD);
        return deed(
                caller + " tops " + amount + " up",
                use -> {
                    use.topUp.handle(new TopUp.Command(caller, amount));
                    return new Known.ToppedUp(caller.operator(), amount);
                });
    }

    private Optional<Deed> withdraw() {
        Caller caller = mostly(chance.oneOf(cast.operators()));
        Money amount = Money.cents(chance.between(1, 8_000), Currency.USD);
        return deed(
                caller + " withdraws " + amount,
                use -> use.withdraw.handle(new Withdraw.Command(caller, amount)));
    }

    private Optional<Deed> suspendOrResume() {
        Caller agent = chance.oneOf(cast.agents());
        Caller caller = mostly(operator(agent.operator()));
        EditAgent.Wish wish = chance.percent(30) ? EditAgent.Wish.SUSPENDED : EditAgent.Wish.ACTIVE;
        return deed(
                "wish " + wish + " for " + agent,
                use ->
                        use.editAgent.handle(
                                new EditAgent.Command(
                                        caller,
                                        requireNonNull(agent.agent()),
                                        null,
                                        null,
                                        null,
                                        wish)));
    }

    /** What is done to one thing by one caller. */
    private interface Act<T> {
        Deed.Doing by(T thing, Caller caller);
    }

    /** Whose right it is, where it is an operator's. */
    private interface Right {
        OperatorId in(Parties parties);
    }

    /**
     * @param right null when it is the agent's
     */
    private Optional<Deed> onClaim(String words, Act<ClaimId> act, @Nullable Right right) {
        return chance.recentOf(known.claims)
                .map(id -> {
                    Parties parties = ports.claims().find(id).orElseThrow().parties();
                    Caller caller =
                            mostly(right == null ? agent(parties) : operator(right.in(parties)));
                    return new Deed(words + " claim " + id + " by " + caller, act.by(id, caller));
                });
    }

    private Optional<Deed> onSubmission(String words, Act<SubmissionId> act) {
        return chance.recentOf(known.submissions)
                .map(id -> {
                    Submission submission = ports.submissions().find(id).orElseThrow();
                    Caller caller = mostly(operator(submission.parties().poster()));
                    Deed.Doing doing = act.by(id, caller);
                    return new Deed(
                            words + " submission " + id + " by " + caller,
                            use -> {
                                Object answer = doing.on(use);
                                if (!submission.parties().isPoster(caller)) {
                                    throw new AssertionError(
                                            caller + " judged work that is not its to judge");
                                }
                                return answer;
                            });
                });
    }

    private Optional<Deed> onDispute(String words, Act<Dispute> act) {
        return chance.recentOf(known.disputes)
                .map((DisputeId id) -> {
                    Dispute dispute = ports.disputes().find(id).orElseThrow();
                    Caller caller = mostly(side(dispute.parties()));
                    return new Deed(
                            words + " dispute " + id + " by " + caller, act.by(dispute, caller));
                });
    }

    private static Optional<Deed> deed(String words, Deed.Doing doing) {
        return Optional.of(new Deed(words, doing));
    }

    /** A pause between two deeds; mostly short, sometimes longer than any window. */
    Duration pause() {
        if (chance.percent(60)) {
            return Duration.ofMinutes(chance.between(0, 90));
        }
        return chance.percent(80) ? chance.hours(1, 40) : chance.hours(48, 24 * 16);
    }
}
