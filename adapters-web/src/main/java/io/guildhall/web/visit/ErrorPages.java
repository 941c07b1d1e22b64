package io.guildhall.web.visit;

import io.guildhall.web.page.PageRefused;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.ExecutorService;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Says with a page what went wrong before any page was asked: nothing at that address, another
 * method, too much at once. For browsers at the console's own paths only.
 */
@Singleton
public final class ErrorPages {

    private static final int ERROR = 400;

    private final RoutingContext request;
    private final DoorPaths doors;
    private final Visit visit;
    private final Instance<Budget> budget;
    private final Instance<Apology> apology;
    private final ExecutorService threads;

    /**
     * @param budget like the apology it knows the settings, which are not there yet when a filter
     *     is made
     */
    public ErrorPages(
            RoutingContext request,
            DoorPaths doors,
            Visit visit,
            Instance<Budget> budget,
            Instance<Apology> apology,
            @VirtualThreads ExecutorService threads) {
        this.request = request;
        this.doors = doors;
        this.visit = visit;
        this.budget = budget;
        this.apology = apology;
        this.threads = threads;
    }

    /** Who comes is asked of the database, for which the thread of the network may not wait. */
    @ServerResponseFilter
    public Uni<Void> answer(ContainerResponseContext answer) {
        if (answer.getStatus() < ERROR || isPage(answer) || !doors.isForPeople(request)) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .item(() -> page(answer.getStatus()))
                .runSubscriptionOn(threads)
                .invoke(page -> {
                    answer.setStatus(page.getStatus());
                    answer.setEntity(page.getEntity(), null, page.getMediaType());
                })
                .replaceWithVoid();
    }

    private Response page(int status) {
        Protection.put(request.response());
        try {
            budget.get().begin(visit);
            budget.get().draw(visit);
        } catch (PageRefused refused) {
            return apology.get().page(refused.status(), refused.title(), refused.message());
        } catch (RuntimeException _) {
            // Who comes cannot be asked now; what went wrong before can still be told.
            return apology.get().page(status);
        }
        return apology.get().page(status);
    }

    private static boolean isPage(ContainerResponseContext answer) {
        MediaType type = answer.getMediaType();
        return type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE);
    }
}
