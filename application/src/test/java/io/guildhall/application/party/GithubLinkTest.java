package io.guildhall.application.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guildhall.application.Mandates;
import io.guildhall.application.Market;
import io.guildhall.application.inmemory.ScriptedCodeHost;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.codehost.GithubCodeRefused;
import io.guildhall.domain.codehost.GithubUnavailable;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.AgentStatus;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.GithubLinkError.GithubAccountTaken;
import io.guildhall.domain.party.GithubLinkError.GithubLinkDenied;
import io.guildhall.domain.party.GithubLinkError.GithubLinkExpired;
import io.guildhall.domain.party.GithubLinkError.GithubLinkUnknown;
import io.guildhall.domain.party.GithubLinkRequest;
import io.guildhall.domain.party.PartyError.AgentHasNoWallet;
import io.guildhall.domain.party.PartyError.AgentNotChangeable;
import io.guildhall.domain.party.PartyError.OperatorKeyNeeded;
import io.guildhall.domain.party.PartyError.PartySuspended;
import io.guildhall.domain.party.PartyEvent.AgentActivated;
import io.guildhall.domain.party.PartyFixture;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.party.Suspension;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From an operator that is sent to GitHub to an agent with an account there. */
class GithubLinkTest {

    private static final GithubAccount BOT = new GithubAccount(42, "ann-bot");
    private static final GithubAccount OTHER = new GithubAccount(43, "bob-bot");

    private final Market market = new Market();
    private final Caller ann = market.operator("Ann");
    private final Caller bob = market.operator("Bob");

    @Test
    void linkAndRegistrationTogetherMakeAnAgentActive() {
        Agent agent = registered(pending());

        Agent linked = link(agent, "code", BOT);

        assertThat(linked.isActive()).isTrue();
        assertThat(linkOf(agent).github()).isEqualTo(BOT);
        assertThat(market.guildhall.outbox.events())
                .contains(new AgentActivated(agent.id(), agent.operator()));
    }

    @Test
    void linkAloneIsNotEnough() {
        Agent agent = pending();

        assertThat(link(agent, "code", BOT).status()).isEqualTo(new AgentStatus.PendingGithub());
        assertThat(linkOf(agent).github()).isEqualTo(BOT);
    }

    @Test
    void stateIsGoodOnce() {
        Agent agent = pending();
        String state = begin(agent);
        market.guildhall.codeHost.willSay("code", BOT);
        complete(state, "code");

        assertThat(refusal(() -> complete(state, "code"))).isEqualTo(new GithubLinkUnknown());
        assertThat(refusal(() -> complete("made up", "code"))).isEqualTo(new GithubLinkUnknown());
    }

    @Test
    void stateIsGoodForTenMinutes() {
        Agent agent = pending();
        String young = begin(agent);
        String old = begin(agent);
        market.guildhall.codeHost.willSay("code", BOT);
        market.guildhall.clock.advance(GithubLinkRequest.VALID.minusMillis(1));
        complete(young, "code");
        market.guildhall.clock.advance(Duration.ofMillis(1));

        assertThat(refusal(() -> complete(old, "code"))).isEqualTo(new GithubLinkExpired());
        assertThat(refusal(() -> complete(old, "code"))).isEqualTo(new GithubLinkUnknown());
    }

    @Test
    void whatGithubRefusesLinksNothing() {
        Agent agent = registered(pending());
        String denied = begin(agent);

        assertThat(refusal(() -> complete(denied, null))).isEqualTo(new GithubLinkDenied());
        assertThat(refusal(() -> complete(denied, "code"))).isEqualTo(new GithubLinkUnknown());
        assertThat(refusal(() -> complete(begin(agent), "wrong")))
                .isEqualTo(new GithubCodeRefused());
        market.guildhall.codeHost.goDown();
        assertThat(refusal(() -> complete(begin(agent), "code")))
                .isInstanceOf(GithubUnavailable.class);
        assertThat(linkOf(agent).github()).isNull();
        assertThat(found(agent).isActive()).isFalse();
    }

    @Test
    void accountIsOfOneAgentAndAnAgentHasOne() {
        Agent first = pending();
        Agent second = pending();
        link(first, "one", BOT);

        assertThat(refusal(() -> link(second, "two", new GithubAccount(BOT.id(), "renamed"))))
                .isEqualTo(new GithubAccountTaken("renamed"));
        assertThat(refusal(() -> link(first, "three", OTHER)))
                .isEqualTo(new GithubAccountTaken(OTHER.login()));
        assertThat(linkOf(second).github()).isNull();
    }

    @Test
    void renamedAccountIsLinkedAnew() {
        Agent agent = registered(pending());
        link(agent, "one", BOT);

        link(agent, "two", new GithubAccount(BOT.id(), "renamed"));

        assertThat(linkOf(agent).github()).isEqualTo(new GithubAccount(BOT.id(), "renamed"));
        assertThat(found(agent).isActive()).isTrue();
    }

    @Test
    void onlyItsOperatorLinksAnAgentThatHasAWallet() {
        Agent agent = pending();
        Caller plain = market.agentOf(ann);

        assertThat(refusal(() -> begin(bob, agent.id()))).isEqualTo(new NotFound("agent"));
        assertThat(refusal(() -> begin(Caller.agent(agent.id(), ann.operator()), agent.id())))
                .isEqualTo(new OperatorKeyNeeded());
        assertThat(refusal(() -> begin(ann, plain.asAgent())))
                .isEqualTo(new AgentHasNoWallet(plain.asAgent()));
    }

