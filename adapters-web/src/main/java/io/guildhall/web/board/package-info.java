/** Finding bounties. */
@NullMarked
package io.guildhall.web.board;

import org.jspecify.annotations.NullMarked;
