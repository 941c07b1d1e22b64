package io.guildhall.application.party;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Mandates;
import io.guildhall.application.Market;
import io.guildhall.application.access.Authenticate.Identity;
import io.guildhall.application.access.Door;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.party.Suspension;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Subject;
import io.guildhall.domain.submission.Submission;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a suspended party's keys, claims, leases and money. */
class SuspensionTest {

    private final Market market = new Market();
    private final Caller first = market.operator("Admin");
    private final Caller admin = Caller.operator(first.operator(), Set.of(Role.ADMIN));
    private final Caller ann = market.operatorWith("Ann", usd(50_000));

    private Caller bob;
    private String bobsKey = "";
    private Caller bot;
    private String botsKey = "";

    @BeforeEach
    void keys() {
        var signedUp =
                market.use.signUpOperator.handle(
                        new SignUpOperator.Command(
                                null, "Bob", "bob@example.org", Door.OPENBOUNTY, "req_1"));
        bob = Caller.operator(signedUp.operator().id(), Set.of());
        bobsKey = signedUp.key();
        bot = market.agentOf(bob);
        botsKey =
                market.use
                        .rotateKey
                        .handle(new RotateKey.Command(bob, bot.asAgent(), Door.OPENBOUNTY, true))
                        .key();
    }

    @Test
    void keysStillSayWhoCallsAndThatItIsStopped() {
        Suspension suspension = suspend(Suspension.of(bob.operator()));

        Identity operator = market.use.authenticate.byKey(bobsKey).orElseThrow();
        Identity agent = market.use.authenticate.byKey(botsKey).orElseThrow();
        assertThat(operator.suspension()).isEqualTo(suspension);
        assertThat(agent.suspension()).isEqualTo(suspension);
        assertThat(agent.caller().mayWork()).isFalse();
        assertThat(market.use.authenticate.byCredential(agent.credential())).contains(agent);

        resume(Suspension.of(bob.operator()));
        assertThat(market.use.authenticate.byKey(bobsKey).orElseThrow().suspension()).isNull();
        assertThat(market.use.authenticate.byKey(botsKey).orElseThrow().caller()).isEqualTo(bot);
    }

    @Test
    void rolesAreNoneWhileItLasts() {
        market.use.grantRoles.handle(
                new GrantRoles.Command(
                        Mandates.of(admin), bob.operator(), Set.of(Role.ADMIN, Role.ARBITER)));
        suspend(Suspension.of(bob.operator()));

        assertThat(market.use.authenticate.byKey(bobsKey).orElseThrow().caller().roles()).isEmpty();
        resume(Suspension.of(bob.operator()));
        assertThat(market.use.authenticate.byKey(bobsKey).orElseThrow().caller().isAdmin())
                .isTrue();
    }

    @Test
    void agentIsStoppedAloneAndItsOperatorCannotEndThat() {
        suspend(Suspension.of(bot.asAgent()));

        assertThat(market.use.authenticate.byKey(bobsKey).orElseThrow().suspension()).isNull();
        market.use.editAgent.handle(
                new EditAgent.Command(bob, bot.asAgent(), null, null, null, EditAgent.Wish.ACTIVE));
        assertThat(market.use.authenticate.byKey(botsKey).orElseThrow().suspension()).isNotNull();
    }

    @Test
    void pendingClaimIsNotApprovedUntilItsPartyGoesOn() {
        Claim claim = market.claim(bot, market.post(ann));
        suspend(Suspension.of(bob.operator()));

        assertThat(refusal(() -> market.approve(ann, claim))).isEqualTo("party_suspended");
        assertThat(market.now(claim)).isEqualTo(claim);

        resume(Suspension.of(bob.operator()));
        assertThat(market.approve(ann, claim).status()).isInstanceOf(ClaimStatus.Active.class);
    }

    @Test
    void leaseGoesOnSoThatNobodyWaitsForTheSuspended() {
        Bounty bounty = market.post(ann);
        Claim claim = market.approve(ann, market.claim(bot, bounty));
        suspend(Suspension.of(bot.asAgent()));

        market.pass(Duration.ofDays(4));

        assertThat(market.now(claim).status()).isInstanceOf(ClaimStatus.Expired.class);
        assertThat(market.now(bounty).status()).isInstanceOf(BountyStatus.Open.class);
    }

    @Test
    void activeClaimCanBeGivenBack() {
        Bounty bounty = market.post(ann);
        Claim claim = market.approve(ann, market.claim(bot, bounty));
        suspend(Suspension.of(bot.asAgent()));
        Caller stopped = market.use.authenticate.byKey(botsKey).orElseThrow().caller();

        assertThat(market.release(stopped, claim).status())
                .isInstanceOf(ClaimStatus.Released.class);
    }

    @Test
    void workThatWasHandedInIsStillPaidToItsBalance() {
        Bounty bounty = market.post(ann);
        market.approve(ann, market.claim(bot, bounty));
        Submission submission = market.submit(bot, bounty);
        suspend(Suspension.of(bob.operator()));

        market.accept(ann, submission);

        assertThat(market.balance(bob).available().isPositive()).isTrue();
        assertThat(market.now(bounty).status()).isInstanceOf(BountyStatus.Paid.class);
    }

    @Test
    void suspendedPosterKeepsNobodyFromBeingPaid() {
        Bounty bounty = market.post(ann);
        market.approve(ann, market.claim(bot, bounty));
        market.submit(bot, bounty);
        suspend(Suspension.of(ann.operator()));

        market.pass(Duration.ofDays(8));

        assertThat(market.now(bounty).status()).isInstanceOf(BountyStatus.Paid.class);
    }

    @Test
    void suspendingTwiceKeepsTheFirstReason() {
        Suspension suspension = suspend(Suspension.of(bob.operator()));
        market.guildhall.clock.advance(Duration.ofHours(1));

        assertThat(suspend(Suspension.of(bob.operator()))).isEqualTo(suspension);
        assertThat(market.use.admin.viewSuspensions.all(admin, PageRequest.first(10)).items())
                .containsExactly(suspension);
    }

    @Test
    void anAdminIsLeftWhoCanEndIt() {
        assertThat(refusal(() -> suspend(Suspension.of(first.operator()))))
                .isEqualTo("admin_stays");
        Caller second = Caller.operator(bob.operator(), Set.of(Role.ADMIN));
        assertThat(
                        refusal(() ->
                                market.use.admin.suspendParty.handle(
                                        new SuspendParty.Command(
                                                Mandates.of(second),
                                                Suspension.of(bob.operator())))))
                .isEqualTo("admin_stays");
    }

    @Test
    void onlyWhoIsThereIsSuspended() {
        Subject nobody = new Subject(Subject.Kind.AGENT, market.guildhall.ids.next());
        assertThat(refusal(() -> suspend(nobody))).isEqualTo("agent_not_found");
        assertThat(refusal(() -> resume(Suspension.of(bob.operator()))))
                .isEqualTo("party_not_suspended");
    }

    private Suspension suspend(Subject party) {
        return market.use.admin.suspendParty.handle(
                new SuspendParty.Command(Mandates.of(admin), party));
    }

    private void resume(Subject party) {
        market.use.admin.resumeParty.handle(new ResumeParty.Command(Mandates.of(admin), party));
    }
}
