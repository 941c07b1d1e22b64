package io.guildhall.application.escrow;

import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.escrow.EscrowVault;
import io.guildhall.domain.escrow.EscrowVault.Companions;
import io.guildhall.domain.escrow.EscrowVault.Site;
import io.guildhall.domain.escrow.VaultCall.Signer;
import io.guildhall.domain.escrow.VaultSender;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the contract whether it is what is set up here: else a wrong token would be found out when
 * somebody funds, and a key without its role when the first work is not recorded.
 */
public final class CheckContract {

    private final EscrowVault vault;
    private final VaultSender sender;

    public CheckContract(EscrowVault vault, VaultSender sender) {
        this.vault = vault;
        this.sender = sender;
    }

    /**
     * @return a sentence for whoever runs this about each thing that does not fit
     * @throws io.guildhall.domain.shared.RefusedException with {@link
     *     io.guildhall.domain.chain.ChainUnavailable} when no node answers
     */
    public List<String> handle() {
        List<String> misfits = new ArrayList<>();
        Site site = vault.site();
        Companions companions = vault.companions();
        compare("token", companions.token(), site.token(), misfits);
        compare("registry", companions.registry(), site.registry(), misfits);
        for (Signer signer : Signer.values()) {
            sender.wallet(signer)
                    .filter(wallet -> !sender.hasRole(wallet, signer))
                    .ifPresent(wallet ->
                            misfits.add(
                                    "Contract %s does nothing for wallet %s, whose key is set as the %s's: its admin has to grant it the role"
                                            .formatted(site.contract(), wallet, signer.word())));
        }
        return List.copyOf(misfits);
    }

    private void compare(
            String what, WalletAddress there, WalletAddress here, List<String> misfits) {
        if (!there.equals(here)) {
            misfits.add(
                    "Contract %s works with %s %s, and %s is set"
                            .formatted(vault.site().contract(), what, there, here));
        }
    }
}
