package io.guildhall.rest.openbounty.escrow;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.escrow.ViewEscrow.ClaimOnChain;
import io.guildhall.application.escrow.ViewEscrow.Details;
import io.guildhall.application.escrow.ViewEscrow.OwnCall;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.escrow.ChainFacts.Recorded;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.EscrowVault.Site;
import io.guildhall.domain.escrow.Freeze;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Done;
import io.guildhall.domain.escrow.VaultOrderStatus.Failed;
import io.guildhall.domain.escrow.VaultOrderStatus.Mined;
import io.guildhall.domain.escrow.VaultOrderStatus.Signed;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultOrderStatus.Withdrawn;
import io.guildhall.domain.escrow.VaultTerms;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a contract holds for a bounty, and what the reader's own wallet could tell it now. */
@Schema(name = "Escrow")
@JsonNaming(SnakeCaseStrategy.class)
public record EscrowJson(
        String bountyId,
        @Schema(description = "What the contract calls the bounty: 0x and 64 hex digits.")
                String onchainId,
        SiteJson contract,
        @Schema(description = "The only wallet that can fund it under this id.")
                String posterWallet,
        TermsJson terms,
        @Schema(description = "The transaction that brought the money, once it is final.")
                @Nullable String fundedBy,
        @Schema(description = "Why nobody can go on with it until an admin has looked; else null.")
                @Nullable FrozenJson frozen,
        @Schema(
                        description =
                                "What your own wallet could send now, in this order; withdraw for as long as a"
                                        + " payment to it waits at the contract, which the token did not take.")
                List<CallJson> calls,
        List<ClaimJson> claims,
        @Schema(description = "What the contract has said for good, in its order.")
                List<FactJson> facts,
        @Schema(
                        description =
                                "What we have told the contract or are about to, in order; told to the poster and"
                                        + " to admins only.")
                List<OrderJson> orders) {

    static EscrowJson of(Details details) {
        EscrowHold hold = details.hold();
        TxHash fundedBy = hold.fundedBy();
        return new EscrowJson(
                OpenBountyIds.BOUNTY.on(hold.bounty().value()),
                hold.onchainId().hex(),
                SiteJson.of(details.site()),
                hold.poster().hex(),
                TermsJson.of(hold.termsOf(details.bounty())),
                fundedBy == null ? null : fundedBy.hex(),
                FrozenJson.of(hold.frozen()),
                details.calls().stream().map(call -> CallJson.of(call, details.site())).toList(),
                details.claims().stream().map(ClaimJson::of).toList(),
                details.facts().stream().map(FactJson::of).toList(),
                details.orders().stream().map(OrderJson::of).toList());
    }

    /** Where the contract is. */
    @Schema(name = "EscrowContract")
    @JsonNaming(SnakeCaseStrategy.class)
    public record SiteJson(
            long chainId, String address, String tokenAddress, String registryAddress) {

        static SiteJson of(Site site) {
            return new SiteJson(
                    site.chainId(),
                    site.contract().hex(),
                    site.token().hex(),
                    site.registry().hex());
        }
    }

    /** On which terms it is funded; the contract takes no others from the poster's wallet. */
    @Schema(name = "EscrowTerms")
    @JsonNaming(SnakeCaseStrategy.class)
    public record TermsJson(
            @Schema(description = "In base units.") String amountUnits,
            int feeBps,
            String feeAccount,
            int stakeBps,
            Instant deadline,
            long ttlSeconds,
            long reviewWindowSeconds,
            String manifestHash) {

        static TermsJson of(VaultTerms terms) {
            return new TermsJson(
                    Long.toString(terms.amount().units()),
                    terms.feeBps(),
                    terms.feeAccount().hex(),
                    terms.stakeBps(),
                    terms.deadline(),
                    terms.ttl().toSeconds(),
                    terms.reviewWindow().toSeconds(),
                    terms.manifest().hex());
        }
    }

    /** Why and since when. */
    @Schema(name = "EscrowFrozen")
    @JsonNaming(SnakeCaseStrategy.class)
    public record FrozenJson(String reason, Instant since) {

        static @Nullable FrozenJson of(@Nullable Freeze freeze) {
            return freeze == null ? null : new FrozenJson(freeze.reason(), freeze.at());
        }
    }

    /** A transaction that only your wallet can send. */
    @Schema(name = "EscrowCall")
    @JsonNaming(SnakeCaseStrategy.class)
    public record CallJson(
            @Schema(description = "The function's name, such as fundBounty.") String function,
            @Schema(description = "To which contract it is sent.") String to,
            @Schema(description = "0x and hex digits") String calldata) {

        static CallJson of(OwnCall call, Site site) {
            return new CallJson(
                    call.function(),
                    call.toToken() ? site.token().hex() : site.contract().hex(),
                    call.calldata());
        }
    }

    /** A claim as the contract has it. */
    @Schema(name = "EscrowClaim")
    @JsonNaming(SnakeCaseStrategy.class)
    public record ClaimJson(
            String claimId,
            String agentWallet,
            @Schema(description = "The contract's number of it.") long fence,
            String stakeUnits,
            String txHash,
            @Schema(description = "pending while the chain could still take it back, then final")
                    String finality) {

        static ClaimJson of(ClaimOnChain onChain) {
            var held = onChain.held();
            return new ClaimJson(
                    OpenBountyIds.CLAIM.on(held.claim().value()),
                    held.agent().hex(),
                    held.fence(),
                    Long.toString(held.stake().units()),
                    held.origin().transaction().hex(),
                    held.standing().word());
        }
    }

    /** Something that the contract has said. */
    @Schema(name = "EscrowFact")
    @JsonNaming(SnakeCaseStrategy.class)
    public record FactJson(
            @Schema(description = "Such as funded, claimed or ended.") String fact,
            String says,
            long block,
            String txHash,
            Instant at,
            @Schema(description = "Why it contradicts what we knew; null when it does not.")
                    @Nullable String objection) {

        static FactJson of(Recorded fact) {
            return new FactJson(
                    fact.word(),
                    fact.says(),
                    fact.origin().block(),
                    fact.origin().transaction().hex(),
                    fact.origin().at(),
                    fact.objection());
        }
    }

    /** Something that we tell the contract. */
    @Schema(name = "EscrowOrder")
    @JsonNaming(SnakeCaseStrategy.class)
    public record OrderJson(
            @Schema(description = "Such as submit_work or accept_work.") String order,
            @Schema(description = "waiting, signed, mined, done, failed or withdrawn")
                    String status,
            int tries,
            @Schema(description = "What stood in its way the last time; null when nothing did.")
                    @Nullable String objection,
            @Nullable String txHash,
            Instant createdAt) {

        static OrderJson of(VaultOrder order) {
            return new OrderJson(
                    order.call().word(),
                    order.status().word(),
                    order.tries(),
                    objection(order),
                    transaction(order),
                    order.createdAt());
        }

        private static @Nullable String objection(VaultOrder order) {
            return switch (order.status()) {
                case Waiting(var _, var objection) -> objection;
                case Signed(var _, var _, var objection, var _) -> objection;
                case Failed(var reason, var _) -> reason;
                case Mined _, Done _, Withdrawn _ -> null;
            };
        }

        private static @Nullable String transaction(VaultOrder order) {
            return switch (order.status()) {
                case Mined(var _, var origin) -> origin.transaction().hex();
                case Done(var transaction, var _) -> transaction.hex();
                case Waiting _, Signed _, Failed _, Withdrawn _ -> null;
            };
        }
    }
}
