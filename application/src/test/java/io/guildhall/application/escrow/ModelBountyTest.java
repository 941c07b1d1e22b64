package io.guildhall.application.escrow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.ScriptedContract;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.SentBackAs;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.VaultTerms;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The model that the simulation argues with is the contract: cell by cell of the page that was
 * written from what the contract did, and in every constant.
 */
class ModelBountyTest {

    private static final Path PAGE = Path.of("../docs/state-machines/escrow-contract.md");
    private static final Path CONTRACT = Path.of("../adapters-chain/src/main/solidity");

    private static final Pattern CONSTANT =
            Pattern.compile("uint\\d+ public constant (\\w+) = ([\\d_]+)(?: (\\w+))?;");

    private static final Instant START = Instant.parse("2027-01-15T08:00:00Z");
    private static final Instant DEADLINE = START.plus(Duration.ofDays(30));
    private static final Duration TTL = Duration.ofDays(3);
    private static final Digest SOMETHING = Digest.of("something");
    private static final WalletAddress AGENT = new WalletAddress("0x" + "a6".repeat(20));
    private static final WalletAddress OTHER_AGENT = new WalletAddress("0x" + "a7".repeat(20));
    private static final int HALF_BPS = 5_000;

    private static final VaultTerms TERMS =
            new VaultTerms(
                    new Money(500_000_001, Currency.USDC),
                    1_000,
                    new WalletAddress("0x" + "fe".repeat(20)),
                    500,
                    DEADLINE,
                    TTL,
                    Duration.ofDays(7),
                    Digest.of("manifest"));

    /** A bounty, and what time it is. */
    private record Found(ModelBounty bounty, Instant now) {

        Found at(Instant then) {
            return new Found(bounty, then);
        }

        Found due() {
            return at(requireNonNull(bounty.state().dueAt()));
        }

        Found after(Call call) {
            call.on(bounty, now);
            return this;
        }
    }

    private interface Call {
        VaultEvent on(ModelBounty bounty, Instant now);
    }

    /** As {@code Matrix.t.sol} reaches them; the contract knows none of the first. */
    private static final Map<String, Supplier<Found>> STATES = new LinkedHashMap<>();

    static {
        STATES.put("none", ModelBountyTest::open);
        STATES.put("open", ModelBountyTest::open);
        STATES.put("open due", () -> open().due());
        STATES.put("claimed", ModelBountyTest::claimed);
        STATES.put(
                "claimed half over",
                () -> claimed().at(START.plus(TTL.dividedBy(2)).plusSeconds(1)));
        STATES.put("claimed due", () -> claimed().due());
        STATES.put("claimed due at the deadline", () -> claimedNearTheDeadline().due());
        STATES.put("rework", () -> sentBack(submitted(claimed())));
        STATES.put(
                "rework past the deadline",
                () -> sentBack(submitted(claimedNearTheDeadline())).at(DEADLINE));
        STATES.put("rework due", () -> sentBack(submitted(claimed())).due());
        STATES.put("spent", ModelBountyTest::spent);
        STATES.put("spent due", () -> spent().due());
        STATES.put("in_review", () -> submitted(claimed()));
        STATES.put("in_review last", ModelBountyTest::thirdInReview);
        STATES.put("in_review due", () -> submitted(claimed()).due());
        STATES.put("disputed", () -> disputed(submitted(claimed())));
        STATES.put(
                "disputed overdue",
                () -> disputed(submitted(claimed())).at(START.plus(Duration.ofDays(2))));
        STATES.put("disputed due", () -> disputed(submitted(claimed())).due());
        STATES.put("disputed in rework", () -> disputed(sentBack(submitted(claimed()))));
        STATES.put("disputed answered", ModelBountyTest::answered);
        STATES.put("disputed answered due", () -> answered().due());
        STATES.put("paid", () -> submitted(claimed()).after((bounty, _) -> accept(bounty)));
        STATES.put("cancelled", () -> open().after((bounty, _) -> bounty.cancel()));
        STATES.put("expired", () -> open().at(DEADLINE).after(ModelBounty::expire));
    }

    /** By whoever may call them. */
    private static final Map<String, Call> CALLS = new LinkedHashMap<>();

