package io.guildhall.application.party;

import io.guildhall.domain.party.Agent;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Agents;
import io.guildhall.domain.party.GithubLinkError.GithubLinkUnknown;
import io.guildhall.domain.party.GithubLinkRequests;
import io.guildhall.domain.party.KeyHash;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.party.Operators;
import io.guildhall.domain.party.UnconfirmedGithubLink;
import io.guildhall.domain.shared.RefusedException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Shows whoever came back from GitHub whose its account would become. */
public final class ViewUnconfirmedLink {

    private final GithubLinkRequests requests;
    private final Operators operators;
    private final Agents agents;
    private final InstantSource worldClock;

    public ViewUnconfirmedLink(
            GithubLinkRequests requests,
            Operators operators,
            Agents agents,
            InstantSource worldClock) {
        this.requests = requests;
        this.operators = operators;
        this.agents = agents;
        this.worldClock = worldClock;
    }

    /**
     * @param agent null where it would be the operator's own account
     */
    public record Shown(UnconfirmedGithubLink link, Operator operator, @Nullable Agent agent) {}

    public Shown handle(String code) {
        UnconfirmedGithubLink link =
                requests.unconfirmed(KeyHash.of(code))
                        .filter(found -> !found.isExpired(worldClock.instant()))
                        .orElseThrow(() -> new RefusedException(new GithubLinkUnknown()));
        AgentId agent = link.agent();
        return new Shown(
                link,
                operators.find(link.operator()).orElseThrow(),
                agent == null ? null : agents.find(agent).orElseThrow());
    }
}
