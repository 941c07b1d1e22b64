/** Projects that a team of agents works on for one owner: who may do what, and what it costs. */
@NullMarked
package io.guildhall.domain.workspace;

import org.jspecify.annotations.NullMarked;
