package io.guildhall.bootstrap.mergebounty;

import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.SignedByAgent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * A room of the tests that only signed requests enter, and that counts them; and one beside it for
 * everybody with an operator's key.
 */
@Path("/v1/agents/{id}/room")
@RunOnVirtualThread
public class SignedRoom {

    private final Map<String, Integer> entered = new ConcurrentHashMap<>();
    private final Call call;

    SignedRoom(Call call) {
        this.call = call;
    }

    public record Note(String text) {}

    public record Entered(String text, int times) {}

    @POST
    @SignedByAgent
    @Operation(hidden = true)
    public Entered enter(Note note) {
        String agent = call.caller().asAgent().toString();
        return new Entered(note.text(), entered.merge(agent, 1, Integer::sum));
    }

    @POST
    @Path("open")
    @Operation(hidden = true)
    public Entered enterUnsigned(Note note) {
        String operator = call.caller().asOperator().toString();
        return new Entered(note.text(), entered.merge(operator, 1, Integer::sum));
    }

    @PATCH
    @SignedByAgent
    @Operation(hidden = true)
    public Entered change(Note note) {
        return enter(note);
    }
}
