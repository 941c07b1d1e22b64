package io.guildhall.domain.escrow;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.escrow.VaultOrderFixture.BLOCK;
import static io.guildhall.domain.escrow.VaultOrderFixture.mined;
import static io.guildhall.domain.escrow.VaultOrderFixture.origin;
import static io.guildhall.domain.escrow.VaultOrderFixture.signed;
import static io.guildhall.domain.escrow.VaultOrderFixture.signedCall;
import static io.guildhall.domain.escrow.VaultOrderFixture.signedOrder;
import static io.guildhall.domain.escrow.VaultOrderFixture.variant;
import static io.guildhall.domain.escrow.VaultOrderFixture.waitingOrder;
import static io.guildhall.domain.escrow.VaultOrderFixture.with;

import io.guildhall.domain.escrow.VaultOrderStatus.Done;
import io.guildhall.domain.escrow.VaultOrderStatus.Failed;
import io.guildhall.domain.escrow.VaultOrderStatus.Withdrawn;
import io.guildhall.domain.escrow.VaultSender.Broadcast;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.states.StateMatrix;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VaultOrderStatesTest {

    private static final SendingLimits LIMITS = SendingLimits.STANDARD;
    private static final int LAST = LIMITS.triesMax() - 1;

    private static final String EXPECTED =
            """
            give:
              nothing -> waiting
            object:
              waiting -> waiting
              waiting last -> failed
              SIGNED, mined, done, failed, withdrawn !! vault_order_wrong_state
            putOff:
              WAITING -> waiting
              SIGNED, mined, done, failed, withdrawn !! vault_order_wrong_state
            sign:
              WAITING -> signed
              SIGNED, mined, done, failed, withdrawn !! vault_order_wrong_state
            answer:
              SIGNED -> signed
              WAITING, mined, done, failed, withdrawn !! vault_order_wrong_state
            raise:
              SIGNED -> signed
              WAITING, mined, done, failed, withdrawn !! vault_order_wrong_state
            noteNonce:
              SIGNED -> signed
              WAITING, mined, done, failed, withdrawn !! vault_order_wrong_state
            mine:
              SIGNED, mined -> mined
              WAITING, done, failed, withdrawn !! vault_order_wrong_state
            revert:
              signed -> waiting
              signed last -> failed
              WAITING, mined, done, failed, withdrawn !! vault_order_wrong_state
            loseNonce:
              SIGNED -> waiting
              WAITING, mined, done, failed, withdrawn !! vault_order_wrong_state
            reorganise:
              mined -> signed
              WAITING, SIGNED, done, failed, withdrawn !! vault_order_wrong_state
            finish:
              mined -> done
              WAITING, SIGNED, done, failed, withdrawn !! vault_order_wrong_state
            withdraw:
              WAITING -> withdrawn
              SIGNED, mined, done, failed, withdrawn !! vault_order_wrong_state
            """
                    .replace("WAITING", "waiting, waiting last")
                    .replace("SIGNED", "signed, signed last");

    private final StateMatrix<VaultOrder> matrix =
            new StateMatrix<>(VaultOrder.class, order -> order.status().word())
                    .state("waiting", waitingOrder())
                    .state("waiting last", with(waitingOrder(), waitingOrder().status(), LAST))
                    .state("signed", signedOrder())
                    .state("signed last", with(signedOrder(), signed(), LAST))
                    .state("mined", with(waitingOrder(), mined()))
                    .state("done", with(waitingOrder(), new Done(origin(3, 1).transaction(), NOW)))
                    .state("failed", with(waitingOrder(), new Failed("NotDue(9)", NOW)))
                    .state("withdrawn", with(waitingOrder(), new Withdrawn(NOW)))
                    .creation("give", () -> Decision.accept(waitingOrder()))
                    .command("object", order -> order.object("NotDue(9)", LIMITS, NOW))
                    .command("putOff", order -> order.putOff("no node", LIMITS, NOW))
                    .command("sign", order -> order.sign(signedCall(3, 1), NOW))
                    .command("answer", order -> order.answer(new Broadcast.Taken(), NOW))
                    .command("raise", order -> order.raise(variant(3, 2), NOW))
                    .command("noteNonce", order -> order.noteNonce(BLOCK, NOW))
                    .command("mine", order -> order.mine(origin(3, 1), NOW))
                    .command("revert", order -> order.revert("reverted", LIMITS, NOW))
                    .command("loseNonce", order -> order.loseNonce("spent", NOW))
                    .command("reorganise", order -> order.reorganise(NOW))
                    .command("finish", order -> order.finish(NOW))
                    .command("withdraw", order -> order.withdraw(NOW));

    @Test
    void everyStatusAnswersEveryCommandAsWritten() {
        matrix.assertHoldsEvery(order -> Stream.of(order.status()), VaultOrderStatus.class);
        matrix.assertAnswers(EXPECTED);
    }

    @Test
    void diagramShowsWhatTheCodeDoes() {
        ApprovedFile.assertApproved(
                "docs/state-machines/vault-order.md",
                matrix.page("The life of an order to the contract", "VaultOrderStatesTest"));
    }
}
