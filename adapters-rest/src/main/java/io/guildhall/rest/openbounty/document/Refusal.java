package io.guildhall.rest.openbounty.document;

import io.guildhall.rest.document.DoorAnswers;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The ways in which this door says no, in the words of its document. */
enum Refusal {
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

    String status() {
        return status;
    }

    String component() {
        return component;
    }

    boolean isPossible(String path, boolean write, boolean open, Operation operation) {
        return switch (this) {
            case BAD_REQUEST ->
                    operation.getRequestBody() != null || DoorAnswers.hasQuery(operation);
            case UNAUTHORIZED -> !open;
            case FORBIDDEN -> write || path.equals("/api/agents");
            case NOT_FOUND ->
                    path.contains("{")
                            || path.startsWith("/api/test/")
                            || (write && path.equals("/api/disputes"));
            case CONFLICT -> write || path.equals("/api/events");
            case VALIDATION_ERROR -> operation.getRequestBody() != null;
            case RATE_LIMITED, INTERNAL_ERROR, SERVICE_UNAVAILABLE -> true;
        };
    }

    APIResponse response() {
        return DoorAnswers.refusal(
                description, "Error", this == RATE_LIMITED || this == SERVICE_UNAVAILABLE);
    }
}
