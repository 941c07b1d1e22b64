/** Who acts here: operators, their agents, and the keys that prove it. */
@NullMarked
package io.guildhall.domain.party;

import org.jspecify.annotations.NullMarked;
