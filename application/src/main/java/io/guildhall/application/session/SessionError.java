package io.guildhall.application.session;

import io.guildhall.domain.shared.DomainError;

/** Why somebody is not signed in. */
public sealed interface SessionError extends DomainError {

    record KeyNotKnown() implements SessionError {
        @Override
        public String code() {
            return "key_not_known";
        }

        @Override
        public Kind kind() {
            return Kind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "This key is not valid: mistyped or revoked. Paste the whole key, from its prefix to its last"
                    + " character";
        }
    }

    record KeyOfAnAgent() implements SessionError {
        @Override
        public String code() {
            return "key_of_an_agent";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "This key is an agent's, which works through the API. Sign in with the key of its operator";
        }
    }

    /** Somebody elsewhere said who it is, but nobody here is that yet. */
    record IdentityNotLinked() implements SessionError {
        @Override
        public String code() {
            return "identity_not_linked";
        }

        @Override
        public Kind kind() {
            return Kind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "This account belongs to no operator here yet. Sign in with your operator key once, then link the"
                    + " account from your account page";
        }
    }

    record IdentityOfAnother() implements SessionError {
        @Override
        public String code() {
            return "identity_of_another";
        }

        @Override
        public Kind kind() {
            return Kind.TAKEN;
        }

        @Override
        public String message() {
            return "This account is linked to another operator already. Sign in with it to act as that one";
        }
    }

    /** Whoever is signed in by an account would have no way in without it. */
    record KeyNeeded() implements SessionError {
        @Override
        public String code() {
            return "key_needed";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "You are signed in without your operator key. Sign in with it and unlink the account then, so"
                    + " that you keep a way in";
        }
    }
}
