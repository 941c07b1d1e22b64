package io.guildhall.web.page;

import static io.guildhall.domain.bounty.BountyFixture.BOUNTY;
import static io.guildhall.domain.bounty.BountyFixture.disputedBounty;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.party.PartyFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.BountyError.BountyNotInState;
import io.guildhall.domain.funding.FundingError.FundingNotFrozen;
import io.guildhall.domain.funding.FundingScope;
import io.guildhall.domain.ledger.Account;
import io.guildhall.domain.ledger.LedgerError.InsufficientFunds;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.GithubLinkError.GithubLinkExpired;
import io.guildhall.domain.party.GithubLinkError.GithubLinkUnknown;
import io.guildhall.domain.party.PartyError.AdminStays;
import io.guildhall.domain.party.PartyError.PartyNotSuspended;
import io.guildhall.domain.payee.PayeeError.CountryNotServed;
import io.guildhall.domain.payee.PayeeError.PayeeNotInStatus;
import io.guildhall.domain.payee.PayeeError.PayoutAccountExists;
import io.guildhall.domain.payee.PayeeError.PayoutAccountIncomplete;
import io.guildhall.domain.payee.PayeeError.PayoutAccountNeeded;
import io.guildhall.domain.payee.PayeeStatus;
import io.guildhall.domain.shared.DomainError;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainWordsTest {

    static Stream<DomainError> toldToPrograms() {
        return Stream.of(
                new PayoutAccountNeeded(),
                new PayoutAccountIncomplete(new PayeeStatus.Requested()),
                new PayeeNotInStatus(new PayeeStatus.Requested()),
                new PayoutAccountExists("DE"),
                new GithubLinkUnknown(),
                new GithubLinkExpired(),
                new PartyNotSuspended(),
                new AdminStays(),
                new BountyNotInState(BOUNTY, "edited", disputedBounty().status()),
                new InsufficientFunds(Account.available(ANN, Currency.USD), usd(500)),
                new FundingNotFrozen(FundingScope.ALL));
    }

    @ParameterizedTest
    @MethodSource("toldToPrograms")
    void peopleAreNotToldOfEndpoints(DomainError error) {
        assertThat(PlainWords.of(error)).isNotBlank().doesNotContain("/", "POST", "GET ", "true");
    }

    @Test
    void anythingElseIsToldAsItIs() {
        DomainError error = new CountryNotServed("XX");

        assertThat(PlainWords.of(error)).isEqualTo(error.message());
    }
}
