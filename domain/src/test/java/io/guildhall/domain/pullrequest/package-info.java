/** Pull requests as tests want them, and what follows from them. */
@NullMarked
package io.guildhall.domain.pullrequest;

import org.jspecify.annotations.NullMarked;
