package io.guildhall.domain.claim;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.claim.Claim.INSUFFICIENT_REPUTATION;
import static io.guildhall.domain.claim.ClaimFixture.activeClaim;
import static io.guildhall.domain.claim.ClaimFixture.pendingClaim;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.claim.ClaimEvent.ClaimRejected;
import org.junit.jupiter.api.Test;

class TurnedAwayTest {

    @Test
    void claimIsTurnedAwayInTheInstantInWhichItIsMade() {
        var turnedAway = pendingClaim().reject(INSUFFICIENT_REPUTATION, NOW).orThrow();

        assertThat(turnedAway.state().wasTurnedAway()).isTrue();
        assertThat(turnedAway.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ClaimRejected.class,
                        event -> assertThat(event.reason()).isEqualTo(INSUFFICIENT_REPUTATION));
    }

    @Test
    void posterCannotPutItsOwnRejectionOnTheTerms() {
        assertThat(pendingClaim().reject(INSUFFICIENT_REPUTATION, NOW.plusSeconds(1)).isAccepted())
                .isFalse();
    }

    @Test
    void claimRejectedByItsPosterOrNotAtAllWasNotTurnedAway() {
        assertThat(pendingClaim().reject("no", NOW).orThrow().state().wasTurnedAway()).isFalse();
        assertThat(pendingClaim().wasTurnedAway()).isFalse();
        assertThat(activeClaim().wasTurnedAway()).isFalse();
    }
}
