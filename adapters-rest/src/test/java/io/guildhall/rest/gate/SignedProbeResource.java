package io.guildhall.rest.gate;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A room of the tests that only signed requests enter. */
@Path("/v1/agents/{id}/probe")
@RunOnVirtualThread
public class SignedProbeResource {

    private final AtomicInteger effects = new AtomicInteger();
    private final Call call;

    SignedProbeResource(Call call) {
        this.call = call;
    }

    public record Note(String text) {}

    public record Entered(String agent, String text, int effects) {}

    @POST
    @SignedByAgent
    @Idempotent
    public Entered enter(Note note) {
        return new Entered(
                call.caller().asAgent().toString(), note.text(), effects.incrementAndGet());
    }
}
