package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.SigningKeys.SigningKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of SigningKeys keeps. */
public abstract class SigningKeysContract extends PortContract {

    @Test
    public void keysComeNewestFirst() {
        SigningKey first = key(clock.instant());
        SigningKey third = key(clock.instant().plusSeconds(120));
        SigningKey second = key(clock.instant().plusSeconds(60));

        assertThat(kept(first, second, third)).containsExactly(third, second, first);
    }

    @Test
    public void oldKeysAreForgotten() {
        SigningKey old = key(clock.instant());
        SigningKey young = key(clock.instant().plusSeconds(60));

        unit(() -> ports().signingKeys().forgetBefore(young.createdAt()));

        assertThat(kept(old, young)).containsExactly(young);
    }

    private SigningKey key(Instant createdAt) {
        SigningKey key =
                new SigningKey(
                        ids.next().toString(), "public".repeat(20), "sealed".repeat(40), createdAt);
        unit(() -> ports().signingKeys().add(key));
        return key;
    }

    private List<SigningKey> kept(SigningKey... these) {
        List<SigningKey> wanted = List.of(these);
        return unit(() -> ports().signingKeys().all()).stream().filter(wanted::contains).toList();
    }
}
