package io.guildhall.web.watch;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.web.page.Chip;
import io.guildhall.web.page.Chips;
import io.guildhall.web.standing.MoneyPlace;
import io.guildhall.web.standing.NextMove;

/** How a bounty stands at this moment. */
public record Now(Chip status, NextMove move, MoneyPlace money) {

    Now(Bounty bounty, NextMove move, MoneyPlace money) {
        this(Chips.of(bounty.status()), move, money);
    }
}
