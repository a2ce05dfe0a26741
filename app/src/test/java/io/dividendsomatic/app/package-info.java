/** Tests of the running program. */
@NullMarked
package io.dividendsomatic.app;

import org.jspecify.annotations.NullMarked;
