/**
 * What every page asks before it is drawn or does anything: who comes, how often it may, whether
 * its form was drawn by us, and whether it was sent before.
 */
@NullMarked
package io.guildhall.web.visit;

import org.jspecify.annotations.NullMarked;
