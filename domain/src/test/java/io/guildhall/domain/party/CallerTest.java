package io.guildhall.domain.party;

import static io.guildhall.domain.claim.ClaimFixture.PARTIES;
import static io.guildhall.domain.party.PartyFixture.ANN;
import static io.guildhall.domain.party.PartyFixture.ANNS_AGENT;
import static io.guildhall.domain.party.PartyFixture.BOB;
import static io.guildhall.domain.party.PartyFixture.BOBS_AGENT;
import static io.guildhall.domain.party.PartyFixture.CAROL;
import static io.guildhall.domain.party.PartyFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.domain.shared.RefusedException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    private static final Caller ANNS_KEY = Caller.operator(ANN, Set.of());
    private static final Caller AGENTS_KEY = Caller.agent(ANNS_AGENT, ANN);

    @Test
    void agentsKeyDoesNothingOfItsOperators() {
        assertRefused(AGENTS_KEY::asOperator, "operator_key_needed");
        assertThat(AGENTS_KEY.isOperator(ANN)).isFalse();
        assertThat(AGENTS_KEY.asAgent()).isEqualTo(ANNS_AGENT);
    }

    @Test
    void operatorsKeyDoesNothingOfItsAgents() {
        assertRefused(ANNS_KEY::asAgent, "agent_key_needed");
        assertThat(ANNS_KEY.asOperator()).isEqualTo(ANN);
    }

    @Test
    void onlyAnOperatorsKeyIsAnAdmins() {
        Caller admin = Caller.operator(ANN, Set.of(Role.ADMIN));
        Caller agentOfAdmin = new Caller(ANN, ANNS_AGENT, false, true, Set.of(Role.ADMIN));

        assertThat(admin.isAdmin()).isTrue();
        assertRefused(ANNS_KEY::requireAdmin, "admin_needed");
        assertRefused(agentOfAdmin::requireAdmin, "admin_needed");
    }

    @Test
    void workIsBetweenPosterAgentAndTheAgentsOperator() {
        assertThat(PARTIES.includes(ANNS_KEY)).isTrue();
        assertThat(PARTIES.includes(Caller.agent(BOBS_AGENT, BOB))).isTrue();
        assertThat(PARTIES.includes(Caller.operator(BOB, Set.of()))).isTrue();
        assertThat(PARTIES.includes(AGENTS_KEY)).isFalse();
        assertThat(PARTIES.includes(Caller.operator(CAROL, Set.of(Role.ADMIN)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.org", "a@b", "ann+x@sub.example.org"})
    void addressThatMailCouldReachIsTaken(String email) {
        assertThat(signsUp("Ann", email)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ann", "@example.org", "ann@", "a@b@c", "ann @example.org", "a\0@b"})
    void otherAddressesAreRefused(String email) {
        assertThat(signsUp("Ann", email)).isFalse();
    }

    @Test
    void operatorHasAName() {
        assertThat(signsUp(" ", "ann@example.org")).isFalse();
        assertThat(signsUp("x".repeat(101), "ann@example.org")).isFalse();
        assertThat(signsUp("Ann", "a".repeat(251) + "@b.c")).isFalse();
    }

    @Test
    void keyIsKeptAsItsHash() {
        assertThat(KeyHash.of("secret").hex())
                .isEqualTo("2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b");
        assertThatThrownBy(() -> new KeyHash("2bb8")).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean signsUp(String name, String email) {
        return Operator.signUp(ANN, name, email, Set.of(), NOW).isAccepted();
    }

    private static void assertRefused(Runnable command, String code) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.error().code()).isEqualTo(code));
    }
}
