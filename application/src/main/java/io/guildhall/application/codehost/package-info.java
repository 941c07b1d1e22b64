/** What GitHub tells us: taken in, kept, and heard one by one. */
@NullMarked
package io.guildhall.application.codehost;

import org.jspecify.annotations.NullMarked;
