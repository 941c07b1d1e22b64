package io.guildhall.web.oidc;

import org.jspecify.annotations.Nullable;

/**
 * The issuer that says who visitors are.
 *
 * @param issuer without a slash at its end; null where there is none
 * @param clientSecret null for a public client
 * @param publicUrl by which browsers reach this installation, without a slash at its end
 * @param label what the button says
 */
public record OidcSettings(
        @Nullable String issuer,
        String clientId,
        @Nullable String clientSecret,
        String publicUrl,
        String label) {

    public static final OidcSettings NONE = new OidcSettings(null, "", null, "", "");

    public boolean isOn() {
        return issuer != null;
    }

    String callback() {
        return publicUrl + "/sign-in/account/callback";
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + "]";
    }
}
