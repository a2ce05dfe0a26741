/** Real broker files through the running program; skipped where no folder of them is named. */
@NullMarked
package io.dividendsomatic.app.samples;

import org.jspecify.annotations.NullMarked;
