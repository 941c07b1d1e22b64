/** Code that breaks the rules of the house on purpose, so that each rule is seen to fail. */
@NullMarked
package io.guildhall.github.counterexample;

import org.jspecify.annotations.NullMarked;
