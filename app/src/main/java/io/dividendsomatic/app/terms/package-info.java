/** What the user states about dividends, in a file of the home folder. */
@NullMarked
package io.dividendsomatic.app.terms;

import org.jspecify.annotations.NullMarked;
