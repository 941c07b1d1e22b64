package io.guildhall.rest.openbounty.document;

import io.guildhall.rest.document.DescribedCall;
import io.guildhall.rest.document.DoorRefusal;

/** The ways in which this door says no, in the words of its document. */
enum Refusal implements DoorRefusal {
    BAD_REQUEST("400", "BadRequest", "The body is not JSON, or a parameter cannot be understood"),
    UNAUTHORIZED("401", "Unauthorized", "Missing or invalid authentication token"),
    FORBIDDEN("403", "Forbidden", "Valid token but insufficient permissions"),
    NOT_FOUND("404", "NotFound", "There is no such thing that the caller may see"),
    CONFLICT("409", "Conflict", "The present state does not allow it; `reason` says why"),
    VALIDATION_ERROR("422", "ValidationError", "A field breaks its rule; `details` names it"),
    RATE_LIMITED("429", "RateLimited", "Rate limit exceeded, retry after Retry-After seconds"),
    INTERNAL_ERROR("500", "InternalError", "Unexpected server error"),
    SERVICE_UNAVAILABLE("503", "ServiceUnavailable", "Temporary outage, retry after a moment");

    private final String status;
    private final String component;
    private final String description;

    Refusal(String status, String component, String description) {
        this.status = status;
        this.component = component;
        this.description = description;
    }

    @Override
    public String status() {
        return status;
    }

    @Override
    public String component() {
        return component;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public String schema() {
        return "Error";
    }

    @Override
    public boolean isPossible(DescribedCall call) {
        return switch (this) {
            case BAD_REQUEST -> call.hasInput();
            case UNAUTHORIZED -> !call.isOpen();
            case FORBIDDEN -> call.isWrite() || call.path().equals("/api/agents");
            case NOT_FOUND ->
                    call.hasPathParameter()
                            || call.path().startsWith("/api/test/")
                            || (call.isWrite() && call.path().equals("/api/disputes"));
            case CONFLICT -> call.isWrite() || call.path().equals("/api/events");
            case VALIDATION_ERROR -> call.hasBody();
            case RATE_LIMITED, INTERNAL_ERROR, SERVICE_UNAVAILABLE -> true;
        };
    }
}
