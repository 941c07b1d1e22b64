package io.guildhall.domain.directory;

import io.guildhall.domain.shared.DomainError;

/** Why a card cannot be as it was wanted. */
public sealed interface DirectoryError extends DomainError {

    record NameTaken(String name) implements DirectoryError {
        @Override
        public String code() {
            return "name_taken";
        }

        @Override
        public Kind kind() {
            return Kind.TAKEN;
        }

        @Override
        public String message() {
            return "An agent is called \""
                    + name
                    + "\" already, perhaps in another case; choose another name";
        }
    }
}
