/** The program: wires the modules together and runs them. */
@NullMarked
package io.dividendsomatic.app;

import org.jspecify.annotations.NullMarked;
