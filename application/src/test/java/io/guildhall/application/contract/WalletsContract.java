package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.PartyError.WalletTaken;
import io.guildhall.domain.shared.RefusedException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every implementation of Wallets and AgentLinks keeps. */
public abstract class WalletsContract extends PortContract {

    @Test
    public void walletIsFoundFromBothSides() {
        Operator operator = operator();
        Agent agent = agentOf(operator);
        WalletAddress ofOperator = wallet();
        WalletAddress ofAgent = wallet();
        bind(operator, ofOperator);
        bind(agent, ofAgent);

        unit(() -> {
            assertThat(ports().wallets().ofOperator(operator.id())).contains(ofOperator);
            assertThat(ports().wallets().operatorWith(ofOperator)).contains(operator.id());
            assertThat(ports().wallets().ofAgent(agent.id())).contains(ofAgent);
            assertThat(ports().wallets().agentWith(ofAgent)).contains(agent.id());
            assertThat(ports().wallets().operatorWith(ofAgent)).isEmpty();
            assertThat(ports().wallets().agentWith(ofOperator)).isEmpty();
            assertThat(ports().wallets().ofOperator(new OperatorId(ids.next()))).isEmpty();
            assertThat(ports().wallets().ofAgent(new AgentId(ids.next()))).isEmpty();
        });
    }

    @Test
    public void bindingAgainChangesNothing() {
        Operator operator = operator();
        Agent agent = agentOf(operator);
        WalletAddress wallet = wallet();
        bind(operator, wallet);
        bind(operator, wallet);
        bind(agent, wallet);
        bind(agent, wallet);

        assertThat(unit(() -> ports().wallets().ofOperator(operator.id()))).contains(wallet);
        assertThat(unit(() -> ports().wallets().ofAgent(agent.id()))).contains(wallet);
    }

    @Test
    public void walletOfAnotherAndASecondWalletAreRefused() {
        Operator operator = operator();
        Agent agent = agentOf(operator);
        bind(operator, wallet());
        bind(agent, wallet());
        WalletAddress ofOther = wallet();
        WalletAddress ofOthersAgent = wallet();
        Operator other = operator();
        bind(other, ofOther);
        bind(agentOf(other), ofOthersAgent);

        assertTaken(() -> bind(operator, ofOther));
        assertTaken(() -> bind(operator, wallet()));
        assertTaken(() -> bind(agent, ofOthersAgent));
        assertTaken(() -> bind(agent, wallet()));
        assertTaken(() -> bind(agentOf(operator), ofOthersAgent));
    }

    @Test
    public void walletThatIsOnlyNamedIsNotProved() {
        Operator operator = operator();
        WalletAddress wallet = wallet();
        name(operator, wallet);
        name(operator, wallet);

        unit(() -> {
            assertThat(ports().wallets().ofOperator(operator.id())).contains(wallet);
            assertThat(ports().wallets().operatorWith(wallet)).contains(operator.id());
            assertThat(ports().wallets().provedOf(operator.id())).isEmpty();
        });

        bind(operator, wallet);
        name(operator, wallet);

        assertThat(unit(() -> ports().wallets().provedOf(operator.id()))).contains(wallet);
    }

    @Test
    public void nameIsRefusedWhereAnotherWasFirst() {
        Operator named = operator();
        Operator bound = operator();
        WalletAddress ofNamed = wallet();
        WalletAddress ofBound = wallet();
        name(named, ofNamed);
        bind(bound, ofBound);

        assertTaken(() -> name(named, wallet()));
        assertTaken(() -> name(bound, wallet()));
        assertTaken(() -> name(operator(), ofNamed));
        assertTaken(() -> name(operator(), ofBound));
    }

    @Test
    public void walletThatSaysWhoseItIsLeavesWhoeverOnlyNamedIt() {
        Operator eve = operator();
        Operator ann = operator();
        WalletAddress wallet = wallet();
        WalletAddress mistaken = wallet();
        name(eve, wallet);
        name(ann, mistaken);

        bind(ann, wallet);

        unit(() -> {
            assertThat(ports().wallets().ofOperator(eve.id())).isEmpty();
            assertThat(ports().wallets().operatorWith(mistaken)).isEmpty();
            assertThat(ports().wallets().operatorWith(wallet)).contains(ann.id());
            assertThat(ports().wallets().provedOf(ann.id())).contains(wallet);
        });
        assertTaken(() -> name(eve, wallet));
        assertTaken(() -> bind(ann, mistaken));
        name(eve, mistaken);
    }

    @Test
    public void refusedBindingLeavesNamesAsTheyWere() {
        Operator ann = operator();
        Operator eve = operator();
        WalletAddress ofEve = wallet();
        bind(ann, wallet());
        name(eve, ofEve);

        assertTaken(() -> bind(ann, ofEve));

        assertThat(unit(() -> ports().wallets().ofOperator(eve.id()))).contains(ofEve);
    }

