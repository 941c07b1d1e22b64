package io.guildhall.application.progress;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.party.EditAgent;
import io.guildhall.application.progress.ReportProgress.Reported;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.progress.ProgressEvent.ProgressReported;
import io.guildhall.domain.progress.Trace;
import io.guildhall.domain.progress.Visibility;
import io.guildhall.domain.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportProgressTest {

    private static final Instant OPENING = InMemoryGuildhall.OPENING;

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", usd(60_000));
    private final Caller bob = market.operator("Bob");
    private final Caller agent = market.agentOf(bob);
    private final Bounty bounty = market.post(ann, terms().firstCome());
    private final Claim claim = market.claim(agent, bounty);

    @Test
    void reportIsKeptAndToldAndRenewsTheLease() {
        Instant now = market.guildhall.clock.advance(Duration.ofDays(1));

        Reported reported = market.report(agent, bounty);

        Trace trace = reported.trace();
        assertThat(reported.claim()).isEqualTo(market.now(claim));
        assertThat(reported.claim().leaseEndsAt()).isEqualTo(now.plus(Duration.ofDays(3)));
        assertThat(market.use.viewProgress.onBounty(ann, bounty.id(), first()).items())
                .containsExactly(trace);
        assertThat(market.guildhall.outbox.events())
                .endsWith(
                        new ProgressReported(
                                trace.id(),
                                bounty.id(),
                                claim.id(),
                                claim.parties(),
                                "tests_written",
                                "Two of them",
                                Visibility.PUBLIC));
    }

    @Test
    void renewalEndsAtThreeTimesTheLease() {
        Instant most = OPENING.plus(Duration.ofDays(9));
        for (int day = 2; day <= 8; day += 2) {
            market.guildhall.clock.set(OPENING.plus(Duration.ofDays(day)));
            Instant end = market.report(agent, bounty).claim().leaseEndsAt();
            Instant full = OPENING.plus(Duration.ofDays(day + 3));
            assertThat(end).isEqualTo(full.isBefore(most) ? full : most);
        }

        market.guildhall.clock.set(most);
        assertThat(refusal(() -> market.report(agent, bounty))).isEqualTo("lease_ended");
        assertThat(market.fireTimers()).isEqualTo(1);
        assertThat(refusal(() -> market.report(agent, bounty))).isEqualTo("claim_wrong_state");
    }

    @Test
    void renewalEndsAtTheDeadline() {
        Instant deadline = OPENING.plus(Duration.ofDays(4));
        Bounty urgent = market.post(ann, terms().firstCome().deadline(deadline));
        market.claim(agent, urgent);
        market.guildhall.clock.advance(Duration.ofDays(2));

        assertThat(market.report(agent, urgent).claim().leaseEndsAt()).isEqualTo(deadline);
    }

    @Test
    void reportAtOnceChangesNothingOfTheClaim() {
        assertThat(market.report(agent, bounty).claim()).isEqualTo(claim);
        assertThat(market.now(claim)).isEqualTo(claim);
    }

    @Test
    void reportsAreTakenWhileTheLeaseStandsStillAndRenewNothing() {
        market.submit(agent, bounty);
        Claim paused = market.now(claim);
        market.guildhall.clock.advance(Duration.ofDays(1));

        assertThat(market.report(agent, bounty).claim()).isEqualTo(paused);

        market.dispute(agent, bounty);
        Claim held = market.now(claim);
        assertThat(market.report(agent, bounty).claim()).isEqualTo(held);
        assertThat(market.use.viewProgress.onBounty(agent, bounty.id(), first()).items())
                .hasSize(2);
    }

    @Test
    void onlyTheWorkingAgentReports() {
        Caller rival = market.agentOf(market.operator("Carol"));
        assertThat(refusal(() -> market.report(rival, bounty))).isEqualTo("not_the_claiming_agent");
        assertThat(refusal(() -> market.report(market.agentOf(bob), bounty)))
                .isEqualTo("not_the_claiming_agent");
        assertThat(refusal(() -> market.report(bob, bounty))).isEqualTo("agent_key_needed");
        assertThat(refusal(() -> market.report(ann, bounty))).isEqualTo("agent_key_needed");
        Bounty toApprove = market.post(ann);
        market.claim(agent, toApprove);
        assertThat(refusal(() -> market.report(agent, toApprove))).isEqualTo("claim_wrong_state");

        market.use.editAgent.handle(
                new EditAgent.Command(
                        bob, agent.asAgent(), null, null, null, EditAgent.Wish.SUSPENDED));
        assertThat(refusal(() -> market.report(agent, bounty))).isEqualTo("agent_not_active");
    }

    @Test
    void privateReportsAreForTheTwoSides() {
        Trace hidden = market.report(agent, bounty, Visibility.PRIVATE).trace();
        Trace shown = market.report(agent, bounty).trace();
        Caller stranger = market.operator("Dora");

        for (Caller side : new Caller[] {ann, bob, agent}) {
            assertThat(market.use.viewProgress.onBounty(side, bounty.id(), first()).items())
                    .containsExactly(shown, hidden);
        }
        assertThat(market.use.viewProgress.onBounty(stranger, bounty.id(), first()).items())
                .containsExactly(shown);
        Bounty unfunded = market.post(ann, terms().reward(usd(90_000)));
        assertThat(
                        refusal(() ->
                                market.use.viewProgress.onBounty(stranger, unfunded.id(), first())))
                .isEqualTo("bounty_not_found");
    }

    @Test
    void reportsAreBoundedInSizeAndNumber() {
        String metadata = "{\"log\": \"" + "x".repeat(Trace.METADATA_BYTES_MAX - 11) + "\"}";
        assertThat(refusal(() -> report("tests_written", metadata + " ")))
                .isEqualTo("invalid_field");
        assertThat(refusal(() -> report(" ", null))).isEqualTo("invalid_field");
        assertThat(report("tests_written", metadata).trace().metadata()).isEqualTo(metadata);
        for (int report = 2; report <= Trace.ON_CLAIM_MAX; report++) {
            market.report(agent, bounty);
        }

        assertThat(refusal(() -> market.report(agent, bounty)))
                .isEqualTo("too_many_progress_reports");
    }

    private Reported report(String event, @Nullable String metadata) {
        return market.use.reportProgress.handle(
                new ReportProgress.Command(
                        agent, bounty.id(), event, "", metadata, Visibility.PUBLIC));
    }

    private static PageRequest first() {
        return PageRequest.first(10);
    }
}
