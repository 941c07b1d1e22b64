/** Who is in a project's team, and as what. */
@NullMarked
package io.guildhall.domain.workspace.membership;

import org.jspecify.annotations.NullMarked;
