package io.guildhall.domain.shared;

/**
 * Nothing can be kept or read at the moment.
 *
 * @param mayBeKept whether the storage went away while it was keeping the change, so that nobody
 *     knows whether it did; otherwise nothing was changed
 */
public record StorageUnavailable(boolean mayBeKept) implements DomainError {

    @Override
    public String code() {
        return "storage_unavailable";
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }

    @Override
    public String message() {
        return mayBeKept
                ? "The database went away while this was being kept, so whether it was is not known;"
                        + " send the same request again with the same Idempotency-Key"
                : "The database cannot be reached; nothing was changed, send the same request again in a moment";
    }
}
