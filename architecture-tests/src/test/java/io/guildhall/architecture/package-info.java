/** The shape of the house, asked of its bytecode: a rule that the code breaks fails the build. */
@NullMarked
package io.guildhall.architecture;

import org.jspecify.annotations.NullMarked;
