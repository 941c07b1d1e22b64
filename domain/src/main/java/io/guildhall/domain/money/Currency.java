package io.guildhall.domain.money;

import io.guildhall.domain.shared.Worded;

/** What amounts are counted in; the scale is the number of decimal places of its smallest unit. */
public enum Currency implements Worded {
    USD(2),
    USDC(6);

    private final int scale;
    private final long unitsPerCent;

    Currency(int scale) {
        this.scale = scale;
        long units = 1;
        for (int place = 2; place < scale; place++) {
            units *= 10;
        }
        this.unitsPerCent = units;
    }

    public int scale() {
        return scale;
    }

    public long unitsPerCent() {
        return unitsPerCent;
    }
}
