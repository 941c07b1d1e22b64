package io.guildhall.domain.rail;

import io.guildhall.domain.shared.DomainError;

/** This installation has no rail but its sandbox. */
public record RailNotSetUp() implements DomainError {

    @Override
    public String code() {
        return "stripe_not_configured";
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }

    @Override
    public boolean isOutage() {
        return false;
    }

    @Override
    public String message() {
        return "This installation's payments are a sandbox; its operators can set guildhall.stripe.secret-key (GUILDHALL_STRIPE_SECRET_KEY)";
    }
}
