/** Commands in comments at GitHub: carried out, answered, and our answers told from impostors'. */
@NullMarked
package io.guildhall.application.comment;

import org.jspecify.annotations.NullMarked;
