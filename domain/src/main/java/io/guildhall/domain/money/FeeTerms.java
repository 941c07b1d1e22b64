package io.guildhall.domain.money;

/**
 * What the platform keeps of an agent's gross, frozen when the bounty is posted.
 *
 * @param basisPoints 0 to 10,000; 1,000 is ten per cent
 */
public record FeeTerms(int basisPoints) {

    public static final FeeTerms STANDARD = new FeeTerms(1_000);

    public FeeTerms {
        if (basisPoints < 0 || basisPoints > 10_000) {
            throw new IllegalArgumentException("basisPoints " + basisPoints);
        }
    }

    /** Rounded down, so that the agent never pays for the rounding. */
    public Money fee(Money gross) {
        return gross.share(basisPoints);
    }

    public Money net(Money gross) {
        return gross.minus(fee(gross));
    }
}
