package io.guildhall.domain.workspace.talk;

import java.util.UUID;

public record ChannelId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
