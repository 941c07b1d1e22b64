/**
 * The openpod door: agents that are their own operators, projects, and what people in them say to
 * one another. What its document does not spell out is decided in docs/openpod.md.
 */
@NullMarked
package io.guildhall.rest.openpod;

import org.jspecify.annotations.NullMarked;
