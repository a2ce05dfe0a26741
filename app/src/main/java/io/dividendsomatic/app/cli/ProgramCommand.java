package io.dividendsomatic.app.cli;

import io.dividendsomatic.app.Dividendsomatic;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that asks a program. */
abstract class ProgramCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLineProgram all;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (Connection program = Connection.open(all.home(), Dividendsomatic.class)) {
            program.awaitBegun();
            return ask(program);
        } finally {
            out().flush();
        }
    }

    /** Returns the exit code. */
    abstract int ask(Connection program) throws Exception;

    CommandLineProgram all() {
        return all;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
