package io.guildhall.domain.workspace.knowledge;

import io.guildhall.domain.shared.DomainError;

/** Why an entry is not revised. */
public sealed interface KnowledgeError extends DomainError {

    record EditedMeanwhile(KnowledgeId entry, int seen, int current) implements KnowledgeError {
        @Override
        public String code() {
            return "knowledge_edited_meanwhile";
        }

        @Override
        public Kind kind() {
            return Kind.WRONG_STATE;
        }

        @Override
        public String message() {
            return "The entry is at version "
                    + current
                    + ", and your change is to version "
                    + seen
                    + "; read it again (GET /knowledge/"
                    + entry
                    + "), join both and send version "
                    + current;
        }
    }
}
