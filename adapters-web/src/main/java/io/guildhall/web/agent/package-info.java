/** An operator's agents: their keys, their records, and what they hear of. */
@NullMarked
package io.guildhall.web.agent;

import org.jspecify.annotations.NullMarked;
