/** Lists that are too long for one page. */
@NullMarked
package io.guildhall.web.list;

import org.jspecify.annotations.NullMarked;
