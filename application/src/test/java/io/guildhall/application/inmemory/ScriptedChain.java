package io.guildhall.application.inmemory;

import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.ChainReader;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultCall.Signer;
import io.guildhall.domain.escrow.VaultSender;
import io.guildhall.domain.shared.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A chain that does what a test tells it: a pool of texts, blocks that take from it, and
 * reorganisations. The contract takes each call as often as it comes, so that an effect that
 * happens twice is seen.
 */
public final class ScriptedChain implements VaultSender, ChainReader {

    public static final long CHAIN_ID = 31_337;
    public static final long GAS = 100_000;

    private static final long GWEI = 1_000_000_000L;
    private static final int REPLACEMENT_PERCENT = 110;

    /** What happens to a text on its way to the pool. */
    public enum Fate {
        ARRIVES,
        /** It arrives, and the answer does not. */
        ARRIVES_UNANSWERED,
        LOST,
        /** The node takes nothing at that price. */
        UNDERPRICED
    }

    private record Slot(WalletAddress wallet, long nonce) {}

    /**
     * @param call null when it is somebody else's
     */
    private record Transaction(Slot slot, @Nullable VaultCall call, Signed text) {}

    private record Landed(Transaction transaction, boolean passed) {}

    private record Full(Block block, List<Landed> landed) {}

    private final List<Full> blocks = new ArrayList<>();
    private final Map<Slot, Transaction> pool = new HashMap<>();
    private final Map<TxHash, Transaction> known = new HashMap<>();
    private final Map<Signer, WalletAddress> wallets =
            new TreeMap<>(
                    Map.of(
                            Signer.RELAYER, new WalletAddress("0x" + "a1".repeat(20)),
                            Signer.ARBITER, new WalletAddress("0x" + "b2".repeat(20))));
    private final Set<WalletAddress> revoked = new HashSet<>();
    private final Map<VaultCall, String> objections = new HashMap<>();
    private final Set<VaultCall> reverting = new HashSet<>();
    private final Set<VaultCall> notUnderstood = new HashSet<>();
    private final Deque<Fate> fates = new ArrayDeque<>();
    private final List<Signed> heard = new ArrayList<>();
    private Price market = new Price(20 * GWEI, GWEI);
    private long priceMin;
    private @Nullable String refusal;
    private boolean silent;
    private int hashes;
    private int callsLeft = -1;
    private Runnable interruption = () -> {};

    public ScriptedChain() {
        mineEmpty(1);
    }

    /** Blocks ask for that price per gas, in wei, and the market with them. */
    public void ask(long price) {
        priceMin = price;
        market = new Price(price, GWEI);
    }

    /** Blocks ask for more than the market knows of. */
    public void askInSecret(long price) {
        priceMin = price;
    }

    /** The contract refuses the call until it is allowed. */
    public void object(VaultCall call, String error) {
        objections.put(call, error);
    }

    public void allow(VaultCall call) {
        objections.remove(call);
    }

    /**
     * The call passes when it is rehearsed, and in the next block that it comes into it does not.
     */
    public void revertOnce(VaultCall call) {
        reverting.add(call);
    }

    /** No node can rehearse the call. */
    public void doNotUnderstand(VaultCall call) {
        notUnderstood.add(call);
    }

    /** Nodes take nothing for that reason; null when they do. */
    public void refuse(@Nullable String reason) {
        refusal = reason;
    }

    /** Instead of what was to happen; whatever comes after these arrives. */
    public void next(Fate... some) {
        fates.clear();
        fates.addAll(List.of(some));
    }

    public void beSilent(boolean isSilent) {
        silent = isSilent;
    }

    public void takeKey(Signer signer) {
        wallets.remove(signer);
    }

    /** From now on that signer's key is the other wallet's. */
    public void exchangeKey(Signer signer, WalletAddress wallet) {
        wallets.put(signer, wallet);
    }

    /** The contract does nothing any more that the wallet tells it. */
    public void revoke(WalletAddress wallet) {
        revoked.add(wallet);
    }

