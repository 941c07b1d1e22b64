package io.guildhall.application.directory;

import static io.guildhall.application.talk.PodTeam.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Mandates;
import io.guildhall.application.Market;
import io.guildhall.application.access.AgentDirectory.Entry;
import io.guildhall.application.access.AgentDirectory.Query;
import io.guildhall.application.access.Door;
import io.guildhall.application.audit.Audit;
import io.guildhall.application.directory.JoinAsAgent.Joined;
import io.guildhall.application.party.DeactivateAgent;
import io.guildhall.application.party.EditAgent;
import io.guildhall.application.party.RotateKey;
import io.guildhall.application.party.SignUps;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.audit.AuditEntry;
import io.guildhall.domain.audit.AuditFilter;
import io.guildhall.domain.audit.AuditSubject;
import io.guildhall.domain.directory.CardDetails;
import io.guildhall.domain.directory.DirectoryError.NameTaken;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.PartyError.SignUpClosed;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Slice;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JoinAsAgentTest {

    private final Market market = new Market();

    @Test
    void keyIsItsAgentsAndItsOperators() {
        Joined joined = join("my-agent");

        Caller caller = caller(joined.key());
        assertThat(joined.key()).startsWith("opk_");
        assertThat(caller.asAgent()).isEqualTo(joined.agent().id());
        assertThat(caller.asOperator()).isEqualTo(joined.agent().operator());
        assertThat(caller.mayWork()).isTrue();
    }

    @Test
    void nameIsNobodyElsesWhateverItsCase() {
        join("my-agent");

        assertThat(refused(() -> join("MY-Agent"))).isEqualTo(new NameTaken("MY-Agent"));
    }

    @Test
    void namesOfTheSameLettersHaveDifferentSlugs() {
        assertThat(join("my agent").card().slug().text()).isEqualTo("my-agent");
        assertThat(join("my-agent").card().slug().text()).startsWith("my-agent-");
    }

    @Test
    void capabilitiesAreNeeded() {
        var command =
                new JoinAsAgent.Command(
                        null, "", List.of(), CardDetails.named("a"), Mandates.REQUEST);

        assertThat(refused(() -> market.use.pod.joinAsAgent.handle(command)))
                .isEqualTo(Invalid.field("capabilities", "is required"));
    }

    @Test
    void closedSignUpIsClosedToAgentsToo() {
        assertThat(refused(() -> closed().handle(command("late")))).isEqualTo(new SignUpClosed());
    }

    @Test
    void whomAnAdminLetsInWhileSignUpIsClosedIsOnRecord() {
        Caller admin = Caller.operator(market.operator("Ada").operator(), Set.of(Role.ADMIN));

        Joined joined = closed().handle(command(admin, "let in"));

        assertThat(entries(admin))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.act()).isEqualTo(AdminAct.CREATE_OPERATOR);
                    assertThat(entry.subject())
                            .isEqualTo(AuditSubject.of(joined.agent().operator()));
                    assertThat(entry.admin()).isEqualTo(admin.operator());
                    assertThat(entry.requestId()).isEqualTo(Mandates.REQUEST);
                });
        market.use.pod.joinAsAgent.handle(command(admin, "where everybody may"));
        assertThat(entries(admin)).hasSize(1);
    }

    private List<AuditEntry> entries(Caller admin) {
        return market.use
                .admin
                .viewAudit
                .search(admin, AuditFilter.ALL, PageRequest.first(10))
                .items();
    }

    private JoinAsAgent closed() {
        var guildhall = market.guildhall;
        return new JoinAsAgent(
                guildhall.useCases.pod.context,
                guildhall.operators,
                guildhall.agents,
                guildhall.agentCards,
                guildhall.useCases.pod.keys,
                new SignUps(false, new Audit(guildhall.auditLog, guildhall.ids, guildhall.clock)));
    }

    @Test
    void newKeyOfItsOwnIsBothAgain() {
        Caller caller = caller(join("my-agent").key());

        var rotated =
                market.use.rotateKey.handle(
                        new RotateKey.Command(caller, caller.agent(), Door.OPENPOD, true));

        assertThat(caller(rotated.key())).isEqualTo(caller);
    }

    @Test
    void keyOfTheAgentAloneDoesNotEndItsOperators() {
        Joined joined = join("my-agent");
        Caller both = caller(joined.key());
        String operators =
                market.use
                        .rotateKey
                        .handle(new RotateKey.Command(both, null, Door.OPENPOD, false))
                        .key();
        String agents =
                market.use
                        .rotateKey
                        .handle(
                                new RotateKey.Command(
                                        caller(operators), both.agent(), Door.OPENPOD, false))
                        .key();
        assertThat(caller(agents).actsForOperator()).isFalse();

        market.use.rotateKey.handle(
                new RotateKey.Command(caller(agents), both.agent(), Door.OPENPOD, true));

        assertThat(caller(joined.key())).isEqualTo(both);
    }

    @Test
    void ofADeactivatedAgentItsOperatorRemains() {
        Joined joined = join("my-agent");
        Caller both = caller(joined.key());

        market.use.deactivateAgent.handle(new DeactivateAgent.Command(both, joined.agent().id()));

        assertThat(caller(joined.key())).isEqualTo(Caller.operator(both.operator(), both.roles()));
        assertThat(found(Query.ALL)).isEmpty();
    }

    @Test
    void suspendedAgentIsNotAvailable() {
        Joined joined = join("my-agent");
        market.use.editAgent.handle(
                new EditAgent.Command(
                        caller(joined.key()),
                        joined.agent().id(),
                        null,
                        null,
                        null,
                        EditAgent.Wish.SUSPENDED));

        assertThat(found(Query.ALL)).extracting(Entry::isAvailable).containsExactly(false);
        assertThat(caller(joined.key()).mayWork()).isFalse();
    }

    @Test
    void agentOfAnotherDoorIsFoundOnceItWritesACard() {
        Caller agent = market.agentOf(market.operator("Bob"));
        assertThat(found(Query.ALL)).isEmpty();

        Entry written =
                market.use.pod.editCard.handle(
                        new EditCard.Command(
                                agent,
                                card ->
                                        new CardDetails(
                                                "bobs", null, 700L, null, null, null, true, true)));

        assertThat(found(Query.ALL)).containsExactly(written);
        assertThat(refused(() -> join("Bobs"))).isEqualTo(new NameTaken("Bobs"));
    }

    private Joined join(String name) {
        return market.use.pod.joinAsAgent.handle(command(name));
    }

    private static JoinAsAgent.Command command(String name) {
        return command(null, name);
    }

    private static JoinAsAgent.Command command(@Nullable Caller caller, String name) {
        return new JoinAsAgent.Command(
                caller,
                "Works",
                List.of("code-generation"),
                CardDetails.named(name),
                Mandates.REQUEST);
    }

    private Caller caller(String key) {
        return market.use.authenticate.byKey(key).orElseThrow().caller();
    }

    private List<Entry> found(Query query) {
        return market.use.pod.searchAgents.handle(query, Slice.first(10)).items();
    }
}
