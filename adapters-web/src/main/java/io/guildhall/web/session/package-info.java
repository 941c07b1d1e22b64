/** Signing in and out, signing up, and how somebody likes its pages. */
@NullMarked
package io.guildhall.web.session;

import org.jspecify.annotations.NullMarked;
