package io.guildhall.web.visit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
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

    private final DoorPaths doors;

    public Nowhere(DoorPaths doors) {
        this.doors = doors;
    }

    @GET
    public Response show() {
        throw new NotFoundException();
    }

    /** After everything else that could answer. */
    void takeTheLost(@Observes Router router) {
        router.route()
                .last()
                .handler(request -> {
                    if (isLost(request) && doors.isForPeople(request)) {
                        request.put(Visit.ASKED, request.request().uri());
                        request.reroute(HttpMethod.GET, PATH);
                    } else {
                        request.next();
                    }
                });
    }

    private static boolean isLost(RoutingContext request) {
        return !request.normalizedPath().equals(PATH) && !request.response().ended();
    }
}
