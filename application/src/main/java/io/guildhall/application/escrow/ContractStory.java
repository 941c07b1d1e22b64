package io.guildhall.application.escrow;

import io.guildhall.application.bounty.WholeStory.RailStory;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.escrow.ChainFacts;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowHolds;
import io.guildhall.domain.escrow.Freeze;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Done;
import io.guildhall.domain.escrow.VaultOrderStatus.Failed;
import io.guildhall.domain.escrow.VaultOrderStatus.Mined;
import io.guildhall.domain.escrow.VaultOrderStatus.Signed;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultOrderStatus.Withdrawn;
import io.guildhall.domain.escrow.VaultOrders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the contract has said of a bounty, and what it was told or is to be told. */
public final class ContractStory {

    private final EscrowHolds holds;
    private final ChainFacts facts;
    private final VaultOrders orders;

    private ContractStory(EscrowHolds holds, ChainFacts facts, VaultOrders orders) {
        this.holds = holds;
        this.facts = facts;
        this.orders = orders;
    }

    public static RailStory of(EscrowHolds holds, ChainFacts facts, VaultOrders orders) {
        return new RailStory("chain", new ContractStory(holds, facts, orders)::entries);
    }

    private List<Map<String, String>> entries(BountyId bounty) {
        List<Map<String, String>> entries = new ArrayList<>();
        holds.find(bounty)
                .ifPresent(hold -> {
                    entries.add(hold(hold));
                    facts.of(hold.onchainId()).forEach(fact -> entries.add(fact(fact)));
                });
        orders.of(bounty).forEach(order -> entries.add(order(order)));
        return entries;
    }

    private static Map<String, String> hold(EscrowHold hold) {
        Freeze frozen = hold.frozen();
        Map<String, String> entry = entry("hold", hold.onchainId().hex());
        put(entry, "funded_by", hold.fundedBy());
        put(entry, "frozen", frozen == null ? null : frozen.reason());
        put(entry, "frozen_at", frozen == null ? null : frozen.at());
        return entry;
    }

    private static Map<String, String> fact(ChainFacts.Recorded fact) {
        Map<String, String> entry = entry("fact", fact.word());
        put(entry, "block", fact.origin().block());
        put(entry, "transaction", fact.origin().transaction());
        put(entry, "at", fact.origin().at());
        put(entry, "objection", fact.objection());
        return entry;
    }

    private static Map<String, String> order(VaultOrder order) {
        Map<String, String> entry = entry("order", order.key());
        put(entry, "status", order.status().word());
        put(entry, "tries", order.tries());
        switch (order.status()) {
            case Waiting(var tryAt, var objection) -> {
                put(entry, "try_at", tryAt);
                put(entry, "objection", objection);
            }
            case Signed(var call, var sentAt, var objection, var _) -> {
                put(entry, "nonce", call.nonce());
                put(entry, "sent_at", sentAt);
                put(entry, "objection", objection);
            }
            case Mined(var call, var origin) -> {
                put(entry, "nonce", call.nonce());
                put(entry, "transaction", origin.transaction());
            }
            case Done(var transaction, var at) -> {
                put(entry, "transaction", transaction);
                put(entry, "at", at);
            }
            case Failed(var reason, var at) -> {
                put(entry, "objection", reason);
                put(entry, "at", at);
            }
            case Withdrawn(var at) -> put(entry, "at", at);
        }
        return entry;
    }

    private static Map<String, String> entry(String kind, String name) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("kind", kind);
        entry.put("name", name);
        return entry;
    }

    private static void put(Map<String, String> entry, String name, @Nullable Object value) {
        if (value != null) {
            entry.put(name, Objects.toString(value));
        }
    }
}
