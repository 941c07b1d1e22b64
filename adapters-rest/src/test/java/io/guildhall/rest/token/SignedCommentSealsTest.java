package io.guildhall.rest.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.CommentSeals.Said;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.NamedSecretBox;
import io.guildhall.domain.codehost.RepositoryName;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class SignedCommentSealsTest {

    private final InMemoryGuildhall guildhall = new InMemoryGuildhall();
    private final KeyRing ring = ring();
    private final SignedCommentSeals seals = new SignedCommentSeals(ring);
    private final Said said =
            new Said(
                    new RepositoryName("octocat", "hello-world"),
                    7,
                    "ab".repeat(32),
                    guildhall.clock.instant().truncatedTo(ChronoUnit.SECONDS));

    @Test
    void sealHoldsWhatWasSaidOnEveryReplica() {
        String seal = seals.seal(said);

        assertThat(seals.open(seal)).contains(said);
        assertThat(new SignedCommentSeals(ring()).open(seal)).contains(said);
        assertThat(seal).matches("[A-Za-z0-9._-]{1,2000}");
    }

    @Test
    void changedOrForeignSealIsNotOurs() {
        String seal = seals.seal(said);
        String[] parts = seal.split("\\.", -1);
        String other =
                seals.seal(new Said(said.repository(), 8, said.textHash(), said.at()))
                        .split("\\.", -1)[1];

        assertThat(seals.open(parts[0] + "." + other + "." + parts[2])).isEmpty();
        assertThat(seals.open(seal.substring(0, seal.length() - 4) + "AAAA")).isEmpty();
        assertThat(new SignedCommentSeals(new InMemoryRing().ring).open(seal)).isEmpty();
        assertThat(seals.open("a.b.c")).isEmpty();
        assertThat(seals.open("")).isEmpty();
    }

    @Test
    void accessTokenIsNoSealAndSealNoAccessToken() {
        AccessTokens tokens = new AccessTokens(ring, guildhall.clock, guildhall.ids);

        assertThat(tokens.verify(seals.seal(said))).isEmpty();
        assertThat(seals.open(AccessTokensTest.tokenOf(tokens))).isEmpty();
    }

    @Test
    void sealOutlivesItsKeyNot() {
        String seal = seals.seal(said);

        guildhall.clock.advance(KeyRing.PROVES_FOR.minusMinutes(1));
        assertThat(seals.open(seal)).contains(said);
        guildhall.clock.advance(Duration.ofMinutes(3));

        assertThat(seals.open(seal)).isEmpty();
    }

    private KeyRing ring() {
        return new KeyRing(
                guildhall.signingKeys,
                new NamedSecretBox("ours"),
                guildhall.transactions,
                guildhall.clock,
                guildhall.ids);
    }

    /** Another installation. */
    private static final class InMemoryRing {
        final InMemoryGuildhall guildhall = new InMemoryGuildhall();
        final KeyRing ring =
                new KeyRing(
                        guildhall.signingKeys,
                        new NamedSecretBox("theirs"),
                        guildhall.transactions,
                        guildhall.clock,
                        guildhall.ids);
    }
}
