/** Signing in by an account at an OpenID Connect issuer. */
@NullMarked
package io.guildhall.web.oidc;

import org.jspecify.annotations.NullMarked;
