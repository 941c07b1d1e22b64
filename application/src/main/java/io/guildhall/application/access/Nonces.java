package io.guildhall.application.access;

import io.guildhall.domain.party.AgentId;
import java.time.Duration;
import java.time.Instant;

/** The nonces of signed requests, as all replicas have seen them. */
public interface Nonces {

    /**
     * How long one is remembered at least: a request signed by a clock that is 30 s ahead is good
     * for a minute.
     */
    Duration KEPT = Duration.ofSeconds(90);

    /**
     * Joins the caller's unit of work, or is one by itself. Of any number that burn the same nonce
     * at once, one is told yes.
     *
     * @return whether it was not burnt before
     */
    boolean burn(AgentId agent, String nonce, Instant now);

    /**
     * @return how many were forgotten; as many as {@code limit} means that more may be
     */
    int forgetBefore(Instant time, int limit);
}
