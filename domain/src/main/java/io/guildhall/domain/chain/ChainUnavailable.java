package io.guildhall.domain.chain;

import io.guildhall.domain.shared.DomainError;

/**
 * No node of the chain answers, or none is set up.
 *
 * @param reason what was seen, or which setting is missing
 * @param isSetUp whether there is one that could answer
 */
public record ChainUnavailable(String reason, boolean isSetUp) implements DomainError {

    /** None answers. */
    public ChainUnavailable(String reason) {
        this(reason, true);
    }

    @Override
    public String code() {
        return "chain_unavailable";
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }

    @Override
    public boolean isOutage() {
        return isSetUp;
    }

    @Override
    public String message() {
        return "The chain cannot be asked now: " + reason;
    }
}
