package io.guildhall.application.access;

import static io.guildhall.domain.party.PartyFixture.BOB;
import static io.guildhall.domain.party.PartyFixture.BOBS_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.ApiKeys.MintedKey;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.domain.party.KeyHash;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {

    private static final List<String> SIGNS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_ \u0000\u00e9"
                    .chars()
                    .mapToObj(Character::toString)
                    .toList();

    private final InMemoryGuildhall guildhall = new InMemoryGuildhall();
    private final ApiKeys keys =
            new ApiKeys(
                    guildhall.random,
                    guildhall.credentials,
                    guildhall.ids,
                    guildhall.useCases.lookUps);

    @Test
    void whoWasJustGivenAKeyIsNotTakenForOneWhoGuesses() {
        String key = mint(Door.OPENBOUNTY, false).key();
        for (int guess = 0; guess < 1_000; guess++) {
            guildhall.useCases.lookUps.notFound("guess " + guess, "here");
        }

        assertThat(guildhall.useCases.lookUps.refusal("of another replica", "here")).isPresent();
        assertThat(guildhall.useCases.lookUps.refusal(key, "here")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void keyWearsItsDoorsPrefixAndAChecksum(Door door) {
        String ofOperator = mint(door, false).key();
        String ofAgent = mint(door, true).key();

        assertThat(ofOperator).startsWith(door.operatorPrefix()).matches(".*_[0-9A-Za-z]{36}");
        assertThat(ofAgent).startsWith(door.agentPrefix()).matches(".*_[0-9A-Za-z]{36}");
        assertThat(ApiKeys.isWellFormed(ofOperator)).isTrue();
        assertThat(ApiKeys.isWellFormed(ofAgent)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void everyMistypedCharacterIsNoticed(Door door) {
        String key = mint(door, true).key();

        for (int place = 0; place < key.length(); place++) {
            for (String sign : SIGNS) {
                String mistyped = key.substring(0, place) + sign + key.substring(place + 1);
                if (!mistyped.equals(key)) {
                    assertThat(ApiKeys.isWellFormed(mistyped)).as(mistyped).isFalse();
                }
            }
            assertThat(ApiKeys.isWellFormed(key.substring(0, place))).isFalse();
        }
        assertThat(ApiKeys.isWellFormed(key + "0")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "obk_live_", "sk_live_0123456789", "obk_live_000000"})
    void whatNobodyMintedIsNotWellFormed(String key) {
        assertThat(ApiKeys.isWellFormed(key)).isFalse();
    }

    @Test
    void keyItselfIsNeverKept() {
        MintedKey minted = mint(Door.OPENBOUNTY, true);

        assertThat(minted.credential().hash()).isEqualTo(KeyHash.of(minted.key()));
        assertThat(minted.credential().keyStart()).isEqualTo("obk_live_");
        assertThat(minted.key()).endsWith(minted.credential().keyEnd());
        assertThat(minted.credential().keyEnd()).hasSize(4);
        assertThat(minted.credential().agent()).isEqualTo(BOBS_AGENT);
        assertThat(minted.credential().toString()).doesNotContain(minted.key());
        assertThat(guildhall.credentials.findLive(KeyHash.of(minted.key())))
                .contains(minted.credential());
    }

    @Test
    void noTwoKeysAreAlikeAndEverySignIsUsed() {
        Set<String> minted = new HashSet<>();
        Set<Integer> signs = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            String key = mint(Door.OPENPOD, false).key();
            minted.add(key);
            key.substring(4).chars().forEach(signs::add);
        }

        assertThat(minted).hasSize(200);
        assertThat(signs).hasSize(62);
    }

    private MintedKey mint(Door door, boolean forAgent) {
        return guildhall.transactions.run(() ->
                keys.mint(BOB, forAgent ? BOBS_AGENT : null, door, guildhall.clock.instant()));
    }
}
