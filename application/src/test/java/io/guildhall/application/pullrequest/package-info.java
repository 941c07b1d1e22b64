/** Pull requests followed in memory. */
@NullMarked
package io.guildhall.application.pullrequest;

import org.jspecify.annotations.NullMarked;
