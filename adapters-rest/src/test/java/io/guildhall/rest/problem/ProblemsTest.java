package io.guildhall.rest.problem;

import static io.guildhall.domain.party.PartyFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.escrow.EscrowError.ContractPaused;
import io.guildhall.domain.funding.FundingError.FundingFrozen;
import io.guildhall.domain.funding.FundingFreeze;
import io.guildhall.domain.funding.FundingScope;
import io.guildhall.domain.party.PartyError.GithubNotSetUp;
import io.guildhall.domain.rail.RailNotSetUp;
import io.guildhall.domain.rail.RailUnavailable;
import io.guildhall.domain.shared.Busy;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.domain.shared.DomainError.Kind;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.shared.StorageUnavailable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {

    /** No state is the pool's, 53100 a full disk, 58030 one that cannot be read or written. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"08006", "53100", "53300", "57014", "57P02", "57P03", "58030"})
    void databaseInTroubleIsAnOutageAndSaysWhenToComeAgain(@Nullable String state) {
        Problem problem =
                Problems.of(new IllegalStateException(new SQLException("trouble", state)));

        assertThat(problem.fault()).isEqualTo(Fault.UNAVAILABLE);
        assertThat(problem.headers()).containsEntry("Retry-After", "1");
    }

    @Test
    void whatIsStoppedOrNotSetUpIsMeant() {
        var freeze = new FundingFreeze(FundingScope.ALL, "A wrong price", Instant.EPOCH, null, BOB);

        assertThat(
                        List.<DomainError>of(
                                new GithubNotSetUp(),
                                new RailNotSetUp(),
                                new ChainUnavailable("none is set up", false),
                                new ContractPaused(),
                                new FundingFrozen(freeze, Instant.EPOCH)))
                .allSatisfy(error -> assertThat(error.kind()).isEqualTo(Kind.UNAVAILABLE))
                .allMatch(error -> Meant.isRefusal(new RefusedException(error)));
    }

    @Test
    void whatIsOutOfOrderIsNot() {
        assertThat(
                        List.<DomainError>of(
                                new ChainUnavailable("no node answers"),
                                new RailUnavailable("it hangs", null),
                                new StorageUnavailable(false),
                                new Busy()))
                .noneMatch(error -> Meant.isRefusal(new RefusedException(error)));
        assertThat(Meant.isRefusal(new IllegalStateException("a bug"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601"})
    void mistakeOfOursIsNone(String state) {
        Problem problem = Problems.of(new SQLException("a bug", state));

        assertThat(problem.fault()).isEqualTo(Fault.INTERNAL);
    }
}
