package io.guildhall.wire.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UlidTest {

    @Test
    void everyIdComesBackFromItsText() {
        Random random = new Random(1);
        for (int round = 0; round < 1_000; round++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());

            assertThat(Ulid.decode(Ulid.encode(id))).contains(id);
            assertThat(Ulid.decode(Ulid.encode(id).toLowerCase(java.util.Locale.ROOT)))
                    .contains(id);
        }
    }

    @Test
    void textSortsAsTheIdDoes() {
        assertThat(Ulid.encode(new UUID(0, 0))).isEqualTo("00000000000000000000000000");
        assertThat(Ulid.encode(new UUID(-1, -1))).isEqualTo("7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
        assertThat(Ulid.encode(new UUID(0x0198_0000_0000_7000L, 1)))
                .isLessThan(Ulid.encode(new UUID(0x0198_0000_0001_7000L, 0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "8ZZZZZZZZZZZZZZZZZZZZZZZZZ",
                "0000000000000000000000000U",
                "0000000000000000000000000é",
                "000000000000000000000000000"
            })
    void otherTextIsNoId(String text) {
        assertThat(Ulid.decode(text)).isEmpty();
    }

    @Test
    void anIdOfAnotherKindIsNotTaken() {
        UUID id = new UUID(1, 2);

        assertThat(OpenBountyIds.BOUNTY.off(OpenBountyIds.BOUNTY.on(id))).contains(id);
        assertThat(OpenBountyIds.CLAIM.off(OpenBountyIds.BOUNTY.on(id))).isEmpty();
        assertThat(OpenBountyIds.BOUNTY.off(id.toString())).isEmpty();
    }
}
