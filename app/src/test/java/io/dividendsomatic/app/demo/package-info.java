/** Tests of the demo. */
@NullMarked
package io.dividendsomatic.app.demo;

import org.jspecify.annotations.NullMarked;
