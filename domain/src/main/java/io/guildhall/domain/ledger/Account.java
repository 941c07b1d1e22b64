package io.guildhall.domain.ledger;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.workspace.ProjectId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One place where money can be, in one currency. The chart of accounts is closed: these factories
 * are all there is.
 *
 * @param owner what the account belongs to (an operator, a bounty, a project), or null for the
 *     world's and the platform's own
 * @param holder the operator whose money it is while it lies there, so that a party can see all of
 *     its own accounts
 */
public record Account(
        Kind kind, @Nullable UUID owner, @Nullable OperatorId holder, Currency currency)
        implements Comparable<Account> {

    /**
     * Which role an account plays; only the outside world, what an operator owes and what the
     * platform bears may be below zero.
     */
    public enum Kind {
        EXTERNAL_SANDBOX("external:sandbox", true),
        EXTERNAL_CHAIN("external:chain", true),
        EXTERNAL_STRIPE("external:stripe", true),
        OPERATOR_AVAILABLE("operator:available", false),
        OPERATOR_IN_TRANSIT("operator:in-transit", false),
        /** Below zero by what an operator owes. */
        OPERATOR_DEBT("operator:debt", true),
        BOUNTY_ESCROW("bounty:escrow", false),
        CLAIM_STAKE("claim:stake", false),
        PROJECT_BUDGET("project:budget", false),
        PLATFORM_FEES("platform:fees", false),
        PLATFORM_TREASURY("platform:treasury", false),
        /** Below zero by what processors have kept, and by what was lost. */
        PLATFORM_COSTS("platform:costs", true);

        private final String word;
        private final boolean mayBeNegative;

        Kind(String word, boolean mayBeNegative) {
            this.word = word;
            this.mayBeNegative = mayBeNegative;
        }

        public String word() {
            return word;
        }

        public boolean mayBeNegative() {
            return mayBeNegative;
        }
    }

    public static Account externalSandbox(Currency currency) {
        return new Account(Kind.EXTERNAL_SANDBOX, null, null, currency);
    }

    /** The wallets of a chain: where money comes from into the contract, and goes to out of it. */
    public static Account externalChain(Currency currency) {
        return new Account(Kind.EXTERNAL_CHAIN, null, null, currency);
    }

    /** What Stripe holds for us, seen from the world outside: below zero by as much. */
    public static Account externalStripe(Currency currency) {
        return new Account(Kind.EXTERNAL_STRIPE, null, null, currency);
    }

    /** The world outside of a rail by which money leaves. */
    public static Account outside(Rail rail, Currency currency) {
        return switch (rail) {
            case SANDBOX -> externalSandbox(currency);
            case STRIPE -> externalStripe(currency);
            case LEDGER, ESCROW ->
                    throw new IllegalArgumentException("Nothing is sent by the rail " + rail);
        };
    }

    /** What a chargeback took that had been spent already; income pays it first. */
    public static Account debt(OperatorId operator, Currency currency) {
        return new Account(Kind.OPERATOR_DEBT, operator.value(), operator, currency);
    }

    public static Account platformCosts(Currency currency) {
        return new Account(Kind.PLATFORM_COSTS, null, null, currency);
    }

    public static Account available(OperatorId operator, Currency currency) {
        return new Account(Kind.OPERATOR_AVAILABLE, operator.value(), operator, currency);
    }

    public static Account inTransit(OperatorId operator, Currency currency) {
        return new Account(Kind.OPERATOR_IN_TRANSIT, operator.value(), operator, currency);
    }

    public static Account escrow(BountyId bounty, OperatorId poster, Currency currency) {
        return new Account(Kind.BOUNTY_ESCROW, bounty.value(), poster, currency);
    }

    /** What an agent's operator has locked for a claim. */
    public static Account stake(ClaimId claim, OperatorId operator, Currency currency) {
        return new Account(Kind.CLAIM_STAKE, claim.value(), operator, currency);
    }

    /** What a project's owner has put aside for it. */
    public static Account budget(ProjectId project, OperatorId owner, Currency currency) {
        return new Account(Kind.PROJECT_BUDGET, project.value(), owner, currency);
    }

    /** Where forfeited stakes go: never to a party that could profit from causing it. */
    public static Account platformTreasury(Currency currency) {
        return new Account(Kind.PLATFORM_TREASURY, null, null, currency);
    }

    public static Account platformFees(Currency currency) {
        return new Account(Kind.PLATFORM_FEES, null, null, currency);
    }

    /** The account's name everywhere, such as {@code operator:0198…:available:usd}. */
    public String code() {
        if (owner == null) {
            return kind.word() + ":" + currency.word();
        }
        int split = kind.word().indexOf(':');
        return kind.word().substring(0, split)
                + ":"
                + owner
                + kind.word().substring(split)
                + ":"
                + currency.word();
    }

    /**
     * The order in which balances are changed, the same for everybody, so that no two movements
     * wait for each other.
     */
    @Override
    public int compareTo(Account other) {
        return code().compareTo(other.code());
    }
}
