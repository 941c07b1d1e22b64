package io.guildhall.domain.party;

import static io.guildhall.domain.party.PartyFixture.ANN;
import static io.guildhall.domain.party.PartyFixture.operator;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.party.PartyEvent.OperatorRolesChanged;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperatorTest {

    private static final Operator ANNS = operator(ANN, "Ann");

    @Test
    void grantedRolesAreAllThereAre() {
        Operator arbiter = grant(ANNS, Set.of(Role.ARBITER));

        assertThat(arbiter.roles()).containsExactly(Role.ARBITER);
        assertThat(grant(arbiter, Set.of(Role.ADMIN)).roles()).containsExactly(Role.ADMIN);
        assertThat(grant(arbiter, Set.of())).isEqualTo(ANNS);
    }

    @Test
    void onlyAChangeOfRolesIsTold() {
        assertThat(ANNS.grant(Set.of(Role.ARBITER)).orThrow().events())
                .containsExactly(new OperatorRolesChanged(ANN, Set.of(Role.ARBITER)));
        assertThat(ANNS.grant(Set.of()).orThrow().events()).isEmpty();
    }

    private static Operator grant(Operator operator, Set<Role> roles) {
        return operator.grant(roles).orThrow().state();
    }
}