    static {
        CALLS.put("claimBounty", (bounty, now) -> claim(bounty, OTHER_AGENT, now));
        CALLS.put(
                "claimBounty, not admitted",
                (bounty, now) -> claim(bounty, OTHER_AGENT, bounty.fence() + 2, now));
        CALLS.put("releaseClaim", ModelBounty::release);
        CALLS.put("submitWork", ModelBountyTest::submit);
        CALLS.put("acceptWork", (bounty, _) -> accept(bounty));
        CALLS.put("acceptUnanswered", ModelBounty::acceptUnanswered);
        CALLS.put("sendBack", ModelBountyTest::sendBack);
        CALLS.put("cancelBounty", (bounty, _) -> bounty.cancel());
        CALLS.put("expireBounty", ModelBounty::expire);
        CALLS.put("openDispute", (bounty, now) -> dispute(bounty, 0, now));
        CALLS.put("answerDispute", ModelBountyTest::answer);
        CALLS.put("offerSplit", (bounty, now) -> bounty.offerSplit(Side.POSTER, 1, now));
        CALLS.put("acceptSplit", (bounty, now) -> bounty.acceptSplit(Side.POSTER, now));
        CALLS.put("withdrawDispute", ModelBounty::withdrawDispute);
        CALLS.put(
                "ruleDispute for the agent", (bounty, now) -> rule(bounty, Ruling.WHOLE_BPS, now));
        CALLS.put("ruleDispute for the poster", (bounty, now) -> rule(bounty, 0, now));
        CALLS.put("timeOutDispute", ModelBounty::timeOutDispute);
    }

    @Test
    void everyFunctionDoesInEveryStateWhatItDoesInTheContract() throws IOException {
        Map<String, Map<String, String>> page = page();

        List<String> functions = new ArrayList<>(CALLS.keySet());
        functions.add("fundBounty");
        assertThat(page).containsOnlyKeys(functions);
        page.forEach((function, cells) -> {
            assertThat(cells).as(function).containsOnlyKeys(STATES.keySet());
            cells.forEach((state, cell) ->
                    assertThat(cellOf(function, state))
                            .as("%s when %s", function, state)
                            .isEqualTo(cell));
        });
    }

    @Test
    void windowsAndLimitsAreThoseOfTheContract() throws IOException {
        Map<String, Object> core = new TreeMap<>();
        core.put("STAKED_WINDOW_MIN", BountyTerms.STAKED_WINDOW_MIN);
        core.put("REWORK_MIN", Claim.REWORK_MIN);
        core.put("SUBMISSIONS_MAX", Claim.SUBMISSIONS_MAX);
        core.put("ANSWER_WINDOW", Dispute.ANSWER_WINDOW);
        core.put("DECISION_WINDOW", Dispute.DECISION_WINDOW);
        core.put("AFTER_DISPUTE_MIN", Claim.AFTER_DISPUTE_MIN);
        core.put("DEADLINE_MAX", BountyTerms.DEADLINE_MAX);
        core.put("WINDOW_MIN", BountyTerms.WINDOW_MIN);
        core.put("WINDOW_MAX", BountyTerms.WINDOW_MAX);
        core.put("STAKE_BPS_MAX", BountyTerms.STAKE_BPS_MAX);

        assertThat(constants()).isEqualTo(core);
    }

    private static String cellOf(String function, String state) {
        Found found = requireNonNull(STATES.get(state)).get();
        try {
            if (function.equals("fundBounty")) {
                return funded(state, found.now());
            }
            if (state.equals("none")) {
                // As ModelContract refuses what is done to it.
                return "-";
            }
            requireNonNull(CALLS.get(function)).on(found.bounty(), found.now());
            return stateOf(found.bounty());
        } catch (ModelBounty.Reverts reverts) {
            String why = requireNonNull(reverts.getMessage());
            return why.equals("WrongStatus") ? "-" : "`" + why + "`";
        }
    }

    /** The terms are looked at first. */
    private static String funded(String state, Instant now) {
        ModelBounty bounty = new ModelBounty(id(), TERMS, now);
        return state.equals("none") ? stateOf(bounty) : "`BountyExists`";
    }

    private static String stateOf(ModelBounty bounty) {
        return switch (bounty.state().status()) {
            case NONE -> "none";
            case OPEN -> "open";
            case CLAIMED ->
                    switch (bounty.submissions()) {
                        case 0 -> "claimed";
                        case 3 -> "spent";
                        default -> "rework";
                    };
            case IN_REVIEW -> "in_review";
            case DISPUTED -> bounty.isAnswered() ? "disputed answered" : "disputed";
            case PAID -> "paid";
            case CANCELLED -> "cancelled";
            case EXPIRED -> "expired";
        };
    }

