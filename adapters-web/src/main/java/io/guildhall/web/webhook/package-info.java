/** Addresses to which events are carried, and the log of what came of it. */
@NullMarked
package io.guildhall.web.webhook;

import org.jspecify.annotations.NullMarked;
