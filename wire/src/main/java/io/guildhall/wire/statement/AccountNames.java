package io.guildhall.wire.statement;

import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.wire.id.Dress;
import io.guildhall.wire.id.OpenBountyIds;
import java.util.UUID;

/** What accounts are called before a reader: whose one is concerns nobody but its holder. */
public final class AccountNames {

    private AccountNames() {}

    public static String of(Account account, OperatorId reader) {
        UUID owner = account.owner();
        if (owner == null || !reader.equals(account.holder())) {
            return account.kind().word();
        }
        Dress dress =
                switch (account.kind()) {
                    case BOUNTY_ESCROW -> OpenBountyIds.BOUNTY;
                    case CLAIM_STAKE -> OpenBountyIds.CLAIM;
                    case PROJECT_BUDGET -> OpenBountyIds.PROJECT;
                    case OPERATOR_AVAILABLE,
                            OPERATOR_IN_TRANSIT,
                            EXTERNAL_SANDBOX,
                            EXTERNAL_CHAIN,
                            PLATFORM_FEES,
                            PLATFORM_TREASURY,
                            EXTERNAL_STRIPE,
                            OPERATOR_DEBT,
                            PLATFORM_COSTS ->
                            OpenBountyIds.OPERATOR;
                };
        return account.code().replace(owner.toString(), dress.on(owner));
    }
}
