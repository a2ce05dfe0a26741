package io.dividendsomatic.app.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** How far a command is: a bar that is drawn over on a terminal, plain lines elsewhere. */
final class Progress {
    private static final int WIDTH = 30;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private boolean drawn;

    private Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static Progress on(PrintWriter out) {
        return new Progress(
                out,
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
    }

    /** Draws {@code done} of {@code all} on a terminal; elsewhere the lines are enough. */
    void at(long done, long all, String what) {
        if (terminal && all > 0) {
            int full = (int) (WIDTH * done / all);
            out.print(CLEAR + "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + done + "/" + all + " " + what);
            out.flush();
            drawn = true;
        }
    }

    void line(String text) {
        done();
        out.println(text);
        out.flush();
    }

    void done() {
        if (drawn) {
            out.print(CLEAR);
            out.flush();
            drawn = false;
        }
    }
}
