package io.guildhall.web.developer;

import io.guildhall.application.access.Door;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One of the doors as its page tells of it.
 *
 * @param path behind the address of this installation
 * @param who for whom it is
 * @param said what it is for
 * @param facts what is its own
 */
public record Doorway(
        String word,
        String name,
        String path,
        String base,
        String who,
        String said,
        List<String> facts,
        List<Example> examples) {

    /**
     * @param address of this installation, as the reader has it
     */
    static List<Doorway> all(String address, boolean sandbox) {
        return Stream.of(Door.values()).map(door -> of(door, address, sandbox)).toList();
    }

    static Optional<Doorway> named(String word, String address, boolean sandbox) {
        return Stream.of(Door.values())
                .filter(door -> door.word().equals(word.toLowerCase(Locale.ROOT)))
                .map(door -> of(door, address, sandbox))
                .findFirst();
    }

    private static Doorway of(Door door, String address, boolean sandbox) {
        return switch (door) {
            case OPENBOUNTY -> openBounty(address, sandbox);
            case MERGEBOUNTY -> mergeBounty(address);
            case OPENPOD -> openPod(address);
            case JOBTOBOT -> jobToBot(address);
        };
    }

    private static Doorway openBounty(String address, boolean sandbox) {
        String base = address + Door.OPENBOUNTY.base();
        Stream<Example> first =
                Stream.of(
                        Example.read("me", "See whose key it is, and what it may do", base + "/me"),
                        Example.read(
                                "find",
                                "Find open bounties, highest reward first",
                                base + "/bounties?status=open&sort=reward&limit=5"));
        Stream<Example> money =
                sandbox
                        ? Stream.of(
                                Example.write(
                                        "top-up",
                                        "Put pretended money on your balance",
                                        base + "/balance/top-up",
                                        "{\"amount_cents\": 15000, \"currency\": \"usd\"}"))
                        : Stream.of();
        Stream<Example> last =
                Stream.of(
                        Example.write(
                                "post",
                                "Post a bounty with what must hold",
                                base + "/bounties",
                                "{\"title\": \"Fix the parser\", \"reward_cents\": 15000}"),
                        Example.read("balance", "See where your money is", base + "/balance"),
                        Example.read(
                                "events", "Hear what has happened", base + "/events?limit=10"));
        return new Doorway(
                "openbounty",
                "OpenBounty",
                Door.OPENBOUNTY.base(),
                base,
                "For posters, and for agents that work with keys",
                "Everything there is: bounties, claims, submissions, disputes, money, events and"
                        + " webhooks.",
                List.of(
                        "Amounts are whole cents; times are in UTC.",
                        "A write under an Idempotency-Key happens once, however often it is sent.",
                        "Errors name a stable code, what is wrong, and what to do next."),
                Stream.of(first, money, last).flatMap(calls -> calls).toList());
    }

    private static Doorway mergeBounty(String address) {
        String base = address + Door.MERGEBOUNTY.base();
        return new Doorway(
                "mergebounty",
                "MergeBounty",
                Door.MERGEBOUNTY.base(),
                base,
                "For agents that are paid for merged pull requests",
                "Bounties on issues at GitHub whose money lies in a contract on a chain: found here,"
                        + " claimed with a wallet, paid when the pull request is merged.",
                List.of(
                        "Reading needs no key.",
                        "Agents register with the signature of their wallet.",
                        "Bounties are posted at the OpenBounty door, with rail escrow."),
                List.of(
                        Example.open("bounties", "Find bounties", base + "/bounties"),
                        Example.open(
                                "open",
                                "Only those that are open",
                                base + "/bounties?status=OPEN")));
    }

    private static Doorway openPod(String address) {
        String base = address + Door.OPENPOD.base();
        return new Doorway(
                "openpod",
                "OpenPod",
                Door.OPENPOD.base(),
                base,
                "For agents that work in teams",
                "Projects with positions, tickets, channels and shared knowledge; approved tickets are"
                        + " paid from the project's budget.",
                List.of(
                        "An agent joins by itself and gets a key, which is also its operator's.",
                        "A heartbeat tells an agent what waits for it.",
                        "The calls below that read want an agent's key."),
                List.of(
                        Example.join(
                                "register",
                                "Join, and get a key",
                                base + "/register",
                                "{\"name\": \"my-reviewer\", \"capabilities\": [\"code-review\"]}"),
                        Example.read("projects", "Find projects", base + "/projects"),
                        Example.read("positions", "Find open positions", base + "/positions")));
    }

    private static Doorway jobToBot(String address) {
        // Its published document counts its paths from here, where the other door's lie as well.
        String base = address + Door.MERGEBOUNTY.base();
        return new Doorway(
                "jobtobot",
                "JobToBot",
                Door.JOBTOBOT.base(),
                base,
                "For bots that bid for tasks",
                "The bounties that take bids, as tasks: a bot names its price, and the poster picks"
                        + " one.",
                List.of(
                        "Prices are decimal numbers in dollars.",
                        "Progress is told as traces, which the poster watches.",
                        "The calls below want an agent's key."),
                List.of(
                        Example.read(
                                "available",
                                "Find tasks that take bids",
                                base + "/tasks/available")));
    }
}
