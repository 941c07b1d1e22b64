package io.guildhall.persistence.party;

import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.PartyError.WalletTaken;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who has which wallet, in PostgreSQL. Whoever binds at the same time as another waits for it, and
 * then finds what it has left.
 */
@Singleton
public final class PostgresWallets implements Wallets {

    private static final String ADD_TO_OPERATOR =
            "INSERT INTO operator_wallet (operator_id, address, bound_at, proved) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT DO NOTHING";
    private static final String FORGET_NAMED =
            "DELETE FROM operator_wallet WHERE NOT proved AND (operator_id = ? OR address = ?)";
    private static final String IS_NAMED =
            "SELECT FROM operator_wallet WHERE NOT proved AND (operator_id = ? OR address = ?)";
    private static final String BIND_AGENT =
            "INSERT INTO agent_wallet (agent_id, address, bound_at) VALUES (?, ?, ?)"
                    + " ON CONFLICT DO NOTHING";

    private final Sql sql;

    PostgresWallets(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<WalletAddress> ofOperator(OperatorId operator) {
        return address(
                "SELECT address FROM operator_wallet WHERE operator_id = ?", operator.value());
    }

    @Override
    public Optional<WalletAddress> provedOf(OperatorId operator) {
        return address(
                "SELECT address FROM operator_wallet WHERE operator_id = ? AND proved",
                operator.value());
    }

    @Override
    public Optional<OperatorId> operatorWith(WalletAddress wallet) {
        return sql.first(
                "SELECT operator_id FROM operator_wallet WHERE address = ?",
                row -> new OperatorId(row.uuid("operator_id")),
                wallet.hex());
    }

    @Override
    public Optional<WalletAddress> ofAgent(AgentId agent) {
        return address("SELECT address FROM agent_wallet WHERE agent_id = ?", agent.value());
    }

    @Override
    public Optional<AgentId> agentWith(WalletAddress wallet) {
        return sql.first(
                "SELECT agent_id FROM agent_wallet WHERE address = ?",
                row -> new AgentId(row.uuid("agent_id")),
                wallet.hex());
    }

    @Override
    public void name(OperatorId operator, WalletAddress wallet, Instant now) {
        sql.change(ADD_TO_OPERATOR, operator.value(), wallet.hex(), now, false);
        refuseUnless(ofOperator(operator), wallet);
    }

    @Override
    public void bind(OperatorId operator, WalletAddress wallet, Instant now) {
        sql.change(FORGET_NAMED, operator.value(), wallet.hex());
        boolean added = sql.change(ADD_TO_OPERATOR, operator.value(), wallet.hex(), now, true) == 1;
        if (!added && sql.exists(IS_NAMED, operator.value(), wallet.hex())) {
            throw new LostRace("wallet " + wallet + " was named at the same time");
        }
        refuseUnless(provedOf(operator), wallet);
    }

    @Override
    public void bind(AgentId agent, WalletAddress wallet, Instant now) {
        sql.change(BIND_AGENT, agent.value(), wallet.hex(), now);
        refuseUnless(ofAgent(agent), wallet);
    }

    private Optional<WalletAddress> address(String query, UUID party) {
        return sql.first(query, row -> new WalletAddress(row.text("address")), party);
    }

    private static void refuseUnless(Optional<WalletAddress> bound, WalletAddress wallet) {
        if (!bound.equals(Optional.of(wallet))) {
            throw new RefusedException(new WalletTaken(wallet));
        }
    }
}
