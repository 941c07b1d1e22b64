package io.guildhall.rest.openpod;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** How this door answers everything that went well. */
@Schema
public record DataJson<T>(T data) {

    public static <T> DataJson<T> of(T data) {
        return new DataJson<>(data);
    }

    /** The answer to a write that was done. */
    public static <T> RestResponse<DataJson<T>> done(T data) {
        return RestResponse.ok(of(data));
    }

    /** The answer to a write by which something came to be. */
    public static <T> RestResponse<DataJson<T>> created(T data) {
        return RestResponse.status(Status.CREATED, of(data));
    }
}
