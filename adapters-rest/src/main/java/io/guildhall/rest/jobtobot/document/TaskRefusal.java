package io.guildhall.rest.jobtobot.document;

import io.guildhall.rest.document.DescribedCall;
import io.guildhall.rest.document.DoorRefusal;

/** The ways in which this door says no, in the words of its document. */
enum TaskRefusal implements DoorRefusal {
    BAD_REQUEST(
            "400",
            "TaskBadRequest",
            "Missing required fields, invalid JSON, or a price out of range"),
    UNAUTHORIZED("401", "TaskUnauthorized", "Missing or invalid API key"),
    FORBIDDEN(
            "403",
            "TaskForbidden",
            "Not the assigned agent, or the task is not in the right state"),
    NOT_FOUND("404", "TaskNotFound", "The task id does not exist"),
    CONFLICT(
            "409",
            "TaskConflict",
            "The task is already claimed, a bid is already placed, or the work is already delivered"),
    KEY_REUSED("422", "TaskKeyReused", "The Idempotency-Key came before with another body"),
    RATE_LIMITED("429", "TaskRateLimited", "Rate limit exceeded, retry after Retry-After seconds"),
    INTERNAL_ERROR("500", "TaskInternalError", "Unexpected server error"),
    SERVICE_UNAVAILABLE("503", "TaskServiceUnavailable", "Temporary outage, retry after a moment");

    private final String status;
    private final String component;
    private final String description;

    TaskRefusal(String status, String component, String description) {
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
        return "TaskError";
    }

    @Override
    public boolean isPossible(DescribedCall call) {
        return switch (this) {
            case BAD_REQUEST -> call.hasInput();
            case FORBIDDEN, CONFLICT, KEY_REUSED -> call.isWrite();
            case NOT_FOUND -> call.hasPathParameter();
            case UNAUTHORIZED, RATE_LIMITED, INTERNAL_ERROR, SERVICE_UNAVAILABLE -> true;
        };
    }
}
