package io.guildhall.application.funding;

import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.Mandate;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.funding.FundingFreeze;
import io.guildhall.domain.funding.FundingFreezes;
import io.guildhall.domain.funding.FundingScope;
import io.guildhall.domain.shared.Invalid;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes no new money from now on; a freeze of the same scope that is there is replaced. */
public final class FreezeFunding {

    private final UseCaseContext context;
    private final FundingFreezes freezes;
    private final Audit audit;

    public FreezeFunding(UseCaseContext context, FundingFreezes freezes, Audit audit) {
        this.context = context;
        this.freezes = freezes;
        this.audit = audit;
    }

    /**
     * @param until null for as long as nobody ends it
     */
    public record Command(Mandate mandate, FundingScope scope, @Nullable Instant until) {}

    public FundingFreeze handle(Command command) {
        command.mandate().require();
        return context.transactions().run(() -> freeze(command, context.clock().instant()));
    }

    private FundingFreeze freeze(Command command, Instant now) {
        Instant until = command.until();
        new Invalid.Check()
                .require(until == null || until.isAfter(now), "until", "must lie in the future")
                .orThrow();
        Mandate mandate = command.mandate();
        var freeze =
                new FundingFreeze(
                        command.scope(),
                        mandate.reason().strip(),
                        now,
                        until,
                        mandate.caller().operator());
        Map<String, String> before =
                freezes.find(command.scope())
                        .filter(there -> there.isInForce(now))
                        .map(FrozenFunding::words)
                        .orElse(FrozenFunding.OPEN);
        freezes.save(freeze);
        audit.record(
                mandate,
                AdminAct.FREEZE_FUNDING,
                FrozenFunding.subject(command.scope()),
                before,
                FrozenFunding.words(freeze));
        return freeze;
    }
}
