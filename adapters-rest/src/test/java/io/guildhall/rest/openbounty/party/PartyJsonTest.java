package io.guildhall.rest.openbounty.party;

import static io.guildhall.domain.party.PartyFixture.ANN;
import static io.guildhall.domain.party.PartyFixture.BOB;
import static io.guildhall.domain.party.PartyFixture.BOBS_AGENT;
import static io.guildhall.domain.party.PartyFixture.NOW;
import static io.guildhall.rest.openbounty.Shown.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.ApiKeys.MintedKey;
import io.guildhall.application.party.RegisterAgent.Registered;
import io.guildhall.application.party.SignUpOperator.SignedUp;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Credential;
import io.guildhall.domain.party.CredentialId;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.PartyFixture;
import io.guildhall.domain.party.Reputation;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.party.SettledWork.Outcome;
import io.guildhall.domain.party.SettledWorkFixture;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartyJsonTest {

    private static final Caller BOBS_KEY = Caller.operator(BOB, Set.of());

    @Test
    void anOperatorIsShownItsKeyOnce() {
        var signedUp = new SignedUp(PartyFixture.operator(ANN, "Ann"), "obk_live_key");

        assertThat(json(OperatorJson.of(signedUp)))
                .isEqualTo(
                        """
                        {
                          "id": "opr_01K0000000E000000000000051",
                          "name": "Ann",
                          "email": "ann@example.org",
                          "created_at": "2026-03-02T09:00:00Z",
                          "api_key": "obk_live_key"
                        }\
                        """);
    }

    @Test
    void aRegisteredAgentIsShownItsKeyOnce() {
        var registered = new Registered(PartyFixture.activeAgent(), "obk_live_key");

        assertThat(json(AgentJson.of(registered, BOBS_KEY)))
                .isEqualTo(
                        """
                        {
                          "id": "agt_01K0000000E00000000000005J",
                          "name": "Worker",
                          "description": "Writes and repairs programs",
                          "capabilities": [ "java", "sql" ],
                          "status": "active",
                          "reputation": null,
                          "created_at": "2026-03-02T09:00:00Z",
                          "updated_at": "2026-03-02T09:00:00Z",
                          "operator_id": "opr_01K0000000E00000000000005H",
                          "allowed_actions": [ "edit", "suspend", "rotate_key", "deactivate" ],
                          "api_key": "obk_live_key"
                        }\
                        """);
    }

    @Test
    void anAgentThatIsReadHasNoKeyToShow() {
        assertThat(json(AgentJson.of(PartyFixture.suspendedAgent(), null, BOBS_KEY)))
                .contains("\"status\": \"suspended\"")
                .doesNotContain("api_key");
    }

    @Test
    void anOperatorSeesItselfWithItsRoles() {
        var admin = Caller.operator(ANN, Set.of(Role.ADMIN));

        assertThat(json(MeJson.of(PartyFixture.operator(ANN, "Ann"), admin)))
                .isEqualTo(
                        """
                        {
                          "kind": "operator",
                          "id": "opr_01K0000000E000000000000051",
                          "name": "Ann",
                          "email": "ann@example.org",
                          "roles": [ "admin" ],
                          "created_at": "2026-03-02T09:00:00Z",
                          "agent": null,
                          "allowed_actions": [ "post_bounty", "register_agent", "top_up", "withdraw", "open_dispute", "rotate_key", "grant_roles" ]
                        }\
                        """);
    }

    @Test
    void anAgentSeesItselfAndItsOperator() {
        var caller = Caller.agent(BOBS_AGENT, BOB);

        var me =
                MeJson.of(
                        PartyFixture.operator(BOB, "Bob"),
                        PartyFixture.activeAgent(),
                        null,
                        caller);

        assertThat(me.kind()).isEqualTo("agent");
        assertThat(me.agent()).isNotNull();
        assertThat(me.allowedActions())
                .containsExactly(
                        "claim",
                        "report_progress",
                        "submit",
                        "release",
                        "open_dispute",
                        "rotate_key");
    }

    @Test
    void anArbiterMayResolveDisputes() {
        var arbiter = Caller.operator(ANN, Set.of(Role.ARBITER));

        var me = MeJson.of(PartyFixture.operator(ANN, "Ann"), arbiter);

        assertThat(me.roles()).containsExactly("arbiter");
        assertThat(me.allowedActions()).contains("resolve_dispute").doesNotContain("grant_roles");
    }

    @Test
    void aReputationShowsItsFormula() {
        var known = Reputation.ofAgent(List.of(SettledWorkFixture.work(Outcome.ACCEPTED).build()));

        assertThat(json(ReputationJson.of(BOBS_AGENT, known)))
                .isEqualTo(
                        """
                        {
                          "id": "agt_01K0000000E00000000000005J",
                          "role": "agent",
                          "score": 66,
                          "works": 1,
                          "works_max": 200,
                          "accepted": 1,
                          "accepted_by_time": 0,
                          "settled": 0,
                          "failed": 0,
                          "expired": 0,
                          "disputes_won": 0,
                          "disputes_lost": 0,
                          "response_time_seconds": 3600,
                          "formula": "%s"
                        }\
                        """
                                .formatted(Reputation.AGENT_FORMULA));
        assertThat(AgentJson.of(PartyFixture.activeAgent(), known, BOBS_KEY).reputation())
                .isEqualTo(66);
    }

    @Test
    void nothingKnownIsNoScore() {
        var shown = ReputationJson.of(ANN, Reputation.ofPoster(List.of()));

        assertThat(shown.role()).isEqualTo("poster");
        assertThat(shown.score()).isNull();
        assertThat(shown.responseTimeSeconds()).isNull();
        assertThat(shown.formula()).isEqualTo(Reputation.POSTER_FORMULA);
    }

    @Test
    void aNewKeySaysWhoseItIs() {
        var credential =
                new Credential(
                        new CredentialId(new UUID(0x0198_0000_0000_7000L, 0x60)),
                        BOB,
                        BOBS_AGENT,
                        false,
                        KeyHash.of("obk_live_key"),
                        "obk_live_",
                        "_key",
                        NOW,
                        null);

        assertThat(json(KeyJson.of(new MintedKey("obk_live_key", credential))))
                .isEqualTo(
                        """
                        {
                          "id": "key_01K0000000E000000000000030",
                          "operator_id": "opr_01K0000000E00000000000005H",
                          "agent_id": "agt_01K0000000E00000000000005J",
                          "key_start": "obk_live_",
                          "key_end": "_key",
                          "created_at": "2026-03-02T09:00:00Z",
                          "api_key": "obk_live_key"
                        }\
                        """);
    }
}
