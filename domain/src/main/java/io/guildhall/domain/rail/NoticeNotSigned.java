package io.guildhall.domain.rail;

import io.guildhall.domain.shared.DomainError;

/** Without a signature, or with one that is not of this body under our secret, or is old. */
public record NoticeNotSigned() implements DomainError {

    @Override
    public String code() {
        return "notice_not_signed";
    }

    @Override
    public Kind kind() {
        return Kind.UNAUTHENTICATED;
    }

    @Override
    public String message() {
        return "The header Stripe-Signature must sign the body, within five minutes, with a secret of this installation's endpoint at Stripe";
    }
}
