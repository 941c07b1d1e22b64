package io.guildhall.domain.payment;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.workspace.ProjectId;

/** Why a payment does not move. */
public sealed interface PaymentError extends DomainError {

    @Override
    default Kind kind() {
        return Kind.WRONG_STATE;
    }

    record PaymentNotInStage(PaymentId payment, PaymentStage stage) implements PaymentError {
        @Override
        public String code() {
            return "payment_wrong_stage";
        }

        @Override
        public String message() {
            return "The payment is "
                    + stage.word()
                    + "; only one that was received can be given back, and all else goes on by itself";
        }

        @Override
        public String currentStatus() {
            return stage.word();
        }
    }

    /** More than is left of it. */
    record RefundTooLarge(PaymentId payment, Money left) implements PaymentError {
        @Override
        public String code() {
            return "refund_too_large";
        }

        @Override
        public String message() {
            return "At most "
                    + left
                    + " of this payment can go back to where it came from; withdraw the rest";
        }
    }

    /** What can still be paid for this bounty is less than it needs by now. */
    record PaymentUnderWay(PaymentId payment, Money asked, Money missing) implements PaymentError {
        @Override
        public String code() {
            return "payment_under_way";
        }

        @Override
        public String message() {
            return "A payment of "
                    + asked
                    + " for this bounty can still be made, and "
                    + missing
                    + " is missing: make it or let it end, within a day, and then send this again;"
                    + " or top up the rest";
        }
    }

    /** The rail carries other currencies only. */
    record CurrencyNotCarried(String currency) implements PaymentError {
        @Override
        public String code() {
            return "currency_not_carried";
        }

        @Override
        public String message() {
            return "Stripe carries usd here, and no "
                    + currency
                    + "; usdc moves in the contract, by bounties on rail escrow";
        }
    }

    /** Its poster's payment was charged back, and what it owes is not paid yet. */
    record BountyOnHold(BountyId bounty) implements PaymentError {
        @Override
        public String code() {
            return "bounty_on_hold";
        }

        @Override
        public String message() {
            return "The payment behind this bounty was charged back; it can be given to work once its poster owes nothing";
        }
    }

    /** Its owner's payment was charged back, and what it owes is not paid yet. */
    record ProjectOnHold(ProjectId project) implements PaymentError {
        @Override
        public String code() {
            return "project_on_hold";
        }

        @Override
        public String message() {
            return "The payment behind this project was charged back; work can be approved once its owner owes nothing";
        }
    }

    /** The installation gave some away in a sandbox, and it lies on balances like any other. */
    record PretendedMoneyStays(Money pretended) implements PaymentError {
        @Override
        public String code() {
            return "pretended_money_stays";
        }

        @Override
        public String message() {
            return "This installation once gave away "
                    + pretended
                    + " that nobody had paid in, so that as much has to stay on every balance that money"
                    + " leaves from; what is more than that can leave";
        }
    }

    /** A chargeback took what was spent already. */
    record InDebt(Money owed) implements PaymentError {
        @Override
        public String code() {
            return "in_debt";
        }

        @Override
        public String message() {
            return "A payment of yours was charged back after it was spent, and "
                    + owed
                    + " is still owed; top up at least that, or earn it, and then send this again";
        }
    }
}
