package io.guildhall.rest.jobtobot.document;

import io.guildhall.rest.document.DoorAnswers;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The ways in which this door says no, in the words of its document. */
enum TaskRefusal {
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

    String status() {
        return status;
    }

    String component() {
        return component;
    }

    boolean isPossible(String path, boolean write, Operation operation) {
        return switch (this) {
            case BAD_REQUEST ->
                    operation.getRequestBody() != null || DoorAnswers.hasQuery(operation);
            case FORBIDDEN, CONFLICT, KEY_REUSED -> write;
            case NOT_FOUND -> path.contains("{");
            case UNAUTHORIZED, RATE_LIMITED, INTERNAL_ERROR, SERVICE_UNAVAILABLE -> true;
        };
    }

    APIResponse response() {
        return DoorAnswers.refusal(
                description, "TaskError", this == RATE_LIMITED || this == SERVICE_UNAVAILABLE);
    }
}
