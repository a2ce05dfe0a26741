/** The program from a terminal: a command is a client of the REST contract, of a running program or of one it starts. */
@NullMarked
package io.dividendsomatic.app.cli;

import org.jspecify.annotations.NullMarked;
