package io.guildhall.rest.openbounty.stream;

import static io.guildhall.rest.openbounty.stream.Happenings.ANN;
import static io.guildhall.rest.openbounty.stream.Happenings.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.access.StreamLimits;
import io.guildhall.rest.problem.Fault;
import io.guildhall.rest.problem.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SeatsTest {

    private final Seats seats =
            new Seats(new StreamLimits(3, 2, 1, Duration.ofSeconds(1), Duration.ofSeconds(1)));

    @Test
    void anOperatorHasSoManyAndNoMore() {
        seats.take(ANN);
        Runnable second = seats.take(ANN);

        assertThatThrownBy(() -> seats.take(ANN))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> {
                            assertThat(refused.problem().fault()).isEqualTo(Fault.RATE_LIMITED);
                            assertThat(refused.problem().message()).contains("2", "close some");
                            assertThat(refused.problem().headers()).containsKey("Retry-After");
                        });

        second.run();
        seats.take(ANN);
        assertThat(seats.taken()).isEqualTo(2);
    }

    @Test
    void aProcessHasSoManyAndNoMore() {
        seats.take(ANN);
        seats.take(ANN);
        seats.take(BOB);

        assertThatThrownBy(() -> seats.take(BOB))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> {
                            assertThat(refused.problem().fault()).isEqualTo(Fault.UNAVAILABLE);
                            assertThat(refused.problem().headers()).containsKey("Retry-After");
                        });
        assertThat(seats.taken()).isEqualTo(3);
    }

    @Test
    void aSeatIsGivenBackOnce() {
        Runnable give = seats.take(ANN);
        seats.take(BOB);

        give.run();
        give.run();

        assertThat(seats.taken()).isEqualTo(1);
    }
}
