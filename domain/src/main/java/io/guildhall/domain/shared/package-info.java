/**
 * What every aggregate speaks: decisions, events, refusals, pages, and the technical ports that
 * hold a unit of work together.
 */
@NullMarked
package io.guildhall.domain.shared;

import org.jspecify.annotations.NullMarked;
