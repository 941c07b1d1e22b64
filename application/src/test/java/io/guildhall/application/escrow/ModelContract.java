package io.guildhall.application.escrow;

import io.guildhall.application.inmemory.ScriptedContract;
import io.guildhall.application.simulation.Chance;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.EscrowVault.State;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.escrow.VaultTerms;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets the scripted contract say what the real one would: it knows each bounty after each block, so
 * that after a fork the same transactions may have another effect, or none.
 */
final class ModelContract {

    private static final Money NOTHING = Money.zero(Currency.USDC);

    /** A call of one bounty's. */
    interface Call {
        VaultEvent on(ModelBounty bounty, Instant now);
    }

    /** A transaction. */
    private interface Deed {
        VaultEvent in(Map<OnchainId, ModelBounty> bounties, Instant now);
    }

    /**
     * @param isOrder whether it is the platform's own: these keep their order, by their nonces
     */
    private record Sent(Deed deed, ChainFact fact, boolean isOrder) {}

    private final ScriptedContract contract;
    private final InstantSource clock;
    private final List<Map<OnchainId, ModelBounty>> afterBlock = new ArrayList<>();
    private final Set<OnchainId> seen = new HashSet<>();
    private Map<OnchainId, ModelBounty> bounties = new HashMap<>();
    private List<Sent> sent = new ArrayList<>();

    ModelContract(ScriptedContract contract, InstantSource clock) {
        this.contract = contract;
        this.clock = clock;
        remember();
    }

    /**
     * @param funded what the contract says then
     */
    Optional<ChainFact> fund(VaultEvent.Funded funded) {
        OnchainId id = funded.bounty();
        VaultTerms terms = funded.terms();
        seen.add(id);
        return send(
                (state, now) -> {
                    if (state.containsKey(id)) {
                        throw new ModelBounty.Reverts("BountyExists");
                    }
                    state.put(id, new ModelBounty(id, terms, now));
                    return funded;
                },
                null,
                false);
    }

    /**
     * By somebody's wallet.
     *
     * @return what it said, in a block of its own; empty when it would revert
     */
    Optional<ChainFact> call(OnchainId id, Call call) {
        return send((state, now) -> call.on(known(state, id), now), null, false);
    }

    /**
     * The same by the platform.
     *
     * @param transaction that was in a block before; null for a new one
     */
    Optional<ChainFact> order(OnchainId id, Call call, @Nullable TxHash transaction) {
        return send((state, now) -> call.on(known(state, id), now), transaction, true);
    }

    boolean passes(OnchainId id, Call call) {
        try {
            call.on(known(copy(bounties), id), clock.instant());
            return true;
        } catch (ModelBounty.Reverts _) {
            return false;
        }
    }

    Optional<ModelBounty> find(OnchainId id) {
        return Optional.ofNullable(bounties.get(id));
    }

    void mine(int blocks) {
        contract.mine(blocks);
        remember();
    }

    /** Of the transactions in the blocks that are lost some come into others, and some never do. */
    void reorganise(int depth, Chance chance) {
        long fork = contract.head().number() - depth;
        List<Sent> lost = sent.stream().filter(one -> one.fact().origin().block() > fork).toList();
        sent = new ArrayList<>(sent.subList(0, sent.size() - lost.size()));
        contract.reorganise(depth);
        afterBlock.subList((int) fork + 1, afterBlock.size()).clear();
        bounties = copy(afterBlock.getLast());
        remember();
        boolean isOrderMissing = false;
        for (Sent one : lost) {
            if (chance.percent(60) && !(one.isOrder() && isOrderMissing)) {
                send(one.deed(), one.fact().origin().transaction(), one.isOrder());
            } else {
                isOrderMissing |= one.isOrder();
            }
        }
    }

    /** The contract answers as the bounties are now. */
    void show() {
        for (OnchainId id : seen) {
            contract.be(
                    id,
                    find(id).map(ModelBounty::state)
                            .orElse(
                                    new State(
                                            VaultStatus.NONE, NOTHING, null, NOTHING, 0, 0, null)));
        }
    }

    private Optional<ChainFact> send(Deed deed, @Nullable TxHash transaction, boolean isOrder) {
        Map<OnchainId, ModelBounty> next = copy(bounties);
        VaultEvent event;
        try {
            event = deed.in(next, clock.instant());
        } catch (ModelBounty.Reverts _) {
            return Optional.empty();
        }
        bounties = next;
        ChainFact fact =
                transaction == null ? contract.say(event) : contract.sayAs(event, transaction);
        sent.add(new Sent(deed, fact, isOrder));
        remember();
        return Optional.of(fact);
    }

    private static ModelBounty known(Map<OnchainId, ModelBounty> state, OnchainId id) {
        ModelBounty bounty = state.get(id);
        if (bounty == null) {
            throw new ModelBounty.Reverts("WrongStatus");
        }
        return bounty;
    }

    private void remember() {
        while (afterBlock.size() <= contract.head().number()) {
            afterBlock.add(copy(bounties));
        }
    }

    private static Map<OnchainId, ModelBounty> copy(Map<OnchainId, ModelBounty> state) {
        Map<OnchainId, ModelBounty> copy = new HashMap<>();
        state.forEach((id, bounty) -> copy.put(id, new ModelBounty(bounty)));
        return copy;
    }
}
