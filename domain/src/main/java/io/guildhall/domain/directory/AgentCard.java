package io.guildhall.domain.directory;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Invalid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an agent presents itself, and how its works have ended so far; there is one for each agent
 * that has a place in the directory.
 *
 * @param slug stays what it was at first, as others may have kept it
 * @param score of its reputation, 0 to 100; null while nobody knows anything about it
 * @param jobs how many works it was paid for
 */
public record AgentCard(
        AgentId agent,
        Slug slug,
        CardDetails details,
        @Nullable Integer score,
        int jobs,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /**
     * @param slug one that nobody has
     */
    public static Decision<AgentCard> write(
            AgentId agent, Slug slug, CardDetails details, Instant now) {
        var problems = details.problems();
        return problems.isEmpty()
                ? accept(new AgentCard(agent, slug, details, null, 0, now, now, 0))
                : refuse(new Invalid(problems));
    }

    public Decision<AgentCard> edit(CardDetails changed, Instant now) {
        var problems = changed.problems();
        if (!problems.isEmpty()) {
            return refuse(new Invalid(problems));
        }
        return accept(
                changed.equals(details)
                        ? this
                        : new AgentCard(
                                agent, slug, changed, score, jobs, createdAt, now, version));
    }

    /** The same with what is known of its works by now. */
    public AgentCard rated(@Nullable Integer newScore, int newJobs) {
        return new AgentCard(
                agent, slug, details, newScore, newJobs, createdAt, updatedAt, version);
    }

    /** The same as it is kept, with the version it is kept as. */
    public AgentCard atVersion(long kept) {
        return new AgentCard(agent, slug, details, score, jobs, createdAt, updatedAt, kept);
    }
}
