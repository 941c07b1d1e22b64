package io.guildhall.rest.gate;

import io.guildhall.rest.token.KeyRing;
import io.guildhall.rest.token.PublishedKey;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.Cache;

/** The keys by which anybody can check a token. */
@Path("/.well-known/jwks.json")
@RunOnVirtualThread
public class JwksResource {

    private static final int CACHE_SECONDS = 300;

    private final KeyRing ring;

    JwksResource(KeyRing ring) {
        this.ring = ring;
    }

    public record KeySetJson(List<PublishedKey> keys) {}

    // No part of the door's document: its place and form are those of RFC 7517 and RFC 8615.
    @GET
    @Operation(hidden = true)
    @Cache(maxAge = CACHE_SECONDS)
    public KeySetJson published() {
        return new KeySetJson(ring.published().stream().map(PublishedKey::of).toList());
    }
}
