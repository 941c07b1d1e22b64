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
import io.guildhall.domain.party.UnconfirmedGithubLink;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.util.List;
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
        comeBack(state, "code");

        assertThat(refusal(() -> comeBack(state, "code"))).isEqualTo(new GithubLinkUnknown());
        assertThat(refusal(() -> comeBack("made up", "code"))).isEqualTo(new GithubLinkUnknown());
    }

    @Test
    void stateIsGoodForTenMinutes() {
        Agent agent = pending();
        String young = begin(agent);
        String old = begin(agent);
        market.guildhall.codeHost.willSay("code", BOT);
        market.guildhall.clock.advance(GithubLinkRequest.VALID.minusMillis(1));
        comeBack(young, "code");
        market.guildhall.clock.advance(Duration.ofMillis(1));

        assertThat(refusal(() -> comeBack(old, "code"))).isEqualTo(new GithubLinkExpired());
        assertThat(refusal(() -> comeBack(old, "code"))).isEqualTo(new GithubLinkUnknown());
    }

    @Test
    void whatGithubRefusesLinksNothing() {
        Agent agent = registered(pending());
        String denied = begin(agent);

        assertThat(refusal(() -> comeBack(denied, null))).isEqualTo(new GithubLinkDenied());
        assertThat(refusal(() -> comeBack(denied, "code"))).isEqualTo(new GithubLinkUnknown());
        assertThat(refusal(() -> comeBack(begin(agent), "wrong")))
                .isEqualTo(new GithubCodeRefused());
        market.guildhall.codeHost.goDown();
        assertThat(refusal(() -> comeBack(begin(agent), "code")))
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
        market.guildhall.codeHost.willSay("code", BOT);
        String code = comeBack(begin(agent), "code");
        market.use.deactivateAgent.handle(new DeactivateAgent.Command(ann, agent.id()));

        assertThat(refusal(() -> begin(agent))).isInstanceOf(AgentNotChangeable.class);
        assertThat(refusal(() -> confirm(ann, agent.id(), code)))
                .isInstanceOf(AgentNotChangeable.class);
        assertThat(linkOf(agent).github()).isNull();
    }

    @Test
    void operatorIsLinkedTheSameWay() {
        ConfirmGithubLink.Linked linked = linkOperator(ann, "code", OTHER);

        assertThat(linked).isEqualTo(new ConfirmGithubLink.Linked(ann.operator(), null, OTHER));
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
    void stateAndCodeAreKeptAsHashesAndInNoText() {
        String state = begin(pending());
        market.guildhall.codeHost.willSay("given", BOT);
        assertThat(new ReturnFromGithub.Command(state, "given").toString())
                .doesNotContain(state)
                .doesNotContain("given");
        String code = comeBack(state, "given");

        assertThat(new ConfirmGithubLink.Command(ann, null, code).toString()).doesNotContain(code);
        assertThat(List.of(state, code))
                .allMatch(secret -> secret.matches("[A-Za-z0-9_-]{43}"))
                .doesNotHaveDuplicates();
    }

    /** Whoever began it may have sent somebody else there. */
    @Test
    void comingBackAloneLinksNothing() {
        Agent agent = registered(pending());
        market.guildhall.codeHost.willSay("one", BOT);
        market.guildhall.codeHost.willSay("two", OTHER);

        comeBack(begin(agent), "one");
        comeBack(beginOwn(ann), "two");

        assertThat(linkOf(agent).github()).isNull();
        assertThat(found(agent).isActive()).isFalse();
        assertThat(market.use.viewParties.githubOf(ann.operator())).isEmpty();
    }

    @Test
    void codeIsForWhoeverBeganItAlone() {
        Agent agent = pending();
        Agent second = pending();
        market.guildhall.codeHost.willSay("one", BOT);
        String code = comeBack(begin(agent), "one");

        assertThat(refusal(() -> confirm(bob, agent.id(), code))).isEqualTo(new NotFound("agent"));
        assertThat(refusal(() -> confirm(bob, null, code))).isEqualTo(new GithubLinkUnknown());
        assertThat(refusal(() -> confirm(ann, null, code))).isEqualTo(new GithubLinkUnknown());
        assertThat(refusal(() -> confirm(ann, second.id(), code)))
                .isEqualTo(new GithubLinkUnknown());
        assertThat(
                        refusal(() ->
                                confirm(
                                        Caller.agent(agent.id(), ann.operator()),
                                        agent.id(),
                                        code)))
                .isEqualTo(new OperatorKeyNeeded());
        assertThat(linkOf(agent).github()).isNull();

        confirm(ann, agent.id(), code);
        assertThat(linkOf(agent).github()).isEqualTo(BOT);
    }

    @Test
    void codeIsGoodOnceAndForTenMinutes() {
        market.guildhall.codeHost.willSay("one", OTHER);
        market.guildhall.codeHost.willSay("two", OTHER);
        String first = comeBack(beginOwn(ann), "one");
        String late = comeBack(beginOwn(ann), "two");
        market.guildhall.clock.advance(UnconfirmedGithubLink.VALID.minusMillis(1));
        confirm(ann, null, first);
        market.guildhall.clock.advance(Duration.ofMillis(1));

        assertThat(refusal(() -> confirm(ann, null, first))).isEqualTo(new GithubLinkUnknown());
        assertThat(refusal(() -> confirm(ann, null, late))).isEqualTo(new GithubLinkExpired());
        assertThat(refusal(() -> confirm(ann, null, "guessed"))).isEqualTo(new GithubLinkUnknown());
    }

    @Test
    void whoCameBackIsShownWhoseTheAccountWouldBecome() {
        Agent agent = pending();
        market.guildhall.codeHost.willSay("one", BOT);
        market.guildhall.codeHost.willSay("two", OTHER);

        var ofAgent = market.use.viewUnconfirmedLink.handle(comeBack(begin(agent), "one"));
        String code = comeBack(beginOwn(bob), "two");
        var ofOperator = market.use.viewUnconfirmedLink.handle(code);

        assertThat(ofAgent.link().account()).isEqualTo(BOT);
        assertThat(ofAgent.agent()).isEqualTo(agent);
        assertThat(ofOperator.agent()).isNull();
        assertThat(ofOperator.operator().id()).isEqualTo(bob.operator());
        market.guildhall.clock.advance(UnconfirmedGithubLink.VALID);
        assertThat(refusal(() -> market.use.viewUnconfirmedLink.handle(code)))
                .isEqualTo(new GithubLinkUnknown());
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
        return Objects.requireNonNull(
                confirm(ann, agent.id(), comeBack(begin(agent), code)).agent());
    }

    private ConfirmGithubLink.Linked linkOperator(
            Caller operator, String code, GithubAccount account) {
        market.guildhall.codeHost.willSay(code, account);
        return confirm(operator, null, comeBack(beginOwn(operator), code));
    }

    private String begin(Agent agent) {
        return begin(ann, agent.id());
    }

    private String beginOwn(Caller operator) {
        return begin(operator, null);
    }

    private String begin(Caller caller, @Nullable AgentId agent) {
        return ScriptedCodeHost.stateOf(
                market.use.beginGithubLink.handle(new BeginGithubLink.Command(caller, agent)));
    }

    private String comeBack(String state, @Nullable String code) {
        return market.use.returnFromGithub.handle(new ReturnFromGithub.Command(state, code));
    }

    private ConfirmGithubLink.Linked confirm(Caller caller, @Nullable AgentId agent, String code) {
        return market.use.confirmGithubLink.handle(
                new ConfirmGithubLink.Command(caller, agent, code));
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
