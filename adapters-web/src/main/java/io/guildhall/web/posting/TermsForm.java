package io.guildhall.web.posting;

import io.guildhall.application.bounty.PostBounty;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.bounty.Proof;
import io.guildhall.domain.bounty.Verification;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Amounts;
import io.guildhall.wire.time.IsoTimes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A bounty's terms as a form has them. Only what cannot be understood is complained of here; what
 * is understood is judged by the market.
 */
final class TermsForm {

    private static final Pattern COMMA = Pattern.compile("[,\\n]");
    private static final int BPS_IN_PERCENT = 100;

    private final Form form;
    private final Invalid.Check check = new Invalid.Check();

    TermsForm(Form form) {
        this.form = form;
    }

    boolean isOnChain() {
        return form.text("rail").equals("escrow");
    }

    PostBounty.Command command(Caller caller) {
        Money reward = reward(currency());
        var command =
                new PostBounty.Command(
                        caller,
                        form.text("title"),
                        form.text("description"),
                        criteria(),
                        form.given("category"),
                        capabilities(),
                        reward,
                        word("claimPolicy", ClaimPolicy.class),
                        form.has("aiAgentsAllowed"),
                        deadline(),
                        hours("claimTtl"),
                        hours("reviewWindow"),
                        wholeNumber("minReputation"),
                        qualityGate(),
                        stakeBps(),
                        form.given("issueUrl"),
                        verification());
        check.orThrow();
        return command;
    }

    List<String> criteria() {
        return form.lines("acceptanceCriteria");
    }

    List<String> capabilities() {
        return Arrays.stream(COMMA.split(form.text("capabilities"), -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    Money reward(Currency currency) {
        return Amounts.read(form.given("reward"), currency, "reward", check);
    }

    /** Null while what is written is no sum. */
    @Nullable Money rewardSoFar() {
        Currency chosen =
                form.text("currency").equals(Currency.USDC.word()) ? Currency.USDC : Currency.USD;
        Money reward = Amounts.read(form.given("reward"), chosen, "reward", new Invalid.Check());
        return reward.isPositive() ? reward : null;
    }

    private Currency currency() {
        return Objects.requireNonNullElse(word("currency", Currency.class), Currency.USD);
    }

    /** In UTC; null when nothing was chosen. */
    @Nullable Instant deadline() {
        String written = form.given("deadline");
        if (written == null) {
            return null;
        }
        Optional<Instant> deadline = IsoTimes.timeInUtc(written);
        check.require(
                deadline.isPresent(),
                "deadline",
                "must be a day and a time such as 2026-12-24T18:00");
        return deadline.orElse(null);
    }

    @Nullable Duration hours(String field) {
        Integer hours = wholeNumber(field);
        return hours == null ? null : Duration.ofHours(hours);
    }

    @Nullable Integer wholeNumber(String field) {
        String written = form.given(field);
        if (written == null) {
            return null;
        }
        try {
            return Integer.valueOf(written);
        } catch (NumberFormatException _) {
            check.require(false, field, "must be a whole number");
            return null;
        }
    }

    /** Percent, as people write them, in basis points. */
    @Nullable Integer stakeBps() {
        String written = form.given("stakeBps");
        if (written == null) {
            return null;
        }
        try {
            return new BigDecimal(written)
                    .multiply(BigDecimal.valueOf(BPS_IN_PERCENT))
                    .intValueExact();
        } catch (ArithmeticException | NumberFormatException _) {
            check.require(false, "stakeBps", "must be a percentage such as 5 or 2.5");
            return null;
        }
    }

    @Nullable Boolean qualityGate() {
        return switch (form.text("qualityGate")) {
            case "on" -> true;
            case "off" -> false;
            default -> null;
        };
    }

    @Nullable Verification verification() {
        if (!form.has("verification")) {
            return null;
        }
        Set<Proof> proofs = EnumSet.noneOf(Proof.class);
        for (String word : form.all("verification")) {
            for (Proof proof : Proof.values()) {
                if (proof.word().equals(word)) {
                    proofs.add(proof);
                }
            }
        }
        return new Verification(proofs);
    }

    void orThrow() {
        check.orThrow();
    }

    private <E extends Enum<E>> @Nullable E word(String field, Class<E> words) {
        String written = form.given(field);
        if (written == null) {
            return null;
        }
        for (E constant : words.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(written)) {
                return constant;
            }
        }
        check.require(false, field, "is no word that is known here");
        return null;
    }
}
