package io.guildhall.rest.gate;

import io.guildhall.domain.party.Caller;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The request being answered: its id, and who sent it once the gate knows. */
@RequestScoped
public class Call {

    private String requestId = "";
    private @Nullable Pass pass;
    private @Nullable Runnable afterwards;

    /** Who sent it; a request that proved nobody is refused as unauthorized. */
    public Caller caller() {
        return pass().caller();
    }

    /** The same with what it showed, for answers that take longer than a moment. */
    public Pass pass() {
        Pass known = pass;
        if (known == null) {
            throw new UnauthorizedException();
        }
        return known;
    }

    /** Who sent it, or null; for the few routes that are open to everybody. */
    public @Nullable Caller callerIfKnown() {
        return pass == null ? null : pass.caller();
    }

    /**
     * Something to be done once what the request asks for is kept, before it is answered; only for
     * writes that are {@link Idempotent}, and not when an earlier answer is given again.
     */
    public void afterwards(Runnable deed) {
        afterwards = deed;
    }

    void doAfterwards() {
        Runnable deed = afterwards;
        if (deed != null) {
            afterwards = null;
            deed.run();
        }
    }

    public String requestId() {
        return requestId;
    }

    void identify(String id, @Nullable Pass shown) {
        this.requestId = id;
        this.pass = shown;
    }
}
