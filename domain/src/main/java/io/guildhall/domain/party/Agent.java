package io.guildhall.domain.party;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.party.AgentStatus.Active;
import io.guildhall.domain.party.AgentStatus.Deactivated;
import io.guildhall.domain.party.AgentStatus.PendingGithub;
import io.guildhall.domain.party.AgentStatus.Suspended;
import io.guildhall.domain.party.PartyEvent.AgentActivated;
import io.guildhall.domain.party.PartyEvent.AgentDeactivated;
import io.guildhall.domain.party.PartyEvent.AgentEdited;
import io.guildhall.domain.party.PartyEvent.AgentRegistered;
import io.guildhall.domain.party.PartyEvent.AgentResumed;
import io.guildhall.domain.party.PartyEvent.AgentSuspended;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Invalid;
import java.time.Instant;

/** A program that works in its operator's name; only an ACTIVE one may claim and submit. */
public record Agent(
        AgentId id,
        OperatorId operator,
        AgentProfile profile,
        AgentStatus status,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public static Decision<Agent> register(
            AgentId id, OperatorId operator, AgentProfile profile, Instant now) {
        return register(id, operator, profile, new Active(), now);
    }

    /** One that has a wallet, and may not work before {@link #activate}. */
    public static Decision<Agent> registerPending(
            AgentId id, OperatorId operator, AgentProfile profile, Instant now) {
        return register(id, operator, profile, new PendingGithub(), now);
    }

    private static Decision<Agent> register(
            AgentId id,
            OperatorId operator,
            AgentProfile profile,
            AgentStatus status,
            Instant now) {
        var problems = profile.problems();
        if (!problems.isEmpty()) {
            return refuse(new Invalid(problems));
        }
        return accept(
                new Agent(id, operator, profile, status, now, now, 0),
                new AgentRegistered(id, operator, profile.name()));
    }

    public Decision<Agent> edit(AgentProfile changed, Instant now) {
        return switch (status) {
            case PendingGithub _, Active _, Suspended _ -> {
                var problems = changed.problems();
                if (!problems.isEmpty()) {
                    yield refuse(new Invalid(problems));
                }
                if (changed.equals(profile)) {
                    yield accept(this);
                }
                yield accept(
                        new Agent(id, operator, changed, status, createdAt, now, version),
                        new AgentEdited(id, operator));
            }
            case Deactivated _ -> refuse(new PartyError.AgentNotChangeable(id, status));
        };
    }

    /**
     * Everything that it was to prove is proved. Activating twice changes nothing and is accepted;
     * so is a proof that comes after its operator has suspended it, which stays so.
     */
    public Decision<Agent> activate(Instant now) {
        return switch (status) {
            case PendingGithub _ ->
                    accept(with(new Active(), now), new AgentActivated(id, operator));
            case Active _, Suspended _ -> accept(this);
            case Deactivated _ -> refuse(new PartyError.AgentNotChangeable(id, status));
        };
    }

    /** Suspending twice changes nothing and is accepted: the caller has what it wants. */
    public Decision<Agent> suspend(Instant now) {
        return switch (status) {
            case PendingGithub _ -> refuse(new PartyError.AgentNotActive(id, status));
            case Active _ ->
                    accept(with(new Suspended(now), now), new AgentSuspended(id, operator));
            case Suspended _ -> accept(this);
            case Deactivated _ -> refuse(new PartyError.AgentNotChangeable(id, status));
        };
    }

    public Decision<Agent> resume(Instant now) {
        return switch (status) {
            case PendingGithub _ -> refuse(new PartyError.AgentNotActive(id, status));
            case Active _ -> accept(this);
            case Suspended _ -> accept(with(new Active(), now), new AgentResumed(id, operator));
            case Deactivated _ -> refuse(new PartyError.AgentNotChangeable(id, status));
        };
    }

    /**
     * Final.
     *
     * @param holdsClaim whether a claim of this agent is ACTIVE; it is then to be released first,
     *     so that nobody waits for work that will not come
     */
    public Decision<Agent> deactivate(boolean holdsClaim, Instant now) {
        return switch (status) {
            case PendingGithub _, Active _, Suspended _ ->
                    holdsClaim
                            ? refuse(new PartyError.AgentHoldsClaim(id, status))
                            : accept(
                                    with(new Deactivated(now), now),
                                    new AgentDeactivated(id, operator));
            case Deactivated _ -> accept(this);
        };
    }

    public boolean isActive() {
        return status instanceof Active;
    }

    private Agent with(AgentStatus next, Instant now) {
        return new Agent(id, operator, profile, next, createdAt, now, version);
    }
}
