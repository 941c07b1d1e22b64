package io.guildhall.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.demo.Parties.Poster;
import io.guildhall.bootstrap.demo.Parties.Workshop;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Lives a market of 160 sample bounties on a running service and shows where every cent went. */
public final class Demo {

    private static final int AT_ONCE = 8;
    private static final int PROGRESS_EVERY = 20;
    private static final int PAYOUT_WAIT_SECONDS = 60;

    /** In days; together more than the longest deadline and every window after it. */
    private static final List<Integer> LEAPS = List.of(3, 5, 8, 14, 16, 14);

    private final URI base;
    private final PrintStream out;
    private final boolean terminal;
    private final @Nullable String adminKey;
    private final Tally tally = new Tally();
    private final Queue<String> bounties = new ConcurrentLinkedQueue<>();

    private Demo(URI base, PrintStream out, boolean terminal, @Nullable String adminKey) {
        this.base = base;
        this.out = out;
        this.terminal = terminal;
        this.adminKey = adminKey;
    }

    /**
     * @param base where the service listens
     * @param samples the file with the sample bounties
     * @param adminKey an admin's, who alone can name an arbiter and move the clock; null leaves
     *     both out
     * @return 0 when everything went as it should and the ledger balances
     */
    public static int run(
            URI base, Path samples, PrintStream out, boolean terminal, @Nullable String adminKey) {
        try {
            return new Demo(base, out, terminal, adminKey).live(samples) ? 0 : 1;
        } catch (DemoFailed e) {
            out.println("\nThe demo failed: " + e.getMessage());
            return 1;
        } catch (UncheckedIOException | IOException e) {
            out.println(
                    "\nThe demo cannot go on: is Guildhall running on "
                            + base
                            + "? Start it with ./guildhall up ("
                            + e
                            + ")");
            return 1;
        }
    }

    private boolean live(Path file) throws IOException {
        DoorClient anybody = DoorClient.anonymous(base);
        Parties parties = Parties.gather(anybody, adminKey);
        DoorClient reader = parties.posters().getFirst().door();
        List<Sample> samples =
                Sample.readAll(
                        file, Instant.parse(reader.get("/api/test/clock").get("now").asText()));
        out.println(
                "A market on "
                        + base
                        + ": "
                        + samples.size()
                        + " sample bounties, all money pretended.");
        if (parties.admin() == null) {
            out.println(
                    "There is no admin's key (GUILDHALL_BOOTSTRAP_KEY), so nobody arbitrates and the clock stays as it is.");
        }
        long treasuryBefore = Accounts.treasury(reader);
        parties.posters().forEach(poster -> fill(poster, samples, parties));
        liveStories(samples, parties);
        if (parties.admin() != null) {
            letTimePass(parties.admin());
        }
        out.println("Withdrawing half of what each workshop has …");
        parties.workshops().forEach(this::withdrawHalf);
        Accounts accounts = Accounts.read(parties, treasuryBefore);
        report(accounts);
        return prove(reader, accounts);
    }

    /** Whatever somebody was silent about happens by itself, and nothing is left waiting. */
    private void letTimePass(DoorClient admin) {
        for (int days : LEAPS) {
            JsonNode advanced =
                    admin.post("/api/test/clock/advance", Map.of("duration", "P" + days + "D"));
            out.println(
                    "%2d days pass, and it is %s: %s"
                            .formatted(
                                    days,
                                    advanced.get("now").asText().substring(0, 10),
                                    standing(admin)));
        }
        out.println();
    }

    /**
     * Enough for all of a poster's bounties but a few, which are then funded after they were
     * posted.
     */
    private static void fill(Poster poster, List<Sample> samples, Parties parties) {
        long cents =
                samples.stream()
                        .filter(sample -> parties.poster(sample.number()).equals(poster))
                        .filter(sample -> sample.number() % 10 != 0)
                        .mapToLong(Sample::rewardCents)
                        .sum();
        poster.topUp(cents);
    }

