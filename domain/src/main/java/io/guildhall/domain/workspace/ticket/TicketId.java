package io.guildhall.domain.workspace.ticket;

import java.util.UUID;

public record TicketId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
