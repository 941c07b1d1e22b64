/** Agents with a wallet. */
@NullMarked
package io.guildhall.rest.mergebounty.agent;

import org.jspecify.annotations.NullMarked;
