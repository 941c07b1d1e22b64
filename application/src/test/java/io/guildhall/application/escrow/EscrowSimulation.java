package io.guildhall.application.escrow;

import static io.guildhall.application.escrow.ChainMarket.AGENTS;
import static io.guildhall.application.escrow.ChainMarket.ANNS;
import static io.guildhall.application.escrow.ChainMarket.NOTHING;
import static io.guildhall.application.escrow.ChainMarket.RIVALS;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.escrow.Reconcile.Difference;
import io.guildhall.application.escrow.Reconcile.Subject;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.simulation.Census;
import io.guildhall.application.simulation.Chance;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus.AwaitingFunding;
import io.guildhall.domain.bounty.BountyStatus.Completed;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.Admission;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.ChainReader.TooManyLogs;
import io.guildhall.domain.escrow.HeldClaim;
import io.guildhall.domain.escrow.SentBackAs;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.submission.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bounties on chain by chance: what parties command here, what their wallets do at the contract,
 * what time does, and forks of the chain; two replicas hear of it late, early and by turns. Only
 * posters pay at any time, also for what is over.
 *
 * <p>Either nobody contradicts anybody: a party that has acted at one place waits there until the
 * other has heard, and all agree in the end. Or each says at each place what it likes: then
 * bounties are frozen, and still our books have what the contract has, time ends everything, and
 * what a poster has accepted here is paid unless its agent gives that away.
 */
final class EscrowSimulation {

    private static final int STEPS = 200;
    private static final int BOUNTIES_MAX = 5;
    private static final int DAYS_TO_THE_END_MAX = 150;

    /** Of the ways in which the contract ends a bounty, those that its agent has no part in. */
    private static final Set<VaultOutcome> WITHOUT_ITS_AGENT =
            EnumSet.of(VaultOutcome.REWORK_ENDED, VaultOutcome.RULED, VaultOutcome.ARBITER_SILENT);

    private final Chance chance;
    private final Census census;
    private final boolean isContradicted;
    private final ChainMarket chain = new ChainMarket();
    private final Market market = chain.market;
    private final Caller judith = market.arbiter();
    private final ModelContract model = new ModelContract(chain.contract, chain.guildhall.clock);
    private final ModelRelay relay = new ModelRelay(chain, model, UseCases.CONFIRMATIONS);
    private final List<UseCases> replicas =
            List.of(chain.use, new UseCases(chain.guildhall.ports()));
    private final List<Bounty> bounties = new ArrayList<>();
    private final Set<TxHash> byWallets = new HashSet<>();
    private final Set<ClaimId> accepted = new HashSet<>();
    private final Set<BountyId> givenAway = new HashSet<>();
    private final Map<String, Admission> admissions = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private int works;

    private EscrowSimulation(long seed, Census census, boolean isContradicted) {
        this.chance = new Chance(seed);
        this.census = census;
        this.isContradicted = isContradicted;
    }

    /**
     * @param census where it is counted what happened
     * @throws AssertionError that names the seed and tells the story so far, when something does
     *     not hold
     */
    static void live(long seed, Census census) {
        live(seed, new EscrowSimulation(seed, census, false));
    }

    /** The same with parties that contradict each other and themselves. */
    static void liveInContradiction(long seed, Census census) {
        live(seed, new EscrowSimulation(seed, census, true));
    }

