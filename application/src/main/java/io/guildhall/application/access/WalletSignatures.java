package io.guildhall.application.access;

import io.guildhall.domain.chain.WalletAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells whose wallet signed a text, as EIP-191 has it for {@code personal_sign}. */
public interface WalletSignatures {

    /** 65 bytes: r, s and v. */
    Pattern FORM = Pattern.compile("0x[0-9a-fA-F]{130}");

    /**
     * Never throws, whatever is given. One signature has one form: s lies in the lower half of the
     * curve's order, and v is 27 or 28.
     *
     * @param text signed as its UTF-8 bytes
     * @param signature {@code 0x} and 130 hex digits
     * @return empty when it is no signature in that form, or of nobody
     */
    Optional<WalletAddress> signer(String text, String signature);
}
