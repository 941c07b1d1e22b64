package io.guildhall.application.codehost;

import io.guildhall.domain.shared.DomainError;

/** Why a notice is not taken in. */
public sealed interface NoticeError extends DomainError {

    /** Without a signature, or with one that is not of this body under our secret. */
    record NoticeNotSigned() implements NoticeError {
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
            return "The header X-Hub-Signature-256 must sign the body with the secret of this installation's GitHub App";
        }
    }
}
