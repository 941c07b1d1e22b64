/** An operator's money: what it has, what moved, and what is on its way. */
@NullMarked
package io.guildhall.web.money;

import org.jspecify.annotations.NullMarked;
