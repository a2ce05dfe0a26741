/** Tests of the pages. */
@NullMarked
package io.dividendsomatic.app.dashboard;

import org.jspecify.annotations.NullMarked;
