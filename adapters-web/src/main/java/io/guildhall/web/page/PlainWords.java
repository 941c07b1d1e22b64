package io.guildhall.web.page;

import io.guildhall.domain.bounty.BountyError.BountyNotInState;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.funding.FundingError.FundingNotFrozen;
import io.guildhall.domain.ledger.LedgerError.InsufficientFunds;
import io.guildhall.domain.party.GithubLinkError.GithubLinkExpired;
import io.guildhall.domain.party.GithubLinkError.GithubLinkUnknown;
import io.guildhall.domain.party.PartyError.AdminStays;
import io.guildhall.domain.party.PartyError.PartyNotSuspended;
import io.guildhall.domain.payee.PayeeError.PayeeNotInStatus;
import io.guildhall.domain.payee.PayeeError.PayoutAccountExists;
import io.guildhall.domain.payee.PayeeError.PayoutAccountIncomplete;
import io.guildhall.domain.payee.PayeeError.PayoutAccountNeeded;
import io.guildhall.domain.shared.DomainError;

/** A refusal for people: what a program is told to call next, they find as a link. */
final class PlainWords {

    private PlainWords() {}

    static String of(DomainError error) {
        return switch (error) {
            case PayoutAccountNeeded _ ->
                    "Money leaves to an account at Stripe, and you have none yet; open your payout"
                            + " account first";
            case PayoutAccountIncomplete _ ->
                    "Stripe does not pay out to your account yet; your payout account says what is"
                            + " missing";
            case PayeeNotInStatus _ ->
                    "Your payout account has changed meanwhile; look at it again first";
            case PayoutAccountExists(var country) ->
                    "You have a payout account in "
                            + country
                            + " already; to have another in its place, choose to be paid elsewhere";
            case GithubLinkUnknown _ ->
                    "This way back from GitHub is not yours, or was used already; begin again with"
                            + " the agent or your own account";
            case GithubLinkExpired _ ->
                    "That took longer than 10 minutes; begin again with the agent or your own"
                            + " account";
            case PartyNotSuspended _ ->
                    "No admin has suspended it; what its own operator stopped, that operator"
                            + " resumes";
            case AdminStays _ ->
                    "Neither the first operator nor you can be suspended; another admin's role is"
                            + " taken away first";
            case BountyNotInState(var _, var participle, Disputed _) ->
                    "The bounty is in dispute and cannot be "
                            + participle
                            + "; its dispute says what its two sides can do there";
            case InsufficientFunds(var _, var needed) ->
                    "The balance does not cover "
                            + needed
                            + "; top up at least what is missing, then send this again";
            case FundingNotFrozen _ -> "New funding is not frozen there";
            default -> error.message();
        };
    }
}