    public void grant(WalletAddress wallet) {
        revoked.remove(wallet);
    }

    /** Runs something else in the middle of what is being done, at the question after so many. */
    public void interrupt(int questions, Runnable by) {
        callsLeft = questions;
        interruption = by;
    }

    /** One block that takes all that it can. */
    public void mine() {
        List<Landed> landed = new ArrayList<>();
        Block block = nextBlock();
        blocks.add(new Full(block, landed));
        for (WalletAddress wallet : pool.keySet().stream().map(Slot::wallet).distinct().toList()) {
            for (Transaction next = payable(wallet); next != null; next = payable(wallet)) {
                pool.remove(next.slot());
                landed.add(new Landed(next, passes(next)));
            }
        }
    }

    public void mineEmpty(int count) {
        for (int i = 0; i < count; i++) {
            blocks.add(new Full(nextBlock(), List.of()));
        }
    }

    /** Something else spends the wallet's next nonce, in a block of its own. */
    public void spendNonce(Signer signer) {
        WalletAddress wallet = wallet(signer).orElseThrow();
        Slot slot = new Slot(wallet, count(wallet));
        String raw = "0x" + HexFormat.of().toHexDigits(hashes);
        Signed text = new Signed(raw, new TxHash(Digest.of(raw).hex()), slot.nonce(), market);
        pool.remove(slot);
        blocks.add(
                new Full(
                        nextBlock(), List.of(new Landed(new Transaction(slot, null, text), true))));
    }

    /**
     * The newest blocks give way to as many others, which are empty.
     *
     * @param isLost whether what was in them is known to no node any more, instead of being in the
     *     pool again
     */
    public void reorganise(int depth, boolean isLost) {
        for (int i = 0; i < depth; i++) {
            for (Landed landed : blocks.removeLast().landed()) {
                if (!isLost) {
                    Transaction back = landed.transaction();
                    pool.putIfAbsent(back.slot(), back);
                }
            }
        }
        mineEmpty(depth);
    }

    public void forgetPool() {
        pool.clear();
    }

    /** Whether nothing waits for a block any more that could still change something there. */
    public boolean isPoolEmpty() {
        return pool.keySet().stream().map(Slot::wallet).allMatch(revoked::contains);
    }

    public int height() {
        return blocks.size() - 1;
    }

