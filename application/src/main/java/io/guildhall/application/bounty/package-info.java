/** What posters do with bounties, and how everybody reads them. */
@NullMarked
package io.guildhall.application.bounty;

import org.jspecify.annotations.NullMarked;
