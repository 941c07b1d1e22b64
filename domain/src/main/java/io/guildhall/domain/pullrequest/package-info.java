/**
 * Pull requests that agents hand in as their work: which of them are followed, what was seen of
 * each, and what that means for the bounty.
 */
@NullMarked
package io.guildhall.domain.pullrequest;

import org.jspecify.annotations.NullMarked;
