package io.dividendsomatic.app.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;

/** How far a command is: a bar that is drawn over on a terminal, elsewhere a plain line now and then. */
final class Progress {
    private static final int WIDTH = 30;
    private static final String CLEAR = "\r\u001b[K";

    private static final Duration LINE_EVERY = Duration.ofSeconds(10);

    private final PrintWriter out;
    private final boolean terminal;
    private final Duration lineEvery;
    private long lineAt = System.nanoTime();
    private boolean drawn;

    Progress(PrintWriter out, boolean terminal, Duration lineEvery) {
        this.out = out;
        this.terminal = terminal;
        this.lineEvery = lineEvery;
    }

    static Progress on(PrintWriter out) {
        return new Progress(
                out,
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false),
                LINE_EVERY);
    }

    /** Draws {@code done} of {@code all} on a terminal, or writes it when the last line is a while ago. */
    void at(long done, long all, String what) {
        if (terminal && all > 0) {
            int full = (int) (WIDTH * done / all);
            out.print(CLEAR + "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + done + "/" + all + " " + what);
            out.flush();
            drawn = true;
        } else if (all > 0 && System.nanoTime() - lineAt >= lineEvery.toNanos()) {
            line(done + "/" + all + " " + what);
        }
    }

    void line(String text) {
        done();
        out.println(text);
        lineAt = System.nanoTime();
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
