package io.guildhall.application.inmemory;

import io.guildhall.domain.codehost.GithubAccount;
import io.guildhall.domain.party.OperatorAccounts;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.LostRace;
import java.time.Instant;
import java.util.Optional;

/** Operators' accounts at GitHub in memory. */
public final class InMemoryOperatorAccounts implements OperatorAccounts {

    private final Rows<OperatorId, GithubAccount> rows;
    private final InMemoryAgentLinks agents;

    public InMemoryOperatorAccounts(InMemoryTransactions transactions, InMemoryAgentLinks agents) {
        this.rows = new Rows<>(transactions);
        this.agents = agents;
    }

    @Override
    public Optional<GithubAccount> ofOperator(OperatorId operator) {
        return rows.find(operator);
    }

    @Override
    public Optional<OperatorId> operatorWith(long account) {
        return rows.keysWhere((_, linked) -> linked.id() == account).stream().findFirst();
    }

    @Override
    public void link(OperatorId operator, GithubAccount account, Instant now) {
        boolean isOfAnother =
                operatorWith(account.id()).filter(owner -> !owner.equals(operator)).isPresent()
                        || agents.agentWithGithub(account.id()).isPresent();
        if (isOfAnother) {
            throw new LostRace("account " + account.id());
        }
        rows.put(operator, account);
    }
}