    private static void live(long seed, EscrowSimulation simulation) {
        try {
            simulation.live();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "Seed %d, replay it with -Dseed=%d. What happened:%n%s%n%s"
                            .formatted(seed, seed, String.join("\n", simulation.told), e),
                    e);
        }
    }

    private void live() {
        for (int step = 0; step < STEPS; step++) {
            somethingHappens();
            hold();
        }
        timeAloneEndsEverything();
    }

    private void somethingHappens() {
        switch (chance.between(0, 19)) {
            case 0 -> post();
            case 1, 2 -> fund();
            case 3, 4, 5, 6 -> times(4, this::wallet);
            case 7, 8, 9, 10 -> times(3, this::command);
            case 11 -> relay.round(bounties);
            case 12, 13 -> mine(chance.between(1, UseCases.CONFIRMATIONS));
            case 14, 15 -> follow(chance.oneOf(replicas));
            case 16 -> reorganise();
            case 17 -> confirm();
            case 18 ->
                    pass(Duration.ofMinutes(chance.between(1, chance.percent(50) ? 200 : most())));
            default -> agree();
        }
        if (chance.percent(20)) {
            chance.oneOf(replicas).fireTimers.handle(100);
        }
    }

    /** Most of what somebody tries is not for now. */
    private static void times(int count, Runnable attempt) {
        for (int i = 0; i < count; i++) {
            attempt.run();
        }
    }

    private void post() {
        if (bounties.size() == BOUNTIES_MAX) {
            return;
        }
        chain.use.contractTerms.refresh();
        bounties.add(
                chain.posted(
                        terms().onChain()
                                .deadline(now().plus(chance.hours(30, 600)))
                                .claimTtl(chance.hours(1, 96))
                                .reviewWindow(chance.hours(1, 200))));
        tell("posted");
    }

    private void fund() {
        for (Bounty bounty : bounties) {
            if (chain.now(bounty).status() instanceof AwaitingFunding) {
                fund(bounty);
                if (chance.percent(3)) {
                    attempt("cancel", bounty, () -> market.cancel(chain.ann, bounty));
                }
            }
        }
        fundWhatIsOver();
    }

    private void fundWhatIsOver() {
        for (Bounty bounty : bounties) {
            if (chain.now(bounty).status().isTerminal() && chance.percent(20)) {
                fund(bounty);
            }
        }
    }

    private void fund(Bounty bounty) {
        var hold = chain.hold(bounty);
        var funded =
                new VaultEvent.Funded(hold.onchainId(), ANNS, bounty.id(), hold.termsOf(bounty));
        remember(bounty, "funded", model.fund(funded));
    }

    /** Whoever waits for an order of ours keeps its wallet still. */
    private void wallet() {
        Bounty bounty = chance.recentOf(bounties).orElse(null);
        if (bounty == null || (!isContradicted && relay.isUnderWay(bounty))) {
            return;
        }
        ModelBounty there = model.find(id(bounty)).orElse(null);
        if (there == null) {
            return;
        }
        Side side = chance.oneOf(List.of(Side.values()));
        int share = chance.oneOf(List.of(0, 1, 2_500, 5_000, 10_000));
        var wallet = chance.oneOf(List.of(AGENTS, RIVALS));
        var content = ChainMarket.digest("work " + works++);
        var as = chance.oneOf(List.of(SentBackAs.values()));
        int about = chance.between(0, 3);
        switch (chance.between(0, 16)) {
            case 0 -> {
                if (chance.percent(20)) {
                    byWallet(bounty, "cancelled", (here, _) -> here.cancel());
                }
            }
            case 1, 2, 3 -> claim(bounty, there, wallet);
            case 4 -> giveAway(bounty, "released", ModelBounty::release);
            case 5, 6 -> {
                var agent = there.agent();
                if (agent != null) {
                    byWallet(
                            bounty,
                            "submitted",
                            (here, now) -> here.submit(agent, there.fence(), content, now));
                }
            }
            case 7 ->
                    byWallet(
                            bounty,
                            "accepted",
                            (here, _) -> here.accept(there.work(), VaultOutcome.ACCEPTED));
            case 8, 9 ->
                    byWallet(
                            bounty,
                            "sent back",
                            (here, now) -> here.sendBack(there.work(), as, now));
            case 10 ->
                    byWallet(
                            bounty,
                            "disputed",
                            (here, now) ->
                                    here.openDispute(
                                            there.agent(), there.fence(), about, side, now));
            case 11 ->
                    byWallet(
                            bounty,
                            "answered",
                            (here, now) -> here.answerDispute(there.disputes(), content, now));
            case 12 ->
                    byWallet(bounty, "offered", (here, now) -> here.offerSplit(side, share, now));
            case 13 -> giveAway(bounty, "settled", (here, now) -> here.acceptSplit(side, now));
            case 14 -> {
                if (there.openedBy() == Side.AGENT) {
                    giveAway(bounty, "withdrew", ModelBounty::withdrawDispute);
                } else {
                    byWallet(bounty, "withdrew", ModelBounty::withdrawDispute);
                }
            }
            case 15 -> byWallet(bounty, "expired", ModelBounty::expire);
            default -> {
                byWallet(bounty, "accepted in silence", ModelBounty::acceptUnanswered);
                byWallet(bounty, "timed out", ModelBounty::timeOutDispute);
            }
        }
    }

    /** By the newest admission that the wallet has, which may be one of before. */
    private void claim(Bounty bounty, ModelBounty there, WalletAddress wallet) {
        String whose = bounty.id() + " " + wallet;
        if (chance.percent(30)) {
            // Whoever has the relayer's key admits whom it likes, and we have to live with it.
            long fence = there.fence() + 1;
            admissions.put(
                    whose,
                    chain.contract.admit(id(bounty), wallet, fence, PrepareClaim.ADMITTED_FOR));
        } else if (chance.percent(80)) {
            Caller caller = wallet.equals(AGENTS) ? chain.agent : chain.rival;
            model.show();
            attempt(
                    "prepare",
                    bounty,
                    () ->
                            admissions.put(
                                    whose,
                                    chance.oneOf(replicas)
                                            .prepareClaim
                                            .handle(caller, bounty.id())
                                            .admission()));
        }
        Admission admission = admissions.get(whose);
        if (admission != null) {
            byWallet(bounty, "claimed", (here, now) -> here.claim(wallet, admission, now));
        }
    }

    private void byWallet(Bounty bounty, String what, ModelContract.Call call) {
        remember(bounty, what, model.call(id(bounty), call));
    }

    /** The agent does, or agrees to it. */
    private void giveAway(Bounty bounty, String what, ModelContract.Call call) {
        Optional<ChainFact> said = model.call(id(bounty), call);
        said.ifPresent(_ -> givenAway.add(bounty.id()));
        remember(bounty, what, said);
    }

    private void remember(Bounty bounty, String what, Optional<ChainFact> said) {
        said.ifPresent(fact -> {
            byWallets.add(fact.origin().transaction());
            tell("wallet " + what, bounty);
        });
    }

    /** Whoever has spoken to the contract waits until that is heard here. */
    private void command() {
        Bounty bounty = chance.recentOf(bounties).orElse(null);
        if (bounty == null
                || (!isContradicted && (isAnythingUnheard(bounty) || chain.isFrozen(bounty)))) {
            return;
        }
        ModelBounty there = model.find(id(bounty)).orElse(null);
        if (there == null) {
            if (chance.percent(10)) {
                attempt("cancel", bounty, () -> market.cancel(chain.ann, bounty));
            }
            return;
        }
        Caller worker = AGENTS.equals(there.agent()) ? chain.agent : chain.rival;
        switch (chance.between(0, 8)) {
            case 0, 1, 2 -> submit(bounty, there, worker);
            case 3 -> judge(bounty, there);
            case 4 -> sendBack(bounty, there);
            case 5, 6 -> dispute(bounty, there, worker);
            case 7 -> evidence(bounty, there, worker);
            default -> resolve(bounty, there);
        }
        if (chance.percent(70)) {
            relay.round(bounties);
        }
    }

    private void submit(Bounty bounty, ModelBounty there, Caller worker) {
        var agent = there.agent();
        var content = ChainMarket.digest("any");
        if (agent != null
                && passes(bounty, (here, now) -> here.submit(agent, there.fence(), content, now))) {
            attempt("submit", bounty, () -> market.submit(worker, bounty));
        }
    }

    private void judge(Bounty bounty, ModelBounty there) {
        if (isHandedIn(bounty)
                && passes(bounty, (here, _) -> here.accept(there.work(), VaultOutcome.MERGED))) {
            attempt("accept", bounty, () -> market.accept(chain.ann, newest(bounty)));
            if (chain.now(bounty).status() instanceof Completed(var claim, var _, var _)) {
                accepted.add(claim);
            }
        }
    }

    private void sendBack(Bounty bounty, ModelBounty there) {
        if (isHandedIn(bounty)
                && passes(
                        bounty,
                        (here, now) -> here.sendBack(there.work(), SentBackAs.REJECTED, now))) {
            attempt(
                    "send back",
                    bounty,
                    () -> {
                        if (chance.percent(50)) {
                            market.reject(chain.ann, newest(bounty));
                        } else {
                            market.requestRevision(chain.ann, newest(bounty));
                        }
                    });
        }
    }

    private void dispute(Bounty bounty, ModelBounty there, Caller worker) {
        boolean isPosters = chance.percent(50);
        boolean isAboutWork = there.submissions() > 0 && isHandedIn(bounty) && chance.percent(50);
        Side side = isPosters ? Side.POSTER : Side.AGENT;
        int about = isAboutWork ? there.submissions() : 0;
        Caller caller = isPosters ? chain.ann : worker;
        if (passes(
                bounty,
                (here, now) -> here.openDispute(there.agent(), there.fence(), about, side, now))) {
            attempt(
                    "dispute",
                    bounty,
                    () -> {
                        if (isAboutWork) {
                            market.dispute(caller, newest(bounty));
                        } else {
                            market.dispute(caller, bounty);
                        }
                    });
        }
    }

    private void evidence(Bounty bounty, ModelBounty there, Caller worker) {
        if (isDisputed(bounty)
                && passes(
                        bounty,
                        (here, now) ->
                                here.answerDispute(
                                        there.disputes(), ChainMarket.digest("any"), now))) {
            Dispute dispute = chain.dispute(bounty);
            Caller caller = dispute.openedBy() == Side.AGENT ? chain.ann : worker;
            attempt("answer", bounty, () -> market.giveEvidence(caller, dispute));
        }
    }

    private void resolve(Bounty bounty, ModelBounty there) {
        int share = chance.oneOf(List.of(0, 3_333, 10_000));
        if (isDisputed(bounty)
                && passes(bounty, (here, now) -> here.ruleDispute(there.disputes(), share, now))) {
            attempt(
                    "rule",
                    bounty,
                    () -> market.resolve(judith, chain.dispute(bounty), Ruling.ofShare(share)));
        }
    }

    /** Who contradicts does not ask the contract first. */
    private boolean passes(Bounty bounty, ModelContract.Call call) {
        return isContradicted || model.passes(id(bounty), call);
    }

    private boolean isHandedIn(Bounty bounty) {
        return !isContradicted || !handedIn(bounty).isEmpty();
    }

    private boolean isDisputed(Bounty bounty) {
        return !isContradicted || chain.now(bounty).status() instanceof Disputed;
    }

    private void attempt(String what, Bounty bounty, Runnable command) {
        tell(what + " " + Market.refusal(command), bounty);
    }

    private void confirm() {
        for (Bounty bounty : bounties) {
            for (ChainFact fact : said(bounty)) {
                if (fact.event() instanceof VaultEvent.Claimed claimed && chance.percent(50)) {
                    Caller caller = claimed.agent().equals(AGENTS) ? chain.agent : chain.rival;
                    var command =
                            new ConfirmClaim.Command(
                                    caller, bounty.id(), fact.origin().transaction());
                    attempt(
                            "confirm",
                            bounty,
                            () -> chance.oneOf(replicas).confirmClaim.handle(command));
                }
            }
        }
    }

    private void mine(int blocks) {
        model.mine(blocks);
        tell("mined");
    }

    private void follow(UseCases replica) {
        ChainMarket.follow(replica);
        tell("followed");
    }

    private void reorganise() {
        int depth = chance.between(1, UseCases.CONFIRMATIONS);
        if (chain.contract.head().number() > depth) {
            model.reorganise(depth, chance);
            tell("reorganised");
        }
    }

    /** Who is contradicted has to answer at the contract within two days. */
    private int most() {
        return isContradicted ? 1_200 : 3_000;
    }

    /** Orders do not lie about for hours. */
    private void pass(Duration time) {
        relay.round(bounties);
        mine(UseCases.CONFIRMATIONS);
        relay.round(bounties);
        if (isContradicted) {
            hearAndReply();
        }
        chain.advance(time);
        tell("time passed");
    }

    /** Nor do facts, and what is told because of them. */
    private void hearAndReply() {
        for (int round = 0; round < 3; round++) {
            mine(UseCases.CONFIRMATIONS);
            follow(chance.oneOf(replicas));
            relay.round(bounties);
        }
    }

    /** Whatever is still under way, there is no difference but in that. */
    private void agree() {
        if (chance.percent(50)) {
            relay.round(bounties);
            mine(UseCases.CONFIRMATIONS);
        }
        follow(chance.oneOf(replicas));
        relay.round(bounties);
        model.show();
        var report = chance.oneOf(replicas).reconcile.handle();
        assertThat(report.differences()).allSatisfy(this::assertKnown);
        tell("agreed");
        census.count(report.underWay() > 0 ? "agreed, some under way" : "agreed on all");
    }

    /**
     * Our books have what the contract has, even of what we do not agree about; but for the stake
     * of a claim that cannot be here.
     */
    private void assertKnown(Difference difference) {
        if (!isContradicted) {
            assertCameTooLate(difference.bounty());
            return;
        }
        assertThat(difference.subject()).isIn(Subject.STATUS, Subject.STAKE);
        BountyId id = Objects.requireNonNull(difference.bounty());
        assertThat(chain.guildhall.escrowHolds.find(id).orElseThrow().frozen())
                .as("%s is known to differ", difference)
                .isNotNull();
    }

    private void hold() {
        assertThat(chain.guildhall.ledger.prove().balances()).isTrue();
        if (isContradicted) {
            return;
        }
        assertThat(chain.guildhall.escrowHolds.frozen())
                .allSatisfy(frozen -> assertCameTooLate(frozen.bounty()));
        for (UseCases replica : replicas) {
            assertThat(replica.contradictions)
                    .allSatisfy(contradiction -> assertCameTooLate(contradiction.bounty()));
        }
    }

    /** About nothing else do we and the contract differ. */
    private void assertCameTooLate(@Nullable BountyId id) {
        Bounty bounty = chain.guildhall.bounties.find(Objects.requireNonNull(id)).orElseThrow();
        assertThat(bounty.status().isTerminal() && !bounty.wasOpened())
                .as("%s was over before its money came", bounty)
                .isTrue();
    }

    private void timeAloneEndsEverything() {
        tell("time alone");
        for (int day = 0; day < DAYS_TO_THE_END_MAX; day++) {
            // Only now are bounties over because nobody has funded them for a week.
            fundWhatIsOver();
            pass(Duration.ofDays(1));
            replicas.forEach(replica -> replica.fireTimers.handle(100));
            relay.round(bounties);
            mine(UseCases.CONFIRMATIONS);
            replicas.forEach(this::follow);
            relay.round(bounties);
            if (isContradicted) {
                // What we do not remind it of, somebody else does.
                bounties.forEach(bounty -> byWallet(bounty, "expired", ModelBounty::expire));
            }
            hold();
        }
        for (Bounty bounty : bounties) {
            assertThat(chain.now(bounty).status().isTerminal())
                    .as("%s is over: %s", bounty.id(), chain.now(bounty).status())
                    .isTrue();
            assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
            for (HeldClaim held : chain.guildhall.escrowHolds.claimsOf(bounty.id())) {
                Claim claim = chain.guildhall.claims.find(held.claim()).orElseThrow();
                assertThat(claim.status()).isNotInstanceOf(Active.class);
                assertThat(chain.stakeOf(claim)).isEqualTo(NOTHING);
            }
            assertAcceptedWorkIsPaid(bounty);
            assertThat(chain.guildhall.chainFacts.of(id(bounty)))
                    .as("each fact is recorded once")
                    .hasSameSizeAs(said(bounty));
            census.count("ended " + chain.status(bounty));
            if (chain.isFrozen(bounty)) {
                census.count("money came too late, " + chain.status(bounty));
            }
        }
        agree();
    }

    private void assertAcceptedWorkIsPaid(Bounty bounty) {
        for (HeldClaim held : chain.guildhall.escrowHolds.claimsOf(bounty.id())) {
            if (!accepted.contains(held.claim()) || givenAway.contains(bounty.id())) {
                continue;
            }
            for (ChainFact fact : said(bounty)) {
                if (fact.event() instanceof VaultEvent.Ended ended
                        && ended.fence() == held.fence()
                        && WITHOUT_ITS_AGENT.contains(ended.outcome())) {
                    assertThat(ended.agentShareBps())
                            .as("what was accepted of %s is paid: %s", bounty.id(), ended)
                            .isEqualTo(Ruling.WHOLE_BPS);
                }
            }
            census.count("accepted, ended " + chain.status(bounty));
        }
    }

    private boolean isAnythingUnheard(Bounty bounty) {
        return said(bounty).stream()
                .filter(fact -> byWallets.contains(fact.origin().transaction()))
                .anyMatch(fact -> !chain.guildhall.chainFacts.contains(fact.origin()));
    }

    private List<ChainFact> said(Bounty bounty) {
        try {
            return chain.contract.facts(id(bounty), 0, chain.contract.head().number());
        } catch (TooManyLogs e) {
            throw new AssertionError(e);
        }
    }

    private Submission newest(Bounty bounty) {
        return handedIn(bounty).getLast();
    }

    /** Under the newest claim that stays. */
    private List<Submission> handedIn(Bounty bounty) {
        List<HeldClaim> held =
                chain.guildhall.escrowHolds.claimsOf(bounty.id()).stream()
                        .filter(HeldClaim::isFinal)
                        .toList();
        return held.isEmpty()
                ? List.of()
                : chain.guildhall.submissions.ofClaim(held.getLast().claim());
    }

    private OnchainId id(Bounty bounty) {
        return chain.hold(bounty).onchainId();
    }

    private Instant now() {
        return chain.guildhall.clock.instant();
    }

    private void tell(String what, Bounty bounty) {
        told.add(now() + " " + what + " " + bounties.indexOf(bounty));
        census.count(what);
    }

    private void tell(String what) {
        told.add(now() + " " + what);
        census.count(what);
    }
}
