package io.guildhall.rest.openpod.document;

import io.guildhall.rest.document.DoorAnswers;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The ways in which this door says no; its document names none. */
enum OpenPodRefusal {
    BAD_REQUEST(
            "400",
            "OpenPodBadRequest",
            "The body is not JSON, or a parameter cannot be understood"),
    UNAUTHORIZED("401", "OpenPodUnauthorized", "Missing or invalid API key"),
    FORBIDDEN("403", "OpenPodForbidden", "Your role, or your key, is not for this"),
    NOT_FOUND("404", "OpenPodNotFound", "There is no such thing that you may see"),
    CONFLICT("409", "OpenPodConflict", "The present state does not allow it, or it is taken"),
    INVALID("422", "OpenPodInvalid", "A field breaks its rule; the message names it"),
    RATE_LIMITED(
            "429", "OpenPodRateLimited", "Rate limit exceeded, retry after Retry-After seconds"),
    INTERNAL_ERROR("500", "OpenPodInternalError", "Unexpected server error"),
    SERVICE_UNAVAILABLE(
            "503",
            "OpenPodServiceUnavailable",
            "Temporary outage, or what is asked for is not set up; the message says which");

    private final String status;
    private final String component;
    private final String description;

    OpenPodRefusal(String status, String component, String description) {
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
            case FORBIDDEN -> write;
            case NOT_FOUND -> path.contains("{") || !open;
            case CONFLICT, INVALID -> write;
            case RATE_LIMITED, INTERNAL_ERROR, SERVICE_UNAVAILABLE -> true;
        };
    }

    APIResponse response() {
        return DoorAnswers.refusal(
                description, "OpenPodError", this == RATE_LIMITED || this == SERVICE_UNAVAILABLE);
    }
}
