package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.progress.Trace;
import io.guildhall.domain.progress.TraceFixture;
import io.guildhall.domain.progress.TraceId;
import io.guildhall.domain.progress.Visibility;
import io.guildhall.domain.shared.PageRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of Traces keeps. */
public abstract class TracesContract extends PortContract {

    @Test
    public void traceIsReadAsItWasAdded() {
        Operator poster = operator();
        Bounty bounty = openBounty(poster);
        Claim claim = activeClaim(bounty, agentOf(operator()));
        Trace full = trace(claim, Visibility.PUBLIC);
        Trace bare =
                new Trace(
                        new TraceId(ids.next()),
                        bounty.id(),
                        claim.id(),
                        claim.parties(),
                        "Ünïcode \uD83D\uDC1D",
                        "",
                        null,
                        Visibility.PRIVATE,
                        clock.instant().plusNanos(1_000));
        unit(() -> ports().traces().add(bare));

        assertThat(
                        unit(() ->
                                        ports().traces()
                                                .onBounty(
                                                        bounty.id(),
                                                        keyOf(poster),
                                                        PageRequest.first(10)))
                                .items())
                .containsExactly(bare, full);
    }

    @Test
    public void traceIsAddedOnce() {
        Trace trace = trace(someClaim(), Visibility.PUBLIC);

        assertThatThrownBy(() -> unit(() -> ports().traces().add(trace)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    public void tracesAreCountedByClaim() {
        Bounty bounty = openBounty(operator());
        Agent agent = agentOf(operator());
        Claim earlier = released(activeClaim(bounty, agent));
        trace(earlier, Visibility.PUBLIC);
        Claim claim = activeClaim(bounty, agent);
        assertThat(countOn(claim)).isZero();

        trace(claim, Visibility.PUBLIC);
        trace(claim, Visibility.PRIVATE);

        assertThat(countOn(claim)).isEqualTo(2);
        assertThat(countOn(earlier)).isEqualTo(1);
    }

    @Test
    public void publicTracesAreForAllAndPrivateOnesForTheTwoSides() {
        Operator poster = operator();
        Operator worker = operator();
        Agent agent = agentOf(worker);
        Agent successor = agentOf(operator());
        Bounty bounty = openBounty(poster);
        Claim earlier = released(activeClaim(bounty, agent));
        TraceId hidden = trace(earlier, Visibility.PRIVATE).id();
        TraceId shown = trace(earlier, Visibility.PUBLIC).id();
        Claim claim = activeClaim(bounty, successor);
        TraceId successors = trace(claim, Visibility.PRIVATE).id();
        trace(activeClaim(openBounty(poster), agent), Visibility.PUBLIC);

        assertThat(seenBy(keyOf(poster), bounty)).containsExactly(successors, shown, hidden);
        assertThat(seenBy(keyOf(worker), bounty)).containsExactly(shown, hidden);
        assertThat(seenBy(keyOf(agent), bounty)).containsExactly(shown, hidden);
        assertThat(seenBy(keyOf(successor), bounty)).containsExactly(successors, shown);
        assertThat(seenBy(keyOf(agentOf(worker)), bounty)).containsExactly(shown);
        assertThat(seenBy(keyOf(agentOf(poster)), bounty)).containsExactly(shown);
        assertThat(seenBy(keyOf(operator()), bounty)).containsExactly(shown);
        assertThat(seenBy(arbiter(operator()), bounty)).containsExactly(shown);
    }

    @Test
    public void pagesFollowEachOtherWithoutGapOrOverlap() {
        Bounty bounty = openBounty(operator());
        Claim claim = activeClaim(bounty, agentOf(operator()));
        List<TraceId> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            trace(claim, Visibility.PRIVATE);
            made.addFirst(trace(claim, Visibility.PUBLIC).id());
        }
        Caller stranger = keyOf(operator());

        List<Trace> read =
                pageByPage(
                        page -> ports().traces().onBounty(bounty.id(), stranger, page),
                        trace -> trace.id().value());

        assertThat(read).extracting(Trace::id).containsExactlyElementsOf(made);
        assertThat(
                        pageByPage(
                                page ->
                                        ports().traces()
                                                .fromTheBeginning(bounty.id(), stranger, page),
                                trace -> trace.id().value()))
                .extracting(Trace::id)
                .containsExactlyElementsOf(made.reversed());
    }

    private Claim someClaim() {
        return activeClaim(openBounty(operator()), agentOf(operator()));
    }

    private Trace trace(Claim claim, Visibility visibility) {
        Trace trace = TraceFixture.trace(new TraceId(ids.next()), claim, visibility);
        unit(() -> ports().traces().add(trace));
        return trace;
    }

    private int countOn(Claim claim) {
        return unit(() -> ports().traces().countOn(claim.id()));
    }

    private List<TraceId> seenBy(Caller viewer, Bounty bounty) {
        return unit(() -> ports().traces().onBounty(bounty.id(), viewer, PageRequest.first(10)))
                .items()
                .stream()
                .map(Trace::id)
                .toList();
    }
}
