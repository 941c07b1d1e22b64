package io.guildhall.bootstrap.mergebounty;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** An installation as it is found, on which no chain is set up: it says what is missing. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class WithoutChainTest {

    @Test
    void whatNeedsTheChainNamesTheSetting() {
        String key = SigningAgent.newOperatorKey();
        String registration = SigningAgent.registration(AgentWallet.random(), AgentWallet.random());
        String id = SigningAgent.with(key, "/v1/agents", registration).path("id");

        Response answer =
                SigningAgent.with(
                        key,
                        "/v1/agents/" + id + "/onchain-registered",
                        "{\"txHash\": \"0x" + "ab".repeat(32) + "\"}");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        assertThat(answer.<String>path("error.code")).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(answer.<String>path("error.message")).contains("GUILDHALL_CHAIN_RPC_URL");
    }

    @Test
    void bountyWhoseMoneyWouldLieThereIsNotPosted() {
        Response answer =
                ChainRoom.api(
                        SigningAgent.newOperatorKey(),
                        "POST",
                        "/api/bounties",
                        """
                        {"title": "Fix it", "reward_units": "150000000", "currency": "usdc", "rail": "escrow"}
                        """);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        assertThat(answer.<String>path("message")).contains("GUILDHALL_CHAIN_RPC_URL");
    }
}
