package io.guildhall.application.inmemory;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.Admission;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.ChainReader;
import io.guildhall.domain.escrow.EscrowError.NoRelayer;
import io.guildhall.domain.escrow.EscrowVault;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.escrow.WalletCall;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A contract that says what a test lets it say, on a chain of its own. */
public final class ScriptedContract implements EscrowVault, ChainReader {

    public static final Site SITE =
            new Site(
                    31_337,
                    new WalletAddress("0x" + "c0".repeat(20)),
                    new WalletAddress("0x" + "c1".repeat(20)),
                    new WalletAddress("0x" + "c2".repeat(20)));
    public static final WalletAddress FEE_ACCOUNT = new WalletAddress("0x" + "fe".repeat(20));
    public static final int FEE_BPS = 1_000;

    private static final Money NOTHING = Money.zero(Currency.USDC);

    private final InstantSource clock;
    private Site site = SITE;
    private @Nullable Companions companions;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Block, Instant> made = new HashMap<>();
    private final List<ChainFact> facts = new ArrayList<>();
    private final Set<TxHash> reverted = new HashSet<>();
    private final Set<TxHash> elsewhere = new HashSet<>();
    private final Map<OnchainId, State> states = new HashMap<>();
    private final Map<WalletAddress, Purse> purses = new HashMap<>();
    private final Map<WalletAddress, Money> held = new HashMap<>();
    private final Set<WalletAddress> inactive = new HashSet<>();
    private Money stake = NOTHING;
    private @Nullable Totals totals;
    private boolean paused;
    private boolean withoutRelayer;
    private boolean silent;
    private int behind;
    private Runnable afterFacts = () -> {};
    private int blocksAtOnce = Integer.MAX_VALUE;
    private int hashes;
    private @Nullable ChainFact leftOut;

    public ScriptedContract(InstantSource clock) {
        this.clock = clock;
        mine(1);
    }

    /** One block in which it says that. */
    public ChainFact say(VaultEvent event) {
        mine(1);
        return place(event, new TxHash(hash("transaction")));
    }

    /** The same transaction once more, in a new block, after a reorganisation lost it. */
    public ChainFact sayAgain(ChainFact lost) {
        return sayAs(lost.event(), lost.origin().transaction());
    }

    /** In a new block, that transaction. */
    public ChainFact sayAs(VaultEvent event, TxHash transaction) {
        mine(1);
        return place(event, transaction);
    }

    public void mine(int count) {
        for (int i = 0; i < count; i++) {
            Block block = new Block(blocks.size(), hash("block"));
            blocks.add(block);
            made.put(block, clock.instant());
        }
    }

    /** The newest blocks give way to as many others, which are empty. */
    public void reorganise(int depth) {
        for (int i = 0; i < depth; i++) {
            Block lost = blocks.removeLast();
            facts.removeIf(fact -> fact.origin().block() == lost.number());
        }
        mine(depth);
    }

    /** From now on it is another, on another chain, on which nothing has happened yet. */
    public void moveTo(Site other) {
        site = other;
        blocks.clear();
        facts.clear();
        mine(1);
    }

    /** What it works with, whatever is set up. */
    public void workWith(Companions others) {
        companions = others;
    }

    /** A transaction that is in a block and changed nothing. */
    public TxHash revert() {
        TxHash transaction = new TxHash(hash("transaction"));
        reverted.add(transaction);
        return transaction;
    }

    /** A transaction that is in a block, and in which another contract spoke. */
    public TxHash minedElsewhere() {
        TxHash transaction = new TxHash(hash("transaction"));
        elsewhere.add(transaction);
        return transaction;
    }

    public void be(OnchainId bounty, State state) {
        states.put(bounty, state);
    }

    public void beOpen(OnchainId bounty, Money amount) {
        be(bounty, new State(VaultStatus.OPEN, amount, null, NOTHING, 0, 0, clock.instant()));
    }

    /** From now on, whatever its bounties are. */
    public void total(Totals said) {
        totals = said;
    }

    public void ask(Money forStake) {
        stake = forStake;
    }

    public void fill(WalletAddress wallet, Purse purse) {
        purses.put(wallet, purse);
    }

    public void keep(WalletAddress account, Money sum) {
        held.put(account, sum);
    }

    public void strike(WalletAddress agent) {
        inactive.add(agent);
    }

    public void pause(boolean isPaused) {
        paused = isPaused;
    }

    /** From now on no key of the relayer is set, or one is again. */
    public void loseRelayer(boolean isLost) {
        withoutRelayer = isLost;
    }

    public void beSilent(boolean isSilent) {
        silent = isSilent;
    }

    /** Of the newest blocks so many are not known yet to the node that is asked for a block. */
    public void lag(int blocks) {
        behind = blocks;
    }

    /** Happens once, after the next question for facts was answered. */
    public void afterFacts(Runnable happens) {
        afterFacts = happens;
    }

    /** Answers leave that fact out from now on, and say nothing of it; null when they are whole. */
    public void leaveOut(@Nullable ChainFact fact) {
        leftOut = fact;
    }

    /** Whoever asks for more blocks is refused. */
    public void limit(int blocks) {
        blocksAtOnce = blocks;
    }

    @Override
    public Site site() {
        return site;
    }

