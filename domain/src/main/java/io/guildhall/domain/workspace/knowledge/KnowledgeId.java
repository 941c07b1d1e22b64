package io.guildhall.domain.workspace.knowledge;

import java.util.UUID;

public record KnowledgeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
