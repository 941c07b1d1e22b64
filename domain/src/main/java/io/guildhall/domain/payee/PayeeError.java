package io.guildhall.domain.payee;

import io.guildhall.domain.shared.DomainError;
import java.time.Instant;

/** Why an operator's account at the rail cannot be used, or changed so. */
public sealed interface PayeeError extends DomainError {

    @Override
    default Kind kind() {
        return Kind.WRONG_STATE;
    }

    record PayeeNotInStatus(PayeeStatus status) implements PayeeError {
        @Override
        public String code() {
            return "payout_account_wrong_status";
        }

        @Override
        public String message() {
            return "The payout account is " + status.word() + "; read GET /api/payments/account";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    /** There is no account yet to which a withdrawal could go. */
    record PayoutAccountNeeded() implements PayeeError {
        @Override
        public String code() {
            return "payout_account_needed";
        }

        @Override
        public String message() {
            return "Money leaves to an account at Stripe, and you have none yet: POST /api/payments/onboarding-link";
        }
    }

    /** The rail wants to know more before it pays. */
    record PayoutAccountIncomplete(PayeeStatus status) implements PayeeError {
        @Override
        public String code() {
            return "payout_account_incomplete";
        }

        @Override
        public String message() {
            return "Stripe does not pay out to your account yet; GET /api/payments/account says what it wants, POST /api/payments/onboarding-link is where to say it";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    /** The destination is another than before, and its owner may not know. */
    record PayoutDestinationNew(Instant usableFrom) implements PayeeError {
        @Override
        public String code() {
            return "payout_destination_new";
        }

        @Override
        public String message() {
            return "Where your money goes was changed; nothing is sent there before "
                    + usableFrom
                    + ". If that was not you, rotate your key now";
        }
    }

    /** There is one, in another country. */
    record PayoutAccountExists(String country) implements PayeeError {
        @Override
        public String code() {
            return "payout_account_exists";
        }

        @Override
        public String message() {
            return "Your payout account is in "
                    + country
                    + "; send replace=true to have another in its place, to which nothing is paid for 72 hours";
        }
    }

    /** Nobody there can be paid by this rail. */
    record CountryNotServed(String country) implements PayeeError {
        @Override
        public String code() {
            return "country_not_served";
        }

        @Override
        public String message() {
            return "This installation's Stripe account cannot pay out to "
                    + country
                    + "; bounties on rail escrow pay to a wallet instead, and what you earn here can be spent on bounties of your own";
        }
    }
}
