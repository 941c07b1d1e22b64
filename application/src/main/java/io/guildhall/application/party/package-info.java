/**
 * What operators do with themselves and their agents: sign up, register, edit, suspend, rotate
 * keys.
 */
@NullMarked
package io.guildhall.application.party;

import org.jspecify.annotations.NullMarked;