    @Test
    public void whoeverProvesAWalletHasItHoweverManyNameItMeanwhile() throws InterruptedException {
        Operator ann = operator();
        WalletAddress wallet = wallet();
        Operator[] others = {operator(), operator(), operator()};

        InParallel.run(
                others.length + 1,
                number -> {
                    try {
                        if (number == 0) {
                            bind(ann, wallet);
                        } else {
                            name(others[number - 1], wallet);
                        }
                    } catch (RefusedException refused) {
                        assertThat(number).isNotZero();
                        assertThat(refused.error()).isInstanceOf(WalletTaken.class);
                    }
                });

        assertThat(unit(() -> ports().wallets().operatorWith(wallet))).contains(ann.id());
        assertThat(unit(() -> ports().wallets().provedOf(ann.id()))).contains(wallet);
    }

    @Test
    public void ofManyThatWantOneWalletOneGetsIt() throws InterruptedException {
        WalletAddress wallet = wallet();
        AtomicInteger bound = new AtomicInteger();
        Agent[] agents = {
            agentOf(operator()), agentOf(operator()), agentOf(operator()), agentOf(operator())
        };

        InParallel.run(
                agents.length,
                number -> {
                    try {
                        bind(agents[number], wallet);
                        bound.incrementAndGet();
                    } catch (RefusedException refused) {
                        assertThat(refused.error()).isInstanceOf(WalletTaken.class);
                    }
                });

        assertThat(bound).hasValue(1);
    }

    @Test
    public void linkIsFoundAsItWasSaved() {
        Agent agent = agentOf(operator());
        AgentLink bare = AgentLink.of(agent.id(), null);
        unit(() -> ports().agentLinks().add(bare));
        assertThat(unit(() -> ports().agentLinks().find(agent.id()))).contains(bare);

        AgentLink full =
                new AgentLink(
                        agent.id(),
                        "https://agent.example.com/.well-known/agent.json",
                        new AgentLink.Registration(
                                new TxHash("0x" + "ab".repeat(32)), clock.instant()),
                        new GithubAccount(account(), "ann-bot"));
        unit(() -> ports().agentLinks().save(full));

        assertThat(unit(() -> ports().agentLinks().find(agent.id()))).contains(full);
        assertThat(unit(() -> ports().agentLinks().find(new AgentId(ids.next())))).isEmpty();
    }

    @Test
    public void agentIsFoundByItsAccountUnderAnyLogin() {
        long account = account();
        assertThat(unit(() -> ports().agentLinks().agentWithGithub(account))).isEmpty();
        Agent agent = linked(account, "ann-bot");

        assertThat(unit(() -> ports().agentLinks().agentWithGithub(account))).contains(agent.id());

        unit(() -> {
            AgentLink link = ports().agentLinks().find(agent.id()).orElseThrow();
            ports().agentLinks().save(link.linked(new GithubAccount(account, "ann-robot")));
        });

        assertThat(unit(() -> ports().agentLinks().agentWithGithub(account))).contains(agent.id());
    }

    @Test
    public void ofManyThatLinkOneAccountOneGetsIt() throws InterruptedException {
        GithubAccount account = new GithubAccount(account(), "ann-bot");
        AtomicInteger linked = new AtomicInteger();
        Agent[] agents = {
            unlinked(), unlinked(), unlinked(), unlinked(),
        };

        InParallel.run(
                agents.length,
                number ->
                        unit(() -> {
                            if (ports().agentLinks().agentWithGithub(account.id()).isEmpty()) {
                                AgentLink link =
                                        ports().agentLinks()
                                                .find(agents[number].id())
                                                .orElseThrow();
                                ports().agentLinks().save(link.linked(account));
                            }
                        }));

        for (Agent agent : agents) {
            AgentLink link = unit(() -> ports().agentLinks().find(agent.id()).orElseThrow());
            if (link.github() != null) {
                linked.incrementAndGet();
            }
        }
        assertThat(linked).hasValue(1);
    }

    private long account() {
        return ids.next().getLeastSignificantBits() >>> 1;
    }

    private Agent unlinked() {
        Agent agent = agentOf(operator());
        unit(() -> ports().agentLinks().add(AgentLink.of(agent.id(), null)));
        return agent;
    }

    private Agent linked(long account, String login) {
        Agent agent = unlinked();
        unit(() ->
                ports().agentLinks()
                        .save(
                                AgentLink.of(agent.id(), null)
                                        .linked(new GithubAccount(account, login))));
        return agent;
    }

    private void name(Operator operator, WalletAddress wallet) {
        unit(() -> ports().wallets().name(operator.id(), wallet, clock.instant()));
    }

    private void bind(Operator operator, WalletAddress wallet) {
        unit(() -> ports().wallets().bind(operator.id(), wallet, clock.instant()));
    }

    private void bind(Agent agent, WalletAddress wallet) {
        unit(() -> ports().wallets().bind(agent.id(), wallet, clock.instant()));
    }

    private static void assertTaken(Runnable binding) {
        assertThatThrownBy(binding::run)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.error()).isInstanceOf(WalletTaken.class));
    }

    private WalletAddress wallet() {
        return new WalletAddress("0x" + ids.next().toString().replace("-", "") + "00".repeat(4));
    }
}
