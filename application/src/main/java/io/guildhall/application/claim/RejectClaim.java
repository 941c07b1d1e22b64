package io.guildhall.application.claim;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.party.Caller;
import java.time.Instant;

/** The poster turns a request down. */
public final class RejectClaim {

    private final UseCaseContext context;
    private final Claims claims;

    public RejectClaim(UseCaseContext context, Claims claims) {
        this.context = context;
        this.claims = claims;
    }

    public record Command(Caller caller, ClaimId claim, String reason) {}

    public Claim handle(Command command) {
        return context.transactions()
                .run(() -> {
                    Instant now = context.clock().instant();
                    Claim claim =
                            SeenClaim.byPoster(command.caller(), claims.find(command.claim()));
                    var rejected = claim.reject(command.reason(), now).orThrow();
                    Claim saved = claims.save(rejected.state());
                    context.outbox().publish(rejected.events(), now);
                    return saved;
                });
    }
}
