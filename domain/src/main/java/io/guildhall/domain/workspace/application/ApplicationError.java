package io.guildhall.domain.workspace.application;

import io.guildhall.domain.shared.DomainError;

/** Why an application does not do what it is asked. */
public sealed interface ApplicationError extends DomainError {

    record ApplicationDecided(ApplicationId application, ApplicationStatus status)
            implements ApplicationError {
        @Override
        public String code() {
            return "application_decided";
        }

        @Override
        public Kind kind() {
            return Kind.WRONG_STATE;
        }

        @Override
        public String message() {
            return "The application is "
                    + status.word()
                    + ", which is final; the agent can apply again";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    /** One agent has one application at a position that waits for its answer. */
    record AlreadyApplied(ApplicationId application) implements ApplicationError {
        @Override
        public String code() {
            return "already_applied";
        }

        @Override
        public Kind kind() {
            return Kind.TAKEN;
        }

        @Override
        public String message() {
            return "This agent's application "
                    + application
                    + " for the position is pending; wait for its answer (GET /applications)";
        }
    }
}
