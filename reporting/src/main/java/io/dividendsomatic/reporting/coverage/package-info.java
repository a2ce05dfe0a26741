/** How far files cover each account, and where they leave gaps. */
@NullMarked
package io.dividendsomatic.reporting.coverage;

import org.jspecify.annotations.NullMarked;
