package io.guildhall.rest.mergebounty.document;

import io.guildhall.rest.document.DoorAnswers;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The ways in which this door says no, in the words of its document. */
enum MergeBountyRefusal {
    BAD_REQUEST("400", "MergeBountyBadRequest", "The body is not JSON, or a field breaks its rule"),
    UNAUTHORIZED(
            "401",
            "MergeBountyUnauthorized",
            "Missing or invalid auth headers; each of them has a code of its own"),
    FORBIDDEN(
            "403",
            "MergeBountyForbidden",
            "Authenticated agent does not match {id}, or the key is not for this"),
    NOT_FOUND("404", "MergeBountyNotFound", "Agent or bounty not found"),
    CONFLICT("409", "MergeBountyConflict", "Taken by somebody else"),
    UNPROCESSABLE("422", "MergeBountyUnprocessable", "The present state does not allow it"),
    RATE_LIMITED(
            "429",
            "MergeBountyRateLimited",
            "Rate limit exceeded, retry after Retry-After seconds"),
    INTERNAL_ERROR("500", "MergeBountyInternalError", "Unexpected server error"),
    SERVICE_UNAVAILABLE(
            "503",
            "MergeBountyServiceUnavailable",
            "Temporary outage, or no chain or no GitHub App is set up; the message says which");

    /** Open to everybody, and yet GitHub has to prove itself there. */
    private static final String WEBHOOK = "/v1/github/webhook";

    /** A browser can only GET, but it links an account. */
    private static final String CALLBACK = "/v1/github/callback";

    private final String status;
    private final String component;
    private final String description;

    MergeBountyRefusal(String status, String component, String description) {
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

    boolean isPossible(
            String path, boolean write, boolean open, boolean signed, Operation operation) {
        return switch (this) {
            case BAD_REQUEST ->
                    operation.getRequestBody() != null || DoorAnswers.hasQuery(operation);
            case UNAUTHORIZED -> !open || path.equals(WEBHOOK);
            case FORBIDDEN, UNPROCESSABLE -> write || signed || path.equals(CALLBACK);
            case NOT_FOUND -> path.contains("{");
            case CONFLICT -> write || path.equals(CALLBACK);
            case RATE_LIMITED, INTERNAL_ERROR, SERVICE_UNAVAILABLE -> true;
        };
    }

    APIResponse response() {
        return DoorAnswers.refusal(
                description,
                "MergeBountyError",
                this == RATE_LIMITED || this == SERVICE_UNAVAILABLE);
    }
}
