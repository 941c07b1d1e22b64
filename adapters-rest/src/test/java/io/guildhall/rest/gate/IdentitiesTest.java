package io.guildhall.rest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Mandates;
import io.guildhall.application.access.Authenticate.Identity;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.application.inmemory.NamedSecretBox;
import io.guildhall.application.party.GrantRoles;
import io.guildhall.domain.party.Role;
import io.guildhall.rest.token.AccessTokens;
import io.guildhall.rest.token.KeyRing;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

    private final InMemoryGuildhall guildhall = new InMemoryGuildhall();
    private final AccessTokens tokens =
            new AccessTokens(
                    new KeyRing(
                            guildhall.signingKeys,
                            new NamedSecretBox("ours"),
                            guildhall.transactions,
                            guildhall.clock,
                            guildhall.ids),
                    guildhall.clock,
                    guildhall.ids);
    private final Identities identities =
            new Identities(guildhall.useCases.authenticate, tokens, guildhall.clock);
    private final Member agent = Members.agent(guildhall);

    @Test
    void aKeyIsRememberedForFiveSeconds() {
        assertThat(identities.remembered(agent.key())).isEmpty();

        assertThat(identities.find(agent.key()).map(Pass::caller)).hasValue(agent.caller());

        assertThat(identities.remembered(agent.key()).map(Pass::caller)).hasValue(agent.caller());
        guildhall.clock.advance(Identities.SLACK);
        assertThat(identities.remembered(agent.key())).isEmpty();
    }

    @Test
    void aTokenStandsForItsHolder() {
        String token = token();
        assertThat(identities.remembered(token)).isEmpty();

        assertThat(identities.find(token).map(Pass::caller)).hasValue(agent.caller());

        assertThat(identities.remembered(token).map(Pass::caller)).hasValue(agent.caller());
        guildhall.clock.advance(Duration.ofHours(1).plusSeconds(6));
        assertThat(identities.remembered(token)).isEmpty();
        assertThat(identities.find(token)).isEmpty();
    }

    @Test
    void aRevokedKeyTakesItsTokensWithItAfterTheSlack() {
        String token = token();
        Pass holder = identities.find(token).orElseThrow();

        guildhall.transactions.run(
                () -> guildhall.credentials.revoke(holder.credential(), guildhall.clock.instant()));

        assertThat(identities.remembered(token)).isPresent();
        guildhall.clock.advance(Identities.SLACK);
        assertThat(identities.remembered(token)).isEmpty();
        assertThat(identities.find(token)).isEmpty();
        assertThat(identities.find(agent.key())).isEmpty();
    }

    @Test
    void anOperatorIsForgottenWithItsAgentsAndNobodyElse() {
        Member other = Members.agent(guildhall);
        String token = token();
        assertThat(identities.find(token)).isPresent();
        assertThat(identities.find(agent.key())).isPresent();
        assertThat(identities.find(other.key())).isPresent();

        identities.forget(agent.caller().operator());

        assertThat(identities.remembered(token)).isEmpty();
        assertThat(identities.remembered(agent.key())).isEmpty();
        assertThat(identities.remembered(other.key())).isPresent();
    }

    @Test
    void whatIsUnknownIsAskedForAgainEachTime() {
        assertThat(identities.find("obk_live_unknown")).isEmpty();
        assertThat(identities.remembered("obk_live_unknown")).isEmpty();
    }

    @Test
    void aKeyChosenByPeopleMayLookAlmostLikeAToken() {
        guildhall.useCases.ensureFirstOperator.handle("eyJ-but-longer-than-thirty-two-characters");

        assertThat(identities.find("eyJ-but-longer-than-thirty-two-characters")).isPresent();
    }

    @Test
    void whoWasLetInByAKeyStaysUntilTheKeyIsRevoked() {
        Pass pass = identities.find(agent.key()).orElseThrow();

        guildhall.clock.advance(Duration.ofDays(30));
        assertThat(identities.isStillGood(pass)).isTrue();

        guildhall.transactions.run(
                () -> guildhall.credentials.revoke(pass.credential(), guildhall.clock.instant()));
        guildhall.clock.advance(Identities.SLACK);
        assertThat(identities.isStillGood(pass)).isFalse();
    }

    @Test
    void whoWasLetInByATokenStaysUntilItExpires() {
        Pass pass = identities.find(token()).orElseThrow();

        guildhall.clock.advance(Duration.ofHours(1).minusMillis(1));
        assertThat(identities.isStillGood(pass)).isTrue();

        guildhall.clock.advance(Duration.ofMillis(1));
        assertThat(identities.isStillGood(pass)).isFalse();
    }

    @Test
    void whoMayDoMoreOrLessThanWhenItCameIsLetInAnew() {
        Member operator = Members.operator(guildhall);
        Pass pass = identities.find(operator.key()).orElseThrow();

        guildhall.useCases.grantRoles.handle(
                new GrantRoles.Command(
                        Mandates.of(Members.admin(guildhall)),
                        operator.caller().operator(),
                        Set.of(Role.ARBITER)));

        assertThat(identities.isStillGood(pass)).isFalse();
    }

    private String token() {
        Identity holder = guildhall.useCases.authenticate.byKey(agent.key()).orElseThrow();
        return tokens.issue(holder).text();
    }
}
