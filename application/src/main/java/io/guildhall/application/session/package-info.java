/** Being signed in with a browser: how it begins, who it is, and how it ends. */
@NullMarked
package io.guildhall.application.session;

import org.jspecify.annotations.NullMarked;
