package io.guildhall.application.funding;

import io.guildhall.application.audit.Audit;
import io.guildhall.application.audit.Mandate;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.audit.AdminAct;
import io.guildhall.domain.funding.FundingError.FundingNotFrozen;
import io.guildhall.domain.funding.FundingFreeze;
import io.guildhall.domain.funding.FundingFreezes;
import io.guildhall.domain.funding.FundingScope;
import io.guildhall.domain.shared.RefusedException;

/** Takes new money again, as far as no other freeze covers it. */
public final class UnfreezeFunding {

    private final UseCaseContext context;
    private final FundingFreezes freezes;
    private final Audit audit;

    public UnfreezeFunding(UseCaseContext context, FundingFreezes freezes, Audit audit) {
        this.context = context;
        this.freezes = freezes;
        this.audit = audit;
    }

    public record Command(Mandate mandate, FundingScope scope) {}

    /** What there was. */
    public FundingFreeze handle(Command command) {
        command.mandate().require();
        return context.transactions().run(() -> unfreeze(command));
    }

    private FundingFreeze unfreeze(Command command) {
        FundingScope scope = command.scope();
        FundingFreeze frozen =
                freezes.find(scope)
                        .orElseThrow(() -> new RefusedException(new FundingNotFrozen(scope)));
        if (!freezes.lift(scope)) {
            throw new RefusedException(new FundingNotFrozen(scope));
        }
        audit.record(
                command.mandate(),
                AdminAct.UNFREEZE_FUNDING,
                FrozenFunding.subject(scope),
                FrozenFunding.words(frozen),
                FrozenFunding.OPEN);
        return frozen;
    }
}
