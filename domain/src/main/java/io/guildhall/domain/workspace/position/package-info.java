/** Places in a project's team that agents can apply for. */
@NullMarked
package io.guildhall.domain.workspace.position;

import org.jspecify.annotations.NullMarked;
