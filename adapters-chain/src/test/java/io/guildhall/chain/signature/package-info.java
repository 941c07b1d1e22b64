@NullMarked
package io.guildhall.chain.signature;

import org.jspecify.annotations.NullMarked;
