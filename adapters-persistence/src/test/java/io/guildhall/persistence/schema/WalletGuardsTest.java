package io.guildhall.persistence.schema;

import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentLink;
import io.guildhall.domain.party.Operator;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class WalletGuardsTest extends SchemaTest {

    private Operator bob;
    private Agent agent;
    private WalletAddress ofBob;
    private WalletAddress ofAgent;

    @BeforeEach
    void walletsAndLink() {
        bob = operator();
        agent = agentOf(bob);
        ofBob = wallet();
        ofAgent = wallet();
        unit(() -> {
            ports.wallets().bind(bob.id(), ofBob, clock.instant());
            ports.wallets().bind(agent.id(), ofAgent, clock.instant());
            ports.agentLinks().add(AgentLink.of(agent.id(), null));
        });
    }

    @Test
    void walletIsOfOneParty() {
        assertRefused(
                "operator_wallet_of_one",
                "INSERT INTO operator_wallet VALUES (?, ?, now())",
                operator().id().value(),
                ofBob.hex());
        assertRefused(
                "agent_wallet_of_one",
                "INSERT INTO agent_wallet VALUES (?, ?, now())",
                agentOf(bob).id().value(),
                ofAgent.hex());
        assertRefused(
                "operator_wallet_pkey",
                "INSERT INTO operator_wallet VALUES (?, ?, now())",
                bob.id().value(),
                wallet().hex());
        assertRefused(
                "agent_wallet_pkey",
                "INSERT INTO agent_wallet VALUES (?, ?, now())",
                agent.id().value(),
                wallet().hex());
    }

    @Test
    void walletIsOfAPartyThatIsThere() {
        assertRefused(
                "operator_wallet_operator_id_fkey",
                "INSERT INTO operator_wallet VALUES (?, ?, now())",
                ids.next(),
                wallet().hex());
        assertRefused(
                "agent_wallet_agent_id_fkey",
                "INSERT INTO agent_wallet VALUES (?, ?, now())",
                ids.next(),
                wallet().hex());
        assertRefused(
                "agent_link_agent_id_fkey",
                "INSERT INTO agent_link (agent_id) VALUES (?)",
                ids.next());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0x",
                "0xABCDEF0123456789abcdef0123456789abcdef01",
                "abcdef0123456789abcdef0123456789abcdef01",
                "0xabcdef0123456789abcdef0123456789abcdef0",
                "0xabcdef0123456789abcdef0123456789abcdef012",
                "0xabcdef0123456789abcdef0123456789abcdefgg"
            })
    void addressHasOneForm(String text) {
        assertRefused(
                "operator_wallet_address_check",
                "INSERT INTO operator_wallet VALUES (?, ?, now())",
                operator().id().value(),
                text);
        assertRefused(
                "agent_wallet_address_check",
                "INSERT INTO agent_wallet VALUES (?, ?, now())",
                agentOf(bob).id().value(),
                text);
    }

    @Test
    void walletStaysWhereItWasBound() {
        assertRefused(
                "stays where it was bound",
                "UPDATE operator_wallet SET address = ? WHERE operator_id = ?",
                wallet().hex(),
                bob.id().value());
        assertRefused(
                "stays where it was bound",
                "DELETE FROM agent_wallet WHERE agent_id = ?",
                agent.id().value());
        assertRefused(
                "stays where it was bound",
                "DELETE FROM operator_wallet WHERE operator_id = ?",
                bob.id().value());
        assertRefused(
                "stays where it was bound",
                "UPDATE operator_wallet SET proved = false WHERE operator_id = ?",
                bob.id().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registration_tx = '0x12', registered_at = now()",
                "registration_tx = '0x' || repeat('A', 64), registered_at = now()",
                "registration_tx = '0x' || repeat('a', 64)",
                "registered_at = now()",
                "github_login = ''"
            })
    void linkCannotBe(String broken) {
        assertRefused(
                "agent_link",
                "UPDATE agent_link SET " + broken + " WHERE agent_id = ?",
                agent.id().value());
    }

    @Test
    void agentThatWaitsHasNoTimeOfIt() {
        assertRefused(
                "agent_status_at_check",
                "UPDATE agent SET status = 'pending_github', status_at = now() WHERE id = ?",
                agent.id().value());
        assertRefused(
                "agent_status_at_check",
                "UPDATE agent SET status = 'suspended' WHERE id = ?",
                agent.id().value());
    }

    private WalletAddress wallet() {
        return new WalletAddress("0x" + ids.next().toString().replace("-", "") + "00".repeat(4));
    }
}
