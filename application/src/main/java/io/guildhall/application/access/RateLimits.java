package io.guildhall.application.access;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many reads and writes each kind of caller has in a minute. */
public record RateLimits(Limit agent, Limit operator, Limit anonymous) {

    public static final RateLimits STANDARD =
            new RateLimits(new Limit(200, 100), new Limit(1_000, 500), new Limit(600, 300));

    /** Where those of whom nobody is known may do nothing, others still have to become known. */
    private static final long UNKNOWN_MIN = 60;

    /** Requests per minute. */
    public record Limit(long reads, long writes) {
        long of(boolean write) {
            return write ? writes : reads;
        }
    }

    /** One budget that a request draws on. */
    public record Budget(RateCounters.Counter counter, long limit) {}

    /**
     * The budgets of a request, the narrowest first: an agent draws on its own and on its
     * operator's.
     *
     * @param caller null when nobody proved who calls
     */
    public List<Budget> budgets(@Nullable Caller caller, String address, boolean write) {
        if (caller == null) {
            return List.of(budget("address:" + address, anonymous, write));
        }
        Budget ofOperator = budget("operator:" + caller.operator(), operator, write);
        return caller.agent() == null
                ? List.of(ofOperator)
                : List.of(budget("agent:" + caller.agent(), agent, write), ofOperator);
    }

    /** An agent's own budget alone. */
    public List<Budget> ofAgent(AgentId id, boolean write) {
        return List.of(budget("agent:" + id, agent, write));
    }

    /** An address's budget of keys that are looked for and turn out to be nobody's. */
    public Budget ofUnknown(String address) {
        return new Budget(
                new RateCounters.Counter("unknown:" + address, false),
                Math.max(anonymous.reads(), UNKNOWN_MIN));
    }

    private static Budget budget(String subject, Limit limit, boolean write) {
        return new Budget(new RateCounters.Counter(subject, write), limit.of(write));
    }
}
