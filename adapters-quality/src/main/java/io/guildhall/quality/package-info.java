/** A language model as the quality gate's judge, behind any API that speaks as OpenAI's does. */
@NullMarked
package io.guildhall.quality;

import org.jspecify.annotations.NullMarked;
