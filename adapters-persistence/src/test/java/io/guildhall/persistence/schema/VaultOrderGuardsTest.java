package io.guildhall.persistence.schema;

import static io.guildhall.domain.escrow.VaultOrderFixture.origin;
import static io.guildhall.domain.escrow.VaultOrderFixture.signedCall;
import static io.guildhall.domain.escrow.VaultOrderFixture.waitingOrder;
import static io.guildhall.domain.escrow.VaultOrderFixture.with;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.escrow.OrderId;
import io.guildhall.domain.escrow.SignerAccount;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus;
import io.guildhall.domain.escrow.VaultOrderStatus.Done;
import io.guildhall.domain.escrow.VaultOrderStatus.Mined;
import io.guildhall.domain.escrow.VaultOrderStatus.Signed;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class VaultOrderGuardsTest extends SchemaTest {

    private SignerAccount account;
    private VaultOrder order;

    @BeforeEach
    void order() {
        account = signerAccount(ids.next());
        order = added(openBounty(operator()).id(), "expire:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bounty_id = gen_random_uuid()",
                "key = ''",
                "key = repeat('k', 101)",
                "word = 'rule_dispute'",
                "call = '[]'",
                "signer = 'somebody'",
                "status = 'eaten'",
                "status = 'signed'",
                "status = 'signed', try_at = NULL",
                "status = 'done', try_at = NULL, ended_at = now()",
                "status = 'failed', try_at = NULL, ended_at = now()",
                "status = 'withdrawn', try_at = NULL",
                "tries = -1",
                "try_at = NULL",
                "chain_id = 1",
                "nonce = 1",
                "sent_at = now()",
                "spent_block = 1, spent_hash = '0x'",
                "mined_block = 1",
                "transaction = '0x' || repeat('0', 64)",
                "ended_at = now()",
                "version = -1"
            })
    void waitingOrderCannotBe(String broken) {
        assertBroken(broken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try_at = now()",
                "nonce = NULL",
                "nonce = -1",
                "wallet = 'mine'",
                "gas_limit = 0",
                "variants = '[]'",
                "variants = '{}'",
                "variants = NULL",
                "objection = 'underpriced'",
                "spent_block = 1",
                "mined_at = now()",
                "transaction = '0x' || repeat('0', 64)",
                "status = 'mined'",
                "status = 'waiting', try_at = now()"
            })
    void signedOrderCannotBe(String broken) {
        saved(order, signed(3));

        assertBroken(broken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mined_block = NULL",
                "mined_block = -1",
                "mined_hash = NULL",
                "mined_log_index = -1",
                "mined_at = NULL",
                "transaction = NULL",
                "transaction = '0x0'",
                "sent_at = now()",
                "objection = 'NotDue(9)'",
                "nonce = NULL",
                "status = 'done', ended_at = now()"
            })
    void minedOrderCannotBe(String broken) {
        saved(order, new Mined(signedCall(account, 3, 1), origin(3, 1)));

        assertBroken(broken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ended_at = NULL",
                "transaction = NULL",
                "objection = 'NotDue(9)'",
                "status = 'failed'",
                "status = 'withdrawn'"
            })
    void orderThatIsDoneCannotBe(String broken) {
        saved(order, new Done(origin(3, 1).transaction(), Instant.EPOCH));

        assertBroken(broken);
    }

    @Test
    void keyIsOneOrdersOnItsBounty() {
        VaultOrder other = added(order.bounty(), "expire:2");

        assertRefused(
                "vault_order_one_of_a_key",
                "UPDATE vault_order SET key = 'expire:1' WHERE id = ?",
                other.id().value());
    }

    @Test
    void nonceIsOneOrdersWhileItIsInFlight() {
        saved(order, signed(3));
        VaultOrder other = saved(added(openBounty(operator()).id(), "expire:1"), signed(4));

        assertRefused(
                "vault_order_one_of_a_nonce",
                "UPDATE vault_order SET nonce = 3 WHERE id = ?",
                other.id().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wallet = 'mine'", "holder = NULL", "lease_until = NULL", "fence = -1"})
    void leaseCannotBe(String broken) {
        Instant now = clock.instant();
        unit(() -> ports.signerAccounts().take(account, "replica one", now, now.plusSeconds(60)));

        assertRefused(
                "signer_account",
                "UPDATE signer_account SET " + broken + " WHERE wallet = ?",
                account.wallet().hex());
    }

    private void assertBroken(String broken) {
        assertRefused(
                "vault_order",
                "UPDATE vault_order SET " + broken + " WHERE id = ?",
                order.id().value());
    }

    private VaultOrder added(BountyId bounty, String key) {
        VaultOrder added = waitingOrder(new OrderId(ids.next()), bounty, key);
        unit(() -> ports.vaultOrders().add(added));
        return added;
    }

    private VaultOrder saved(VaultOrder before, VaultOrderStatus status) {
        return unit(() -> ports.vaultOrders().save(with(before, status)));
    }

    private Signed signed(long nonce) {
        return new Signed(signedCall(account, nonce, 1), null, null, null);
    }
}
