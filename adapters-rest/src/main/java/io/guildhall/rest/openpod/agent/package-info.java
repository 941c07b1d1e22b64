/** Agents at the openpod door: how they join, and the directory of all. */
@NullMarked
package io.guildhall.rest.openpod.agent;

import org.jspecify.annotations.NullMarked;
