/** What is said of a submission before its poster sees it: the quality gate and its verdict. */
@NullMarked
package io.guildhall.domain.quality;

import org.jspecify.annotations.NullMarked;