    /** What took effect, in order. */
    public List<VaultCall> effects() {
        return landed().filter(Landed::passed)
                .map(landed -> landed.transaction().call())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** All texts that nodes were handed, also those that did not arrive. */
    public List<Signed> heard() {
        return List.copyOf(heard);
    }

    @Override
    public long chainId() {
        return CHAIN_ID;
    }

    @Override
    public Optional<WalletAddress> wallet(Signer signer) {
        return Optional.ofNullable(wallets.get(signer));
    }

    @Override
    public long transactionCount(WalletAddress wallet) {
        answering();
        return count(wallet);
    }

    @Override
    public boolean hasRole(WalletAddress wallet, Signer signer) {
        answering();
        return !revoked.contains(wallet);
    }

    @Override
    public Rehearsal rehearse(VaultCall call) {
        answering();
        if (notUnderstood.contains(call)) {
            throw unavailable("execution error");
        }
        String objection = objections.get(call);
        return objection == null
                ? new Rehearsal.WouldPass(GAS)
                : new Rehearsal.WouldRevert(objection);
    }

    @Override
    public Price price() {
        answering();
        return market;
    }

    @Override
    public Signed sign(VaultCall call, long nonce, long gasLimit, Price price) {
        WalletAddress wallet = wallet(call.signer()).orElseThrow();
        String text = "%s %d %d %s %s".formatted(wallet, nonce, gasLimit, price, call);
        String raw = "0x" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        Signed signed = new Signed(raw, new TxHash(Digest.of(raw).hex()), nonce, price);
        known.put(signed.hash(), new Transaction(new Slot(wallet, nonce), call, signed));
        return signed;
    }

    @Override
    public Broadcast broadcast(Signed signed) {
        answering();
        heard.add(signed);
        Fate fate = fates.isEmpty() ? Fate.ARRIVES : fates.remove();
        if (fate == Fate.LOST) {
            throw unavailable("the connection broke");
        }
        if (fate == Fate.UNDERPRICED) {
            return new Broadcast.Underpriced();
        }
        Broadcast answer = arrive(Objects.requireNonNull(known.get(signed.hash())));
        if (fate == Fate.ARRIVES_UNANSWERED) {
            throw unavailable("no answer in time");
        }
        return answer;
    }

    @Override
    public Block head() {
        answering();
        return blocks.getLast().block();
    }

    @Override
    public Optional<Block> block(long number) {
        answering();
        return blocks.stream()
                .map(Full::block)
                .filter(block -> block.number() == number)
                .findFirst();
    }

    @Override
    public Instant timeOf(Block block) {
        answering();
        return Instant.EPOCH;
    }

    @Override
    public List<ChainFact> facts(long from, long to) {
        answering();
        return List.of();
    }

    @Override
    public List<ChainFact> facts(OnchainId bounty, long from, long to) {
        answering();
        return List.of();
    }

    @Override
    public Receipt receipt(TxHash transaction) {
        answering();
        for (Full full : blocks) {
            for (int index = 0; index < full.landed().size(); index++) {
                Landed landed = full.landed().get(index);
                if (landed.transaction().text().hash().equals(transaction)) {
                    return receipt(full.block(), landed, index);
                }
            }
        }
        return new Receipt.None();
    }

    private Receipt receipt(Block block, Landed landed, int index) {
        if (!landed.passed()) {
            return new Receipt.Reverted(block);
        }
        TxHash hash = landed.transaction().text().hash();
        var at = InMemoryGuildhall.OPENING.plus(block.number(), ChronoUnit.MINUTES);
        return new Receipt.Mined(
                new Origin(block.number(), block.hash(), hash, index, at), List.of());
    }

    private Broadcast arrive(Transaction transaction) {
        if (refusal != null) {
            return new Broadcast.Refused(refusal);
        }
        Slot slot = transaction.slot();
        if (slot.nonce() < count(slot.wallet())) {
            return new Broadcast.NonceSpent();
        }
        Transaction there = pool.get(slot);
        if (there != null && there.equals(transaction)) {
            return new Broadcast.Taken();
        }
        if (there != null && !isDearer(transaction, there)) {
            return new Broadcast.Underpriced();
        }
        pool.put(slot, transaction);
        return new Broadcast.Taken();
    }

    private static boolean isDearer(Transaction one, Transaction other) {
        Price price = one.text().price();
        Price least = other.text().price();
        return price.most() * 100 >= least.most() * REPLACEMENT_PERCENT
                && price.tip() * 100 >= least.tip() * REPLACEMENT_PERCENT;
    }

    private @Nullable Transaction payable(WalletAddress wallet) {
        Transaction next = pool.get(new Slot(wallet, count(wallet)));
        return next != null && next.text().price().most() >= priceMin ? next : null;
    }

    private boolean passes(Transaction transaction) {
        VaultCall call = transaction.call();
        return call == null
                || (!revoked.contains(transaction.slot().wallet())
                        && !reverting.remove(call)
                        && !objections.containsKey(call));
    }

    private long count(WalletAddress wallet) {
        return landed().filter(one -> one.transaction().slot().wallet().equals(wallet)).count();
    }

    private Stream<Landed> landed() {
        return blocks.stream().flatMap(full -> full.landed().stream());
    }

    private Block nextBlock() {
        hashes++;
        return new Block(blocks.size(), Digest.of("block " + hashes).hex());
    }

    private void answering() {
        if (callsLeft >= 0 && callsLeft-- == 0) {
            interruption.run();
        }
        if (silent) {
            throw unavailable("no node answers");
        }
    }

    private static RefusedException unavailable(String reason) {
        return new RefusedException(new ChainUnavailable(reason));
    }
}
