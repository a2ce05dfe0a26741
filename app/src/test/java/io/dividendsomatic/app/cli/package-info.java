/** The commands, against a running program and against none. */
@NullMarked
package io.dividendsomatic.app.cli;

import org.jspecify.annotations.NullMarked;
