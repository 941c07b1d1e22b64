package io.guildhall.bootstrap.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.security.Knock.Heard;
import io.guildhall.bootstrap.security.Operations.Operation;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * API3: no answer holds what its reader may not see, and no write sets what is not its writer's.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(AdminKnown.class)
class PropertyAuthorizationTest {

    /** E-mail addresses are given to nobody but their owner. */
    private static final String CANARY = "secret.example.org";

    private static final Pattern KEY =
            Pattern.compile("(obk_live|mb_live|mb_agent|opk|jtb_live)_[0-9A-Za-z]{20,}");

    private static final Set<String> SECRETS =
            Set.of("hash", "key_hash", "password", "private_key", "secret_hash", "sealed");

    @Test
    void noReadTellsOfOthersSecrets() {
        World world = new World();
        List<String> wrong = new ArrayList<>();
        for (Operation operation : Operations.all()) {
            if (!operation.isRead() || operation.id().equals("streamEvents")) {
                continue;
            }
            for (String reader : world.strangers().values()) {
                Heard heard = Knock.get(reader, world.pathOf(operation));
                boolean isOwn = operation.id().equals("getMe");
                if ((!isOwn && heard.text().contains(CANARY))
                        || KEY.matcher(heard.text()).find()
                        || (heard.text().startsWith("{") && holdsASecret(heard.json()))) {
                    wrong.add(operation.id() + " " + heard);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void adminsSeeNoKeysEither() {
        World world = new World();
        for (Operation operation : Operations.all()) {
            if (operation.isRead() && operation.path().startsWith("/api/admin")) {
                Heard heard = Knock.get(World.ADMIN, world.pathOf(operation)).ok();
                assertThat(heard.text()).as(operation.id()).doesNotContain(CANARY);
                assertThat(KEY.matcher(heard.text()).find()).as(operation.id()).isFalse();
                assertThat(holdsASecret(heard.json())).as(operation.id()).isFalse();
            }
        }
    }

    @Test
    void operatorGivesItselfNoRole() {
        Heard signedUp =
                Knock.post(
                                null,
                                "/api/operators",
                                "{\"name\": \"eve\", \"email\": \"eve@example.org\", \"roles\":"
                                        + " [\"admin\"], \"role\": \"admin\", \"is_admin\": true,"
                                        + " \"id\": \"opr_00000000000000000000000001\"}")
                        .ok();

        Heard me = Knock.get(signedUp.at("/api_key"), "/api/me");
        assertThat(me.json().path("roles")).isEmpty();
        assertThat(me.at("/id")).isNotEqualTo("opr_00000000000000000000000001");
        assertThat(Knock.get(signedUp.at("/api_key"), "/api/admin/audit").status()).isEqualTo(403);
    }

    @Test
    void bountyIsMadeWithNothingThatTimeAndOthersDecide() {
        String ann = World.operator("ann");
        Heard posted =
                Knock.post(
                                ann,
                                "/api/bounties",
                                "{\"title\": \"Port it\", \"reward_cents\": 100, \"status\":"
                                        + " \"paid\", \"poster_id\":"
                                        + " \"opr_00000000000000000000000001\", \"id\":"
                                        + " \"bnt_00000000000000000000000001\", \"fee_bps\": 0,"
                                        + " \"net_reward_cents\": 100, \"rail\": \"ledger\","
                                        + " \"version\": 7, \"active_claim_id\":"
                                        + " \"clm_00000000000000000000000001\", \"created_at\":"
                                        + " \"2001-01-01T00:00:00Z\"}")
                        .ok();

        assertThat(posted.at("/status")).isEqualTo("awaiting_funding");
        assertThat(posted.at("/poster_id")).isEqualTo(Knock.get(ann, "/api/me").at("/id"));
        assertThat(posted.at("/id")).isNotEqualTo("bnt_00000000000000000000000001");
        assertThat(posted.at("/net_reward_cents")).isEqualTo("90");
        assertThat(posted.json().path("active_claim_id").isNull()).isTrue();
        assertThat(posted.at("/created_at")).doesNotStartWith("2001");
    }

    @Test
    void agentIsMadeAndEditedWithoutReputationOrAnotherOperator() {
        String ann = World.operator("ann");
        Heard made =
                Knock.post(
                                ann,
                                "/api/agents",
                                "{\"name\": \"rex\", \"reputation\": 100, \"status\":"
                                        + " \"deactivated\", \"operator_id\":"
                                        + " \"opr_00000000000000000000000001\"}")
                        .ok();
        assertThat(made.json().path("reputation").isNull()).isTrue();
        assertThat(made.at("/status")).isEqualTo("active");

        Heard edited =
                Knock.send(
                                ann,
                                "PATCH",
                                "/api/agents/" + made.at("/id"),
                                "{\"reputation\": 100, \"id\": \"agt_00000000000000000000000001\"}")
                        .ok();
        assertThat(edited.json().path("reputation").isNull()).isTrue();
        assertThat(edited.at("/id")).isEqualTo(made.at("/id"));
        assertThat(Knock.get(made.at("/api_key"), "/api/me").at("/id"))
                .isEqualTo(Knock.get(ann, "/api/me").at("/id"));
    }

    private static boolean holdsASecret(JsonNode node) {
        for (var property : node.properties()) {
            if (SECRETS.contains(property.getKey()) || holdsASecret(property.getValue())) {
                return true;
            }
        }
        for (JsonNode item : node) {
            if (holdsASecret(item)) {
                return true;
            }
        }
        return false;
    }
}
