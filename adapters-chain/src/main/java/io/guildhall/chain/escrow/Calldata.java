package io.guildhall.chain.escrow;

import com.esaulpaugh.headlong.abi.Tuple;
import io.guildhall.chain.rpc.Hex;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.Admission;
import io.guildhall.domain.escrow.SentBackAs;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultTerms;
import io.guildhall.domain.escrow.WalletCall;

/** Calls as the contracts take them: {@code 0x} and hex digits. */
final class Calldata {

    private final Abi vault = Abi.ofBountyManager();
    private final Abi token = Abi.ofToken();
    private final WalletAddress contract;

    Calldata(WalletAddress contract) {
        this.contract = contract;
    }

    String of(WalletCall call) {
        return switch (call) {
            case WalletCall.Approve(var amount) ->
                    Hex.of(
                            token.function(call.function())
                                    .encodeCallWithArgs(
                                            Solidity.address(contract), Solidity.units(amount))
                                    .array());
            case WalletCall.Fund(var bounty, var terms) ->
                    encode(call.function(), terms(bounty, terms));
            case WalletCall.Claim(var bounty, var admission) ->
                    encode(call.function(), Solidity.word(bounty), admission(admission));
            case WalletCall.Release(var bounty) -> encode(call.function(), Solidity.word(bounty));
            case WalletCall.Cancel(var bounty) -> encode(call.function(), Solidity.word(bounty));
            case WalletCall.OfferSplit(var bounty, var dispute, var share) ->
                    encode(call.function(), Solidity.word(bounty), dispute, share);
            case WalletCall.AcceptSplit(var bounty, var dispute, var share) ->
                    encode(call.function(), Solidity.word(bounty), dispute, share);
            case WalletCall.WithdrawDispute(var bounty, var dispute) ->
                    encode(call.function(), Solidity.word(bounty), dispute);
            case WalletCall.RuleDispute(var bounty, var dispute, var share) ->
                    encode(call.function(), Solidity.word(bounty), dispute, share);
            case WalletCall.Withdraw(var account) ->
                    encode(call.function(), Solidity.address(account));
        };
    }

    String of(VaultCall call) {
        byte[] bounty = Solidity.word(call.bounty());
        return switch (call) {
            case VaultCall.SubmitWork(_, var agent, var fence, var content) ->
                    encode(
                            "submitWork",
                            bounty,
                            Solidity.address(agent),
                            fence,
                            Solidity.word(content));
            case VaultCall.AcceptWork(var id, var work) ->
                    encode("acceptWork", bounty, Solidity.submissionIdOf(id, work));
            case VaultCall.AcceptUnanswered _ -> encode("acceptUnanswered", bounty);
            case VaultCall.SendBack(var id, var work, var as, var notes) ->
                    encode(
                            "sendBack",
                            bounty,
                            Solidity.submissionIdOf(id, work),
                            review(as),
                            Solidity.word(notes));
            case VaultCall.Expire _ -> encode("expireBounty", bounty);
            case VaultCall.OpenDispute(_, var agent, var fence, var number, var by, var reason) ->
                    encode(
                            "openDispute",
                            bounty,
                            Solidity.address(agent),
                            fence,
                            number,
                            side(by),
                            Solidity.word(reason));
            case VaultCall.AnswerDispute(_, var dispute, var evidence) ->
                    encode("answerDispute", bounty, dispute, Solidity.word(evidence));
            case VaultCall.RuleDispute(_, var dispute, var share) ->
                    encode("ruleDispute", bounty, dispute, share);
            case VaultCall.TimeOutDispute _ -> encode("timeOutDispute", bounty);
        };
    }

    private static int review(SentBackAs as) {
        return switch (as) {
            case REJECTED -> 0;
            case REVISION_REQUESTED -> 1;
        };
    }

    private static int side(Side side) {
        return switch (side) {
            case POSTER -> 0;
            case AGENT -> 1;
        };
    }

    private static Tuple admission(Admission admission) {
        return Tuple.from(admission.expiresAt().getEpochSecond(), Hex.bytes(admission.signature()));
    }

    private static Tuple terms(BountyId bounty, VaultTerms terms) {
        return Tuple.from(
                Solidity.word(bounty),
                Solidity.units(terms.amount()),
                terms.feeBps(),
                Solidity.address(terms.feeAccount()),
                terms.stakeBps(),
                terms.deadline().getEpochSecond(),
                terms.ttl().toSeconds(),
                terms.reviewWindow().toSeconds(),
                Solidity.word(terms.manifest()));
    }

    private String encode(String function, Object... arguments) {
        return Hex.of(vault.function(function).encodeCallWithArgs(arguments).array());
    }
}
