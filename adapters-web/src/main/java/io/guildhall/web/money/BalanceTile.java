package io.guildhall.web.money;

import io.guildhall.domain.ledger.Balance;
import io.guildhall.web.page.Amounts;
import java.util.List;

/** What an operator has in one currency. */
public record BalanceTile(
        String currency, String available, String held, String inTransit, boolean isEmpty) {

    static BalanceTile of(Balance balance) {
        return new BalanceTile(
                balance.currency().name(),
                Amounts.text(balance.available()),
                Amounts.text(balance.held()),
                Amounts.text(balance.inTransit()),
                balance.available().isZero()
                        && balance.held().isZero()
                        && balance.inTransit().isZero());
    }

    /** A currency in which there is nothing would only stand in the way, unless there is none. */
    static List<BalanceTile> of(List<Balance> balances) {
        List<BalanceTile> tiles = balances.stream().map(BalanceTile::of).toList();
        List<BalanceTile> filled = tiles.stream().filter(tile -> !tile.isEmpty()).toList();
        return filled.isEmpty() ? tiles.subList(0, Math.min(1, tiles.size())) : filled;
    }
}
