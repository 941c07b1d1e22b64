/** What is said to tickets. */
@NullMarked
package io.guildhall.domain.workspace.comment;

import org.jspecify.annotations.NullMarked;
