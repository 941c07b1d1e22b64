package io.guildhall.web.board;

import io.guildhall.application.access.BountyBoard.Position;
import io.guildhall.application.access.BountyBoard.Query;
import io.guildhall.application.access.BountyBoard.Sort;
import io.guildhall.domain.bounty.ClaimPolicy;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.web.form.Form;
import io.guildhall.web.page.Amounts;
import io.guildhall.web.page.Complaint;
import io.guildhall.wire.id.OpenBountyIds;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for, as the address of the page has it: the filters of the API under the same
 * names, so that an address can be shared.
 */
public final class BoardSearch {

    private static final int PAGE = 20;
    private static final int TEXT_MAX = 200;

    /** In the order in which an address names them. */
    private static final List<String> NAMES =
            List.of(
                    "q",
                    "status",
                    "category",
                    "capability",
                    "currency",
                    "min_reward",
                    "claim_policy",
                    "ai_agents_allowed",
                    "poster_id",
                    "sort");

    private final Form given;
    private final Invalid.Check check = new Invalid.Check();

    BoardSearch(Form given) {
        this.given = given;
    }

    public Form given() {
        return given;
    }

    /** What cannot be understood is left out, and told. */
    Query query(@Nullable OperatorId poster) {
        Sort sort = Objects.requireNonNullElse(word("sort", Sort.class), Sort.NEWEST);
        Currency currency = word("currency", Currency.class);
        return new Query(
                status(poster),
                given.given("ai_agents_allowed") == null
                        ? null
                        : Boolean.valueOf(given.text("ai_agents_allowed")),
                text("category"),
                text("capability"),
                currency,
                rewardCentsMin(),
                word("claim_policy", ClaimPolicy.class),
                text("q"),
                poster == null ? posterAsked() : poster,
                sort,
                after(sort),
                PAGE);
    }

    Complaint complaint() {
        return check.problems().isEmpty()
                ? Complaint.none()
                : Complaint.of(new Invalid(check.problems()));
    }

    /** Whether anything but the order is asked for. */
    boolean isNarrowed() {
        return NAMES.stream()
                .filter(name -> !name.equals("sort"))
                .anyMatch(name -> given.given(name) != null);
    }

    /** The same search as the tail of an address, from another place on. */
    String address(String base, @Nullable String after) {
        String asked =
                NAMES.stream()
                        .filter(name -> given.given(name) != null)
                        .map(name -> name + "=" + encoded(given.text(name).strip()))
                        .collect(Collectors.joining("&"));
        String all =
                after == null
                        ? asked
                        : asked + (asked.isEmpty() ? "" : "&") + "after=" + encoded(after);
        return all.isEmpty() ? base : base + "?" + all;
    }

    /** Open ones, unless somebody says otherwise; of one's own, all. */
    private @Nullable String status(@Nullable OperatorId poster) {
        String status = given.given("status");
        if (status == null) {
            return poster == null ? "open" : null;
        }
        return status.equals("any") ? null : text("status");
    }

    private @Nullable Long rewardCentsMin() {
        String written = given.given("min_reward");
        if (written == null) {
            return null;
        }
        Money least = Amounts.read(written, Currency.USD, "min_reward", check);
        return least.isZero() ? null : least.cents();
    }

    private @Nullable OperatorId posterAsked() {
        String poster = given.given("poster_id");
        return poster == null
                ? null
                : OpenBountyIds.OPERATOR.off(poster).map(OperatorId::new).orElse(null);
    }

    private @Nullable Position after(Sort sort) {
        String place = given.given("after");
        return place == null ? null : Place.read(sort, place);
    }

    private @Nullable String text(String name) {
        String text = given.given(name);
        if (text == null || (text.length() <= TEXT_MAX && text.indexOf('\0') < 0)) {
            return text;
        }
        check.require(false, name, "must be at most " + TEXT_MAX + " characters long");
        return null;
    }

    private <E extends Enum<E>> @Nullable E word(String name, Class<E> words) {
        String text = given.given(name);
        if (text == null) {
            return null;
        }
        for (E constant : words.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        check.require(false, name, "is no word that is known here");
        return null;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
