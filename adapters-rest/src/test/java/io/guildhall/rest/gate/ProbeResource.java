package io.guildhall.rest.gate;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.shared.Busy;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.LostRace;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.rest.problem.BadRequestException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A small door of the tests, with a room for each thing that can go well or wrong. */
@Path("/api/probe")
@RunOnVirtualThread
public class ProbeResource {

    private final AtomicInteger effects = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();
    private final Call call;

    ProbeResource(Call call) {
        this.call = call;
    }

    @JsonNaming(SnakeCaseStrategy.class)
    public record Order(
            @Nullable String itemName,
            @Nullable Integer count,
            @Nullable Boolean urgent,
            @Nullable Instant dueAt,
            @Nullable List<Part> parts) {}

    @JsonNaming(SnakeCaseStrategy.class)
    public record Part(@Nullable Long partSize) {}

    @JsonNaming(SnakeCaseStrategy.class)
    public record Receipt(
            int number, @Nullable String itemName, @OneTimeSecret @Nullable String secretKey) {}

    public record Sight(
            @Nullable String agent, boolean virtual, Object logName, String requestId) {}

    public record Effects(int effects, int attempts) {}

    @GET
    public Sight look() {
        var caller = call.callerIfKnown();
        return new Sight(
                caller == null ? null : String.valueOf(caller.agent()),
                Thread.currentThread().isVirtual(),
                MDC.get("requestId"),
                call.requestId());
    }

    @GET
    @Path("private")
    public Sight lookInside() {
        call.caller();
        return look();
    }

    @GET
    @Path("effects")
    public Effects effects() {
        return new Effects(effects.get(), attempts.get());
    }

    @GET
    @Path("number")
    public int number(@QueryParam("n") int n) {
        return n;
    }

    @GET
    @Path("words")
    public String words() {
        throw new BadRequestException(List.of(new FieldProblem("sort", "must be newest")));
    }

    @POST
    @Path("orders")
    @Idempotent
    public RestResponse<Receipt> order(Order order) {
        call.caller();
        var receipt = new Receipt(effects.incrementAndGet(), order.itemName(), "s3cret");
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, receipt)
                .header("Location", "/api/probe/orders/" + receipt.number())
                .build();
    }

    @POST
    @Path("plain-orders")
    @Idempotent
    @ResponseStatus(202)
    public Receipt orderPlainly(@Nullable Order order) {
        return new Receipt(
                effects.incrementAndGet(), order == null ? null : order.itemName(), null);
    }

    @POST
    @Path("silent-orders")
    @Idempotent
    public void orderSilently() {
        effects.incrementAndGet();
    }

    @POST
    @Path("contested-orders")
    @Idempotent
    public Receipt orderContested() {
        if (attempts.incrementAndGet() % 3 != 0) {
            throw new LostRace("an order");
        }
        return new Receipt(effects.incrementAndGet(), null, null);
    }

    @POST
    @Path("refusals")
    @Idempotent
    public Receipt refuse() {
        attempts.incrementAndGet();
        throw new RefusedException(new NotFound("order"));
    }

    @POST
    @Path("invalid")
    public Receipt invalid() {
        throw new RefusedException(
                new Invalid(
                        List.of(
                                new FieldProblem("deliverables[0].contentHash", "is required"),
                                new FieldProblem("claimTtl", "must be 1 to 720"))));
    }

    @POST
    @Path("busy")
    public Receipt busy() {
        throw new RefusedException(new Busy());
    }

    @POST
    @Path("away")
    public Receipt away() {
        throw new IllegalStateException(new SQLTransientConnectionException("secret host"));
    }

    @POST
    @Path("broken")
    public Receipt broken() {
        throw new IllegalStateException("secret inside");
    }
}
