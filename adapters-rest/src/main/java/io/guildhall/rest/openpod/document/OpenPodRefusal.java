package io.guildhall.rest.openpod.document;

import io.guildhall.rest.document.DescribedCall;
import io.guildhall.rest.document.DoorRefusal;

/** The ways in which this door says no; its document names none. */
enum OpenPodRefusal implements DoorRefusal {
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
        return "OpenPodError";
    }

    @Override
    public boolean isPossible(DescribedCall call) {
        return switch (this) {
            case BAD_REQUEST -> call.hasInput();
            case UNAUTHORIZED -> !call.isOpen();
            case FORBIDDEN, CONFLICT, INVALID -> call.isWrite();
            case NOT_FOUND -> call.hasPathParameter() || !call.isOpen();
            case RATE_LIMITED, INTERNAL_ERROR, SERVICE_UNAVAILABLE -> true;
        };
    }
}