    private void liveStories(List<Sample> samples, Parties parties) {
        Semaphore places = new Semaphore(AT_ONCE);
        List<Future<?>> stories = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Sample sample : samples) {
                places.acquire();
                stories.add(
                        threads.submit(() -> {
                            try {
                                bounties.add(new Story(sample, parties, tally).live());
                            } finally {
                                places.release();
                            }
                        }));
                progress(stories.size(), samples.size());
            }
            for (Future<?> story : stories) {
                story.get();
            }
            progress(samples.size(), samples.size());
            out.println();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("Interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case DemoFailed failed -> throw failed;
                case UncheckedIOException unreachable -> throw unreachable;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    private void progress(int started, int all) {
        if (terminal) {
            out.print("\r[%3d/%d]%s".formatted(started, all, tally));
            out.flush();
        } else if (started % PROGRESS_EVERY == 0) {
            out.println("[%3d/%d]%s".formatted(started, all, tally));
        }
    }

    private void withdrawHalf(Workshop workshop) {
        long half = Accounts.usd(workshop.door()).get("available_cents").asLong() / 2;
        if (half == 0) {
            return;
        }
        JsonNode payout =
                workshop.door()
                        .post(
                                "/api/balance/withdraw",
                                Map.of("amount_cents", half, "currency", "usd"));
        String path = "/api/payouts/" + payout.get("id").asText();
        for (int second = 0; second < PAYOUT_WAIT_SECONDS; second++) {
            if (workshop.door().get(path).get("stage").asText().equals("completed")) {
                return;
            }
            DoorClient.pause(Duration.ofSeconds(1));
        }
        throw new DemoFailed(
                "The withdrawal " + path + " did not complete in " + PAYOUT_WAIT_SECONDS + " s");
    }

    private void report(Accounts accounts) {
        out.println();
        out.println("Where every cent went (usd)");
        row("topped up by everybody", accounts.toppedUp());
        out.println("  ------------------------------------------------");
        row("withdrawn by the workshops", accounts.withdrawn());
        row("on the workshops' balances", accounts.withWorkshops());
        row("on its way out", accounts.inTransit());
        row("the platform's fees", accounts.fees());
        row("the treasury, of forfeited stakes", accounts.forfeited());
        row("in escrow and staked on open work", accounts.inEscrow());
        row("unspent or refunded, with the posters", accounts.backWithPosters());
        out.println("  ------------------------------------------------");
        row("sum", accounts.accountedFor());
        out.println();
    }

    private void row(String what, long cents) {
        BigDecimal units = BigDecimal.valueOf(cents, 2);
        out.println(String.format(Locale.ROOT, "  %-38s%,13.2f", what, units));
    }

    /** The whole installation's ledger, counted again from its transfers. */
    private boolean prove(DoorClient door, Accounts accounts) {
        JsonNode proof = door.get("/api/ledger/proof");
        boolean ledgerBalances = proof.get("balances").asBoolean();
        boolean nothingMissing = accounts.toppedUp() == accounts.accountedFor();
        out.println(
                "Proof: %,d transfers counted again, debits %s credits, and %s cents of the demo are missing."
                        .formatted(
                                proof.get("transfers").asLong(),
                                ledgerBalances ? "equal" : "DO NOT EQUAL",
                                nothingMissing
                                        ? "no"
                                        : String.format(
                                                Locale.ROOT,
                                                "%d",
                                                accounts.toppedUp() - accounts.accountedFor())));
        out.println("How the bounties stand: " + standing(door));
        return ledgerBalances && nothingMissing;
    }

    private Map<String, Integer> standing(DoorClient door) {
        Map<String, Integer> count = new TreeMap<>();
        for (String bounty : bounties) {
            count.merge(
                    door.get("/api/bounties/" + bounty).get("status").asText(), 1, Integer::sum);
        }
        return count;
    }
}
