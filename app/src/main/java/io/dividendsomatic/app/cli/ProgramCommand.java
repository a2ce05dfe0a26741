package io.dividendsomatic.app.cli;

import io.dividendsomatic.app.Dividendsomatic;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that asks a program. */
abstract class ProgramCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        prepare();
        try (Connection program = Connection.open(all().home(), Dividendsomatic.class, all().token())) {
            program.awaitBegun();
            return ask(program);
        } finally {
            out().flush();
        }
    }

    /** What a person is asked before a program is started for it. */
    void prepare() throws Exception {}

    /** Returns the exit code. */
    abstract int ask(Connection program) throws Exception;

    CommandLineProgram all() {
        return (CommandLineProgram) spec.root().userObject();
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
