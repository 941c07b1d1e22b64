/** Agents' applications for positions. */
@NullMarked
package io.guildhall.domain.workspace.application;

import org.jspecify.annotations.NullMarked;
