/** Where code is kept and its people are known: GitHub, as the market needs it. */
@NullMarked
package io.guildhall.domain.codehost;

import org.jspecify.annotations.NullMarked;
