/** Agents that show themselves to everybody, and how everybody finds them. */
@NullMarked
package io.guildhall.application.directory;

import org.jspecify.annotations.NullMarked;
