package io.guildhall.domain.escrow;

import static io.guildhall.domain.bounty.BountyFixture.BOUNTY;
import static io.guildhall.domain.bounty.BountyFixture.NOW;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.Origin;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.ChainReader.Block;
import io.guildhall.domain.escrow.VaultSender.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An order to let a bounty expire, in each state of its life. */
public final class VaultOrderFixture {

    public static final OrderId ORDER = new OrderId(new UUID(0x0198_0000_0000_7000L, 0x50));
    public static final OnchainId ONCHAIN_ID = new OnchainId(Digest.of("bounty").hex());
    public static final VaultCall CALL = new VaultCall.Expire(ONCHAIN_ID);
    public static final SignerAccount ACCOUNT =
            new SignerAccount(31_337, new WalletAddress("0x" + "a1".repeat(20)));
    public static final Price PRICE = new Price(20_000_000_000L, 1_000_000_000L);
    public static final Price HIGHER = new Price(22_500_000_000L, 1_125_000_000L);
    public static final Block BLOCK = new Block(7, Digest.of("block 7").hex());

    private static final int GAS = 100_000;

    private VaultOrderFixture() {}

    public static VaultOrder waitingOrder() {
        return waitingOrder(ORDER, BOUNTY, "expire:1");
    }

    public static VaultOrder waitingOrder(OrderId id, BountyId bounty, String key) {
        return VaultOrder.give(id, bounty, key, CALL, NOW, NOW);
    }

    public static VaultOrder signedOrder() {
        return with(waitingOrder(), signed());
    }

    public static VaultOrderStatus.Signed signed() {
        return new VaultOrderStatus.Signed(signedCall(3, 1), null, null, null);
    }

    public static VaultOrderStatus.Mined mined() {
        return new VaultOrderStatus.Mined(signedCall(3, 1), origin(3, 1));
    }

    /**
     * @param variants how many texts it has, each dearer than the one before
     */
    public static SignedCall signedCall(long nonce, int variants) {
        return signedCall(ACCOUNT, nonce, variants);
    }

    public static SignedCall signedCall(SignerAccount account, long nonce, int variants) {
        List<VaultSender.Signed> texts = new ArrayList<>();
        for (int number = 1; number <= variants; number++) {
            texts.add(variant(nonce, number));
        }
        return new SignedCall(account, nonce, GAS, texts);
    }

    public static VaultSender.Signed variant(long nonce, int number) {
        return new VaultSender.Signed(
                "0x02" + Integer.toHexString(number) + "f0",
                transaction(nonce, number),
                nonce,
                new Price(PRICE.most() * number, PRICE.tip() * number));
    }

    /** Where the variant of that number came into a block. */
    public static Origin origin(long nonce, int number) {
        return new Origin(BLOCK.number(), BLOCK.hash(), transaction(nonce, number), 2, NOW);
    }

    public static VaultOrder with(VaultOrder order, VaultOrderStatus status) {
        return with(order, status, order.tries());
    }

    public static VaultOrder with(VaultOrder order, VaultOrderStatus status, int tries) {
        return new VaultOrder(
                order.id(),
                order.bounty(),
                order.key(),
                order.call(),
                status,
                tries,
                order.notBefore(),
                order.createdAt(),
                order.updatedAt(),
                order.version());
    }

    private static TxHash transaction(long nonce, int number) {
        return new TxHash(Digest.of("transaction %d.%d".formatted(nonce, number)).hex());
    }
}
