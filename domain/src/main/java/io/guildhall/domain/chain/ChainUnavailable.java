package io.guildhall.domain.chain;

import io.guildhall.domain.shared.DomainError;

/**
 * No node of the chain answers, or none is set up.
 *
 * @param reason what was seen, or which setting is missing
 */
public record ChainUnavailable(String reason) implements DomainError {

    @Override
    public String code() {
        return "chain_unavailable";
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }

    @Override
    public String message() {
        return "The chain cannot be asked now: " + reason;
    }
}