    /** By function, and then by state. */
    private static Map<String, Map<String, String>> page() throws IOException {
        List<List<String>> rows =
                Files.readAllLines(PAGE).stream()
                        .filter(line -> line.startsWith("| "))
                        .map(ModelBountyTest::cells)
                        .toList();
        List<String> states = rows.getFirst();
        Map<String, Map<String, String>> page = new LinkedHashMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int column = 1; column < row.size(); column++) {
                cells.put(states.get(column), row.get(column));
            }
            page.put(row.getFirst().replace("**", ""), cells);
        }
        return page;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static Map<String, Object> constants() throws IOException {
        Map<String, Object> constants = new TreeMap<>();
        try (Stream<Path> files = Files.list(CONTRACT)) {
            for (Path file : files.filter(path -> path.toString().contains("Bounty")).toList()) {
                Matcher constant = CONSTANT.matcher(Files.readString(file));
                while (constant.find()) {
                    int number = Integer.parseInt(constant.group(2).replace("_", ""));
                    String unit = constant.group(3);
                    constants.put(constant.group(1), unit == null ? number : of(number, unit));
                }
            }
        }
        return constants;
    }

    private static Duration of(int number, String unit) {
        return switch (unit) {
            case "hours" -> Duration.ofHours(number);
            case "days" -> Duration.ofDays(number);
            default -> throw new IllegalArgumentException(unit);
        };
    }

    private static Found open() {
        return new Found(new ModelBounty(id(), TERMS, START), START);
    }

    private static Found claimed() {
        return open().after((bounty, now) -> claim(bounty, AGENT, now));
    }

    private static Found claimedNearTheDeadline() {
        return open().at(DEADLINE.minus(Duration.ofDays(1)))
                .after((bounty, now) -> claim(bounty, AGENT, now));
    }

    private static Found submitted(Found found) {
        return found.after(ModelBountyTest::submit);
    }

    private static Found sentBack(Found found) {
        return found.after(ModelBountyTest::sendBack);
    }

    private static Found thirdInReview() {
        return submitted(sentBack(submitted(sentBack(submitted(claimed())))));
    }

    private static Found spent() {
        return sentBack(thirdInReview());
    }

    /** By the poster, and the agent has offered a split. */
    private static Found disputed(Found found) {
        return found.after((bounty, now) -> dispute(bounty, 1, now))
                .after((bounty, now) -> bounty.offerSplit(Side.AGENT, HALF_BPS, now));
    }

    private static Found answered() {
        return disputed(submitted(claimed())).after(ModelBountyTest::answer);
    }

    private static VaultEvent claim(ModelBounty bounty, WalletAddress by, Instant now) {
        return claim(bounty, by, bounty.fence() + 1, now);
    }

    /** One that is admitted to the claim of that number. */
    private static VaultEvent claim(ModelBounty bounty, WalletAddress by, long fence, Instant now) {
        Instant expiresAt = now.plus(Duration.ofMinutes(1));
        return bounty.claim(by, ScriptedContract.admission(id(), by, fence, expiresAt), now);
    }

    private static VaultEvent submit(ModelBounty bounty, Instant now) {
        return bounty.submit(AGENT, bounty.fence(), SOMETHING, now);
    }

    private static VaultEvent accept(ModelBounty bounty) {
        return bounty.accept(bounty.work(), VaultOutcome.ACCEPTED);
    }

    private static VaultEvent sendBack(ModelBounty bounty, Instant now) {
        return bounty.sendBack(bounty.work(), SentBackAs.REJECTED, now);
    }

    private static VaultEvent dispute(ModelBounty bounty, int about, Instant now) {
        return bounty.openDispute(bounty.agent(), bounty.fence(), about, Side.POSTER, now);
    }

    private static VaultEvent answer(ModelBounty bounty, Instant now) {
        return bounty.answerDispute(bounty.disputes(), SOMETHING, now);
    }

    private static VaultEvent rule(ModelBounty bounty, int shareBps, Instant now) {
        return bounty.ruleDispute(bounty.disputes(), shareBps, now);
    }

    private static OnchainId id() {
        return new OnchainId(SOMETHING.hex());
    }
}
