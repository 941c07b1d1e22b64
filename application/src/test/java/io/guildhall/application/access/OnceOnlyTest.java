package io.guildhall.application.access;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.Market;
import io.guildhall.application.access.IdempotencyKeys.Scope;
import io.guildhall.application.access.OnceOnly.Answer;
import io.guildhall.domain.party.Caller;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OnceOnlyTest {

    private static final Scope SCOPE = new Scope("operator:ann", "POST /bounties", "key-1");

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", usd(30_000));

    @Test
    void repeatedRequestGetsItsFirstAnswerAndDoesNothingAgain() {
        Answer first = post("body");
        Answer again = post("body");

        assertThat(first.replayed()).isFalse();
        assertThat(again).isEqualTo(new Answer(201, first.stored(), first.stored(), true));
        assertThat(market.guildhall.bounties.all()).hasSize(1);
        assertThat(market.balance(ann).held()).isEqualTo(usd(15_000));
    }

    @Test
    void oneTimeSecretIsShownOnceAndNotStored() {
        Answer first =
                market.use.onceOnly.answer(
                        SCOPE,
                        "body",
                        () -> new Answer(201, "{\"key\":\"secret\"}", "{\"key\":null}", false));
        Answer again =
                market.use.onceOnly.answer(
                        SCOPE, "body", () -> new Answer(500, "not asked", "not asked", false));

        assertThat(first.body()).contains("secret");
        assertThat(again.body()).isEqualTo("{\"key\":null}");
    }

    @Test
    void keyOfAnotherRequestIsRefused() {
        post("body");

        assertThat(refusal(() -> post("another body"))).isEqualTo("idempotency_key_reused");
        assertThat(market.guildhall.bounties.all()).hasSize(1);
    }

    @Test
    void refusedRequestLeavesItsKeyFree() {
        Caller poor = market.operator("Dora");
        assertThat(
                        refusal(() ->
                                market.use.onceOnly.answer(
                                        SCOPE,
                                        "body",
                                        () -> {
                                            market.withdraw(poor, usd(1));
                                            return new Answer(201, "", "", false);
                                        })))
                .isEqualTo("insufficient_funds");

        assertThat(post("another body").replayed()).isFalse();
    }

    @Test
    void requestThatBreaksLeavesNothingBehind() {
        assertThatThrownBy(() ->
                        market.use.onceOnly.answer(
                                SCOPE,
                                "body",
                                () -> {
                                    market.post(ann);
                                    throw new IllegalStateException("the answer cannot be written");
                                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(market.guildhall.bounties.all()).isEmpty();
        assertThat(market.balance(ann).available()).isEqualTo(usd(30_000));
        assertThat(post("body").replayed()).isFalse();
    }

    @Test
    void keyIsForgottenAfterADay() {
        post("body");
        market.guildhall.clock.advance(Duration.ofHours(24));

        assertThat(post("another body").replayed()).isFalse();
        assertThat(market.guildhall.bounties.all()).hasSize(2);
    }

    private Answer post(String fingerprint) {
        return market.use.onceOnly.answer(
                SCOPE,
                fingerprint,
                () -> {
                    String id = market.post(ann).id().toString();
                    return new Answer(201, id, id, false);
                });
    }
}
