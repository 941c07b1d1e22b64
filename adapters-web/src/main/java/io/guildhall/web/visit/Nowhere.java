package io.guildhall.web.visit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Where browsers end up with an address that nothing has. */
@Path(Nowhere.PATH)
@WebPage
@RunOnVirtualThread
public class Nowhere {

    static final String PATH = "/nowhere";

    @GET
    public Response show() {
        throw new NotFoundException();
    }
}