    @Override
    public OnchainId idOf(WalletAddress poster, BountyId bounty) {
        return new OnchainId(
                Digest.of(site.chainId() + " " + site.contract() + " " + poster + " " + bounty)
                        .hex());
    }

    @Override
    public Companions companions() {
        answering();
        return companions == null ? new Companions(site.token(), site.registry()) : companions;
    }

    @Override
    public FeeTerms feeTerms() {
        answering();
        return new FeeTerms(FEE_BPS, FEE_ACCOUNT);
    }

    @Override
    public boolean isActiveAgent(WalletAddress agent) {
        answering();
        return !inactive.contains(agent);
    }

    @Override
    public ClaimQuote quoteClaim(OnchainId bounty) {
        answering();
        return new ClaimQuote(stake, clock.instant().plusSeconds(3_600));
    }

    @Override
    public Purse purse(WalletAddress wallet) {
        answering();
        return purses.getOrDefault(wallet, new Purse(NOTHING, NOTHING));
    }

    @Override
    public State state(OnchainId bounty) {
        answering();
        return states.getOrDefault(
                bounty, new State(VaultStatus.NONE, NOTHING, null, NOTHING, 0, 0, null));
    }

    @Override
    public Money heldFor(WalletAddress account) {
        answering();
        return held.getOrDefault(account, NOTHING);
    }

    @Override
    public Totals totals() {
        answering();
        if (totals != null) {
            return totals;
        }
        Money escrow = NOTHING;
        Money stakes = NOTHING;
        for (State state : states.values()) {
            escrow = escrow.plus(state.amount());
            stakes = stakes.plus(state.stake());
        }
        return new Totals(escrow, stakes, NOTHING, escrow.plus(stakes));
    }

    @Override
    public boolean isPaused() {
        answering();
        return paused;
    }

    @Override
    public Admission admit(OnchainId bounty, WalletAddress agent, long fence, Duration lasting) {
        answering();
        if (withoutRelayer) {
            throw new RefusedException(new NoRelayer("no key of the relayer is set"));
        }
        return admission(bounty, agent, fence, clock.instant().plus(lasting));
    }

    /** The one that the relayer signs for exactly this. */
    public static Admission admission(
            OnchainId bounty, WalletAddress agent, long fence, Instant expiresAt) {
        String signed = "%s %s %d %s".formatted(bounty, agent, fence, expiresAt);
        return new Admission(expiresAt, Digest.of(signed).hex());
    }

    @Override
    public String calldata(WalletCall call) {
        return "0x" + Digest.of(call.toString()).hex().substring(2);
    }

    @Override
    public Block head() {
        answering();
        return blocks.getLast();
    }

    @Override
    public Optional<Block> block(long number) {
        answering();
        return number >= 0 && number < blocks.size() - behind
                ? Optional.of(blocks.get((int) number))
                : Optional.empty();
    }

    @Override
    public Instant timeOf(Block block) {
        answering();
        return Objects.requireNonNull(made.get(block));
    }

    @Override
    public List<ChainFact> facts(long from, long to) throws TooManyLogs {
        answering();
        if (to - from + 1 > blocksAtOnce) {
            throw new TooManyLogs("at most " + blocksAtOnce + " blocks");
        }
        if (to >= blocks.size()) {
            throw new IllegalArgumentException("There is no block " + to);
        }
        List<ChainFact> answer = said(from, to).filter(fact -> !fact.equals(leftOut)).toList();
        Runnable next = afterFacts;
        afterFacts = () -> {};
        next.run();
        return answer;
    }

    @Override
    public List<ChainFact> facts(OnchainId bounty, long from, long to) throws TooManyLogs {
        return facts(from, to).stream()
                .filter(fact -> fact.event().bounty().equals(bounty))
                .toList();
    }

    @Override
    public Receipt receipt(TxHash transaction) {
        answering();
        if (reverted.contains(transaction)) {
            return new Receipt.Reverted(blocks.getLast());
        }
        if (elsewhere.contains(transaction)) {
            Block newest = blocks.getLast();
            Instant at = clock.instant();
            return new Receipt.Mined(
                    new Origin(newest.number(), newest.hash(), transaction, 0, at), List.of());
        }
        List<ChainFact> said =
                facts.stream()
                        .filter(fact -> fact.origin().transaction().equals(transaction))
                        .toList();
        return said.isEmpty()
                ? new Receipt.None()
                : new Receipt.Mined(said.getFirst().origin(), said);
    }

    private Stream<ChainFact> said(long from, long to) {
        return facts.stream()
                .filter(fact -> fact.origin().block() >= from && fact.origin().block() <= to);
    }

    private ChainFact place(VaultEvent event, TxHash transaction) {
        Block block = blocks.getLast();
        Instant at = clock.instant();
        ChainFact fact =
                new ChainFact(event, new Origin(block.number(), block.hash(), transaction, 0, at));
        facts.add(fact);
        return fact;
    }

    private String hash(String of) {
        hashes++;
        return Digest.of(of + " " + hashes).hex();
    }

    private void answering() {
        if (silent) {
            throw new RefusedException(new ChainUnavailable("no node answers"));
        }
    }

    /** The state of a bounty that somebody has. */
    public static State claimed(
            Money amount, WalletAddress agent, Money stake, long fence, @Nullable Instant dueAt) {
        return new State(VaultStatus.CLAIMED, amount, agent, stake, fence, 0, dueAt);
    }
}
