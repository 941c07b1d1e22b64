package io.guildhall.rest.mergebounty.document;

import io.guildhall.rest.document.DescribedCall;
import io.guildhall.rest.document.DoorRefusal;

/** The ways in which this door says no, in the words of its document. */
enum MergeBountyRefusal implements DoorRefusal {
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

    /** A browser can only GET, but whoever was asked at GitHub may have said no. */
    private static final String CALLBACK = "/v1/github/callback";

    private final String status;
    private final String component;
    private final String description;

    MergeBountyRefusal(String status, String component, String description) {
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
        return "MergeBountyError";
    }

    @Override
    public boolean isPossible(DescribedCall call) {
        return switch (this) {
            case BAD_REQUEST -> call.hasInput();
            case UNAUTHORIZED -> !call.isOpen() || call.path().equals(WEBHOOK);
            case FORBIDDEN -> call.isWrite() || call.isSigned() || call.path().equals(CALLBACK);
            case UNPROCESSABLE -> call.isWrite() || call.isSigned();
            case NOT_FOUND -> call.hasPathParameter();
            case CONFLICT -> call.isWrite();
            case RATE_LIMITED, INTERNAL_ERROR, SERVICE_UNAVAILABLE -> true;
        };
    }
}
