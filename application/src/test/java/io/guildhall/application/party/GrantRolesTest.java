package io.guildhall.application.party;

import static io.guildhall.application.Market.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Mandates;
import io.guildhall.application.Market;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.PartyEvent.OperatorRolesChanged;
import io.guildhall.domain.party.Role;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GrantRolesTest {

    private final Market market = new Market();
    private final Caller first = market.operator("Admin");
    private final Caller admin = Caller.operator(first.operator(), Set.of(Role.ADMIN));
    private final Caller judith = market.operator("Judith");

    @Test
    void adminMakesAnArbiter() {
        Operator granted = grant(admin, judith.operator(), Role.ARBITER);

        assertThat(granted.roles()).containsExactly(Role.ARBITER);
        assertThat(market.use.viewParties.operatorOf(judith)).isEqualTo(granted);
        assertThat(market.guildhall.outbox.events())
                .endsWith(new OperatorRolesChanged(judith.operator(), Set.of(Role.ARBITER)));
    }

    @Test
    void rolesAreJustWhatWasGrantedLast() {
        grant(admin, judith.operator(), Role.ARBITER, Role.ADMIN);
        int before = market.guildhall.outbox.events().size();

        grant(admin, judith.operator(), Role.ARBITER, Role.ADMIN);
        assertThat(market.guildhall.outbox.events()).hasSize(before);

        assertThat(grant(admin, judith.operator()).roles()).isEmpty();
    }

    @Test
    void onlyAnAdminGrants() {
        Caller arbiter = Caller.operator(judith.operator(), Set.of(Role.ARBITER));
        for (Caller other : new Caller[] {judith, arbiter, market.agentOf(judith)}) {
            assertThat(refusal(() -> grant(other, judith.operator(), Role.ADMIN)))
                    .isEqualTo("admin_needed");
        }
        assertThat(refusal(() -> grant(admin, new OperatorId(new UUID(1, 2)), Role.ADMIN)))
                .isEqualTo("operator_not_found");
    }

    @Test
    void installationIsNeverWithoutAnAdmin() {
        grant(admin, first.operator(), Role.ADMIN, Role.ARBITER);

        assertThat(refusal(() -> grant(admin, first.operator(), Role.ARBITER)))
                .isEqualTo("first_operator_stays_admin");
    }

    private Operator grant(Caller caller, OperatorId operator, Role... roles) {
        return market.use.grantRoles.handle(
                new GrantRoles.Command(Mandates.of(caller), operator, Set.of(roles)));
    }
}
