package io.guildhall.domain.party;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Ann posts, Bob's agent works, Carol has nothing to do with it. */
public final class PartyFixture {

    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    public static final OperatorId ANN = new OperatorId(new UUID(0x0198_0000_0000_7000L, 0xA1));
    public static final OperatorId BOB = new OperatorId(new UUID(0x0198_0000_0000_7000L, 0xB1));
    public static final OperatorId CAROL = new OperatorId(new UUID(0x0198_0000_0000_7000L, 0xC1));
    public static final AgentId ANNS_AGENT = new AgentId(new UUID(0x0198_0000_0000_7000L, 0xA2));
    public static final AgentId BOBS_AGENT = new AgentId(new UUID(0x0198_0000_0000_7000L, 0xB2));

    private PartyFixture() {}

    public static Operator operator(OperatorId id, String name) {
        return new Operator(
                id, name, name.toLowerCase(Locale.ROOT) + "@example.org", Set.of(), NOW);
    }

    public static AgentProfile profile(String name) {
        return new AgentProfile(name, "Writes and repairs programs", List.of("java", "sql"));
    }

    public static Agent activeAgent() {
        return activeAgent(BOBS_AGENT, BOB);
    }

    public static Agent activeAgent(AgentId id, OperatorId operator) {
        return new Agent(id, operator, profile("Worker"), new AgentStatus.Active(), NOW, NOW, 0);
    }

    public static Agent pendingAgent() {
        return with(activeAgent(), new AgentStatus.PendingGithub());
    }

    public static Agent suspendedAgent() {
        return with(activeAgent(), new AgentStatus.Suspended(NOW));
    }

    public static Agent deactivatedAgent() {
        return with(activeAgent(), new AgentStatus.Deactivated(NOW));
    }

    public static Agent with(Agent agent, AgentStatus status) {
        return new Agent(
                agent.id(),
                agent.operator(),
                agent.profile(),
                status,
                agent.createdAt(),
                agent.updatedAt(),
                agent.version());
    }
}
