package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.Operator;
import org.junit.jupiter.api.Test;

/** What every implementation of OperatorAccounts keeps. */
public abstract class OperatorAccountsContract extends PortContract {

    @Test
    public void accountIsFoundFromBothSides() {
        Operator ann = operator();
        GithubAccount account = account("ann");
        assertThat(ports().operatorAccounts().ofOperator(ann.id())).isEmpty();
        assertThat(ports().operatorAccounts().operatorWith(account.id())).isEmpty();

        link(ann, account);

        assertThat(ports().operatorAccounts().ofOperator(ann.id())).contains(account);
        assertThat(ports().operatorAccounts().operatorWith(account.id())).contains(ann.id());
    }

    @Test
    public void renamedAccountTakesTheOldOnesPlace() {
        Operator ann = operator();
        GithubAccount account = account("ann");
        link(ann, account);
        GithubAccount renamed = new GithubAccount(account.id(), "ann-renamed");

        link(ann, renamed);

        assertThat(ports().operatorAccounts().ofOperator(ann.id())).contains(renamed);
    }

    @Test
    public void accountOfAnotherOperatorLosesTheRace() {
        GithubAccount account = account("ann");
        link(operator(), account);
        Operator bob = operator();

        assertLosesRace(() -> ports().operatorAccounts().link(bob.id(), account, clock.instant()));
    }

    @Test
    public void accountOfAnAgentLosesTheRace() {
        Operator ann = operator();
        GithubAccount account = account("bot");
        AgentLink link = AgentLink.of(agentOf(ann).id(), null);
        unit(() -> {
            ports().agentLinks().add(link);
            ports().agentLinks().save(link.linked(account));
        });

        assertLosesRace(() -> ports().operatorAccounts().link(ann.id(), account, clock.instant()));
    }

    private GithubAccount account(String login) {
        return new GithubAccount(ids.next().getLeastSignificantBits() >>> 1, login);
    }

    private void link(Operator operator, GithubAccount account) {
        unit(() -> ports().operatorAccounts().link(operator.id(), account, clock.instant()));
    }
}
