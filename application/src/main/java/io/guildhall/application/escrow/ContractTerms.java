package io.guildhall.application.escrow;

import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.escrow.EscrowVault;
import io.guildhall.domain.escrow.EscrowVault.Companions;
import io.guildhall.domain.escrow.EscrowVault.Site;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * On which terms the contract takes money now, as it was heard a short while ago: whoever posts a
 * bounty is in a unit of work, in which nobody outside is asked. Should they have changed since,
 * the contract itself refuses the funding.
 */
public final class ContractTerms {

    /** What is older is not relied upon. */
    private static final Duration KNOWN_FOR = Duration.ofMinutes(10);

    /**
     * @param isPaused whether it takes no new money now
     */
    public record Known(EscrowVault.FeeTerms fees, boolean isPaused, Instant at) {}

    private final EscrowVault vault;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Known> latest = new AtomicReference<>();

    public ContractTerms(EscrowVault vault, InstantSource clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Asks the contract.
     *
     * @throws RefusedException with {@link ChainUnavailable} also when it works with another token
     *     or registry than are set up: nobody is to fund it by those
     */
    public void refresh() {
        Site site = vault.site();
        if (!vault.companions().equals(new Companions(site.token(), site.registry()))) {
            throw new RefusedException(
                    new ChainUnavailable(
                            "its contract works with another token or registry than are set up"));
        }
        latest.set(new Known(vault.feeTerms(), vault.isPaused(), clock.instant()));
    }

    /**
     * Asks nobody.
     *
     * @throws RefusedException with {@link ChainUnavailable} when there is no chain, or it was not
     *     heard of lately
     */
    public Known current() {
        // Refuses where no chain is set up, and says so.
        vault.site();
        Known known = latest.get();
        if (known == null || known.at().plus(KNOWN_FOR).isBefore(clock.instant())) {
            throw new RefusedException(
                    new ChainUnavailable(
                            "its contract was not heard of lately; try again shortly"));
        }
        return known;
    }
}
