package io.guildhall.application.claim;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.party.Caller;
import java.time.Instant;

/** The agent takes back a request that nobody has answered. */
public final class WithdrawClaim {

    private final UseCaseContext context;
    private final Claims claims;

    public WithdrawClaim(UseCaseContext context, Claims claims) {
        this.context = context;
        this.claims = claims;
    }

    public record Command(Caller caller, ClaimId claim) {}

    public Claim handle(Command command) {
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    Claim claim =
                            SeenClaim.byWorker(command.caller(), claims.find(command.claim()));
                    var withdrawn = claim.withdraw(now).orThrow();
                    Claim saved = claims.save(withdrawn.state());
                    context.outbox().publish(withdrawn.events(), now);
                    return saved;
                });
    }
}
