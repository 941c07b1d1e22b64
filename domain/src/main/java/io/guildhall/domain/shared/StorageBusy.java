package io.guildhall.domain.shared;

/** Others hold what is asked for, and have for longer than anybody waits. Nothing was changed. */
public record StorageBusy() implements DomainError {

    @Override
    public String code() {
        return "storage_busy";
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }

    @Override
    public String message() {
        return "What this needs is held by others for too long; nothing was changed, send the same request again in a moment";
    }
}
