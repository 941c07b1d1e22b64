package io.guildhall.rest.openbounty;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The way in, open to everybody. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Index")
public class IndexResource {

    @GET
    @Operation(operationId = "getIndex", summary = "Find the way around")
    @SecurityRequirements
    public IndexJson index() {
        return IndexJson.THIS_DOOR;
    }
}
