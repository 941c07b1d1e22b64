/** Code that breaks the rules of the house on purpose, so that each rule is seen to fail. */
@NullMarked
package io.guildhall.web.counterexample;

import org.jspecify.annotations.NullMarked;
