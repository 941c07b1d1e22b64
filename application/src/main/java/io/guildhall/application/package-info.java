/**
 * What callers and time may do with the market, without saying by which protocol or on which store.
 *
 * <p>A use case is a class with one {@code handle}, which is one unit of work unless it says
 * otherwise; a {@code View...} only reads. What is neither is a part that use cases share. A
 * refusal is a {@link io.guildhall.domain.shared.RefusedException} and leaves nothing behind.
 */
@NullMarked
package io.guildhall.application;

import org.jspecify.annotations.NullMarked;
