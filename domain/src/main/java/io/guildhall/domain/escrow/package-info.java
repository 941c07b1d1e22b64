/**
 * What a contract on a chain holds for bounties: its events as facts, the calls we make to it, and
 * the ports through which it is read and called.
 */
@NullMarked
package io.guildhall.domain.escrow;

import org.jspecify.annotations.NullMarked;
