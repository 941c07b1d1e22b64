package io.guildhall.rest.openbounty.escrow;

import io.guildhall.application.party.BindWallet;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Wallets;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.rest.gate.Call;
import io.guildhall.rest.gate.CallerAnew;
import io.guildhall.rest.gate.Idempotent;
import io.guildhall.rest.openbounty.Given;
import io.guildhall.wire.id.OpenBountyIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The wallet of the calling operator, with which it funds bounties on rail escrow. */
@Path("/api/wallet")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Escrow")
@RunOnVirtualThread
public class WalletResource {

    private final Call call;
    private final Wallets wallets;
    private final BindWallet bindWallet;

    public WalletResource(Call call, Wallets wallets, BindWallet bindWallet) {
        this.call = call;
        this.wallets = wallets;
        this.bindWallet = bindWallet;
    }

    @GET
    @Operation(operationId = "getWallet", summary = "Read which wallet is yours")
    public WalletJson get() {
        OperatorId operator = call.caller().asOperator();
        WalletAddress wallet =
                wallets.ofOperator(operator)
                        .orElseThrow(() -> new RefusedException(new NotFound("wallet")));
        return new WalletJson(wallet.hex(), wallets.provedOf(operator).isPresent());
    }

    @PUT
    @Idempotent
    @CallerAnew
    @Operation(
            operationId = "bindWallet",
            summary = "Bind your wallet, by its signature",
            description =
                    "Let it sign (EIP-191 personal_sign) the text `Guildhall: wallet ADDRESS belongs to"
                            + " operator OPERATOR_ID at TIMESTAMP`, each part as you send it, OPERATOR_ID as"
                            + " `GET /api/me` tells it. A wallet once bound stays bound. One that somebody only"
                            + " named for an agent is taken from there.")
    public WalletJson bind(BindWalletJson json) {
        Caller caller = call.caller();
        String operator = OpenBountyIds.OPERATOR.on(caller.asOperator().value());
        Long timestamp = json.timestamp();
        WalletAddress bound =
                bindWallet.handle(
                        new BindWallet.Command(
                                caller,
                                new BindWallet.Statement(
                                        operator,
                                        Given.text(json.address()),
                                        timestamp == null ? 0 : timestamp),
                                Given.text(json.signature())));
        return new WalletJson(bound.hex(), true);
    }

    /** A wallet's address. */
    @Schema(name = "Wallet")
    public record WalletJson(
            @Schema(description = "0x and 40 small hex digits") String address,
            @Schema(
                            description =
                                    "Whether it has signed that it is yours, or you only named it for an"
                                            + " agent; bounties on rail escrow need the first")
                    boolean proved) {}

    /** What the wallet says of itself. */
    @Schema(name = "BindWallet")
    public record BindWalletJson(
            @Schema(required = true, description = "0x and 40 hex digits") @Nullable String address,
            @Schema(required = true, description = "Milliseconds since 1970.")
                    @Nullable Long timestamp,
            @Schema(required = true, description = "0x and 130 hex digits")
                    @Nullable String signature) {}
}
