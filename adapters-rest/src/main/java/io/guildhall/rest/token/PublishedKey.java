package io.guildhall.rest.token;

import java.math.BigInteger;
import java.util.Base64;

/** A key's public half in the form of RFC 7517. */
public record PublishedKey(
        String kty, String crv, String x, String y, String kid, String use, String alg) {

    private static final int COORDINATE_BYTES = 32;

    public static PublishedKey of(KeyRing.Key key) {
        var point = key.publicKey().getW();
        return new PublishedKey(
                "EC",
                "P-256",
                coordinate(point.getAffineX()),
                coordinate(point.getAffineY()),
                key.id(),
                "sig",
                "ES256");
    }

    /** Always the curve's full width, leading zeros included. */
    private static String coordinate(BigInteger value) {
        byte[] signed = value.toByteArray();
        byte[] bytes = new byte[COORDINATE_BYTES];
        int length = Math.min(signed.length, COORDINATE_BYTES);
        System.arraycopy(signed, signed.length - length, bytes, COORDINATE_BYTES - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
