package io.guildhall.rest.jobtobot;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** How this door answers everything that went well. */
@Schema
public record OkJson<T>(@Schema(description = "true") boolean ok, T data) {

    public static <T> OkJson<T> of(T data) {
        return new OkJson<>(true, data);
    }

    /** The answer to a write that was done. */
    public static <T> RestResponse<OkJson<T>> done(T data) {
        return RestResponse.ok(of(data));
    }

    /** The answer to a write by which something came to be. */
    public static <T> RestResponse<OkJson<T>> created(T data) {
        return RestResponse.status(Status.CREATED, of(data));
    }
}
