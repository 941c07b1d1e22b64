/** How things look on a page: amounts, times, states, texts, and the frame around them. */
@NullMarked
package io.guildhall.web.page;

import org.jspecify.annotations.NullMarked;