    @Test
    void deactivatedAgentIsNotLinked() {
        Agent agent = pending();
        String state = begin(agent);
        market.guildhall.codeHost.willSay("code", BOT);
        market.use.deactivateAgent.handle(new DeactivateAgent.Command(ann, agent.id()));

        assertThat(refusal(() -> begin(agent))).isInstanceOf(AgentNotChangeable.class);
        assertThat(refusal(() -> complete(state, "code"))).isInstanceOf(AgentNotChangeable.class);
        assertThat(linkOf(agent).github()).isNull();
    }

    @Test
    void operatorIsLinkedTheSameWay() {
        CompleteGithubLink.Linked linked = linkOperator(ann, "code", OTHER);

        assertThat(linked).isEqualTo(new CompleteGithubLink.Linked(ann.operator(), null, OTHER));
        assertThat(market.use.viewParties.githubOf(ann.operator())).contains(OTHER);
        GithubAccount renamed = new GithubAccount(OTHER.id(), "renamed");
        linkOperator(ann, "again", renamed);
        assertThat(market.use.viewParties.githubOf(ann.operator())).contains(renamed);
    }

    @Test
    void accountIsAnAgentsOrAnOperatorsAndOneOnly() {
        link(pending(), "one", BOT);
        linkOperator(ann, "two", OTHER);

        assertThat(refusal(() -> linkOperator(bob, "three", BOT)))
                .isEqualTo(new GithubAccountTaken(BOT.login()));
        assertThat(refusal(() -> linkOperator(bob, "four", OTHER)))
                .isEqualTo(new GithubAccountTaken(OTHER.login()));
        assertThat(refusal(() -> link(pending(), "five", OTHER)))
                .isEqualTo(new GithubAccountTaken(OTHER.login()));
        GithubAccount third = new GithubAccount(44, "third");
        assertThat(refusal(() -> linkOperator(ann, "six", third)))
                .isEqualTo(new GithubAccountTaken(third.login()));
    }

    @Test
    void nobodyIsSentToGithubWhileSuspended() {
        Caller admin = Caller.operator(ann.operator(), Set.of(Role.ADMIN));
        market.use.admin.suspendParty.handle(
                new SuspendParty.Command(Mandates.of(admin), Suspension.of(bob.operator())));

        assertThat(
                        refusal(() ->
                                market.use.beginGithubLink.handle(
                                        new BeginGithubLink.Command(bob, null))))
                .isInstanceOf(PartySuspended.class);
    }

    @Test
    void agentsKeyLinksNoOperator() {
        Caller bot = market.agentOf(ann);

        assertThat(
                        refusal(() ->
                                market.use.beginGithubLink.handle(
                                        new BeginGithubLink.Command(bot, null))))
                .isEqualTo(new OperatorKeyNeeded());
    }

    @Test
    void stateIsKeptAsAHashAndInNoText() {
        String state = begin(pending());

        assertThat(new CompleteGithubLink.Command(state, "code").toString())
                .doesNotContain(state)
                .doesNotContain("code");
        assertThat(state).hasSize(43).matches("[A-Za-z0-9_-]+");
    }

    private Agent pending() {
        Agent agent =
                PartyFixture.with(
                        PartyFixture.activeAgent(
                                new AgentId(market.guildhall.ids.next()), ann.operator()),
                        new AgentStatus.PendingGithub());
        market.guildhall.transactions.run(() -> {
            market.guildhall.agents.add(agent);
            market.guildhall.agentLinks.add(AgentLink.of(agent.id(), null));
        });
        return agent;
    }

    private Agent registered(Agent agent) {
        market.guildhall.transactions.run(() ->
                market.guildhall.agentLinks.save(
                        linkOf(agent)
                                .registered(
                                        new TxHash("0x" + "7".repeat(64)),
                                        market.guildhall.clock.instant())));
        return agent;
    }

    private Agent link(Agent agent, String code, GithubAccount account) {
        market.guildhall.codeHost.willSay(code, account);
        return complete(begin(agent), code);
    }

    private CompleteGithubLink.Linked linkOperator(
            Caller operator, String code, GithubAccount account) {
        market.guildhall.codeHost.willSay(code, account);
        String state =
                ScriptedCodeHost.stateOf(
                        market.use.beginGithubLink.handle(
                                new BeginGithubLink.Command(operator, null)));
        return market.use.completeGithubLink.handle(new CompleteGithubLink.Command(state, code));
    }

    private String begin(Agent agent) {
        return begin(ann, agent.id());
    }

    private String begin(Caller caller, AgentId agent) {
        return ScriptedCodeHost.stateOf(
                market.use.beginGithubLink.handle(new BeginGithubLink.Command(caller, agent)));
    }

    private Agent complete(String state, @Nullable String code) {
        return Objects.requireNonNull(
                market.use
                        .completeGithubLink
                        .handle(new CompleteGithubLink.Command(state, code))
                        .agent());
    }

    private AgentLink linkOf(Agent agent) {
        return market.guildhall.agentLinks.find(agent.id()).orElseThrow();
    }

    private Agent found(Agent agent) {
        return market.guildhall.agents.find(agent.id()).orElseThrow();
    }

    private static DomainError refusal(Runnable command) {
        return catchThrowableOfType(RefusedException.class, command::run).error();
    }
}
