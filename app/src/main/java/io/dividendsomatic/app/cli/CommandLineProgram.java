package io.dividendsomatic.app.cli;

import io.dividendsomatic.ingestion.source.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The commands. They end with 0 when everything was done, 1 when something was refused or does not hold, 2 when the words
 * of the command are wrong, 3 when the program cannot be reached or started.
 */
@Command(
        name = "dividendsomatic",
        description = "Without a command, starts the program and its pages.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = CommandLineProgram.Version.class,
        subcommands = {
            ImportCommand.class,
            PollCommand.class,
            RebuildCommand.class,
            VerifyCommand.class,
            ExportCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            UserCommand.class,
            TokenCommand.class
        },
        footer = {
            "",
            "A command talks to the program that runs on the home folder; without one it starts its own for as long as it takes.",
            "Where a program runs that has users, a command needs a token: DIVIDENDSOMATIC_TOKEN, or DIVIDENDSOMATIC_TOKEN_FILE.",
            "Exit codes: 0 done, 1 something was refused or does not hold, 2 wrong usage, 3 no program could be reached."
        })
public final class CommandLineProgram {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int UNREACHABLE = 3;

    private static final String HOME = "--home";
    private static final String TOKEN = "DIVIDENDSOMATIC_TOKEN";
    private static final List<String> OWN = List.of("-h", "--help", "-V", "--version", HOME);

    @Option(
            names = HOME,
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "The home folder; otherwise DIVIDENDSOMATIC_HOME, else ~/.dividendsomatic")
    private @Nullable Path home;

    private final Map<String, String> environment;

    private CommandLineProgram(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Whether these are words of a command, and not settings of a program that is to start. */
    public static boolean isMeant(String[] args) {
        return args.length > 0 && (!args[0].startsWith("-") || OWN.contains(args[0]) || args[0].startsWith(HOME + "="));
    }

    /** Runs a command and returns its exit code. */
    public static int run(String... args) {
        return run(
                System.getenv(),
                new PrintWriter(System.out, true, System.out.charset()),
                new PrintWriter(System.err, true, System.err.charset()),
                args);
    }

    static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new CommandLineProgram(environment))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command))
                .execute(args);
    }

    private static int failed(Exception e, CommandLine command) throws Exception {
        switch (e) {
            case Refused refused -> command.getErr().println(refused.getMessage());
            case Unreachable unreachable -> command.getErr().println(unreachable.getMessage());
            case FileSystemException file ->
                command.getErr().println("This cannot be read or written: " + file.getMessage());
            default -> throw e;
        }
        command.getErr().flush();
        return e instanceof Unreachable ? UNREACHABLE : REFUSED;
    }

    Path home() {
        if (home != null) {
            return home.toAbsolutePath();
        }
        return set("DIVIDENDSOMATIC_HOME")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".dividendsomatic"))
                .toAbsolutePath();
    }

    /** By which the command logs in, where somebody has to. Throws Refused when its file cannot be read. */
    Optional<Secret> token() {
        return set(TOKEN)
                .or(() -> set(TOKEN + "_FILE").map(CommandLineProgram::content))
                .map(CommandLineProgram::oneLine)
                .map(Secret::of);
    }

    /** As the jar states it. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String stated = CommandLineProgram.class.getPackage().getImplementationVersion();
            return new String[] {"Dividendsomatic " + (stated == null ? "(not from its jar)" : stated)};
        }
    }

    private Optional<String> set(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** A header takes one line of plain letters; what is wrong is told without the token. */
    private static String oneLine(String token) {
        String plain = token.strip();
        if (!plain.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
            throw new Refused("The token of " + TOKEN + " or " + TOKEN
                    + "_FILE is no token: it has spaces, several lines" + " or other letters than a token has.");
        }
        return plain;
    }

    private static String content(String file) {
        try {
            return Optional.of(Files.readString(Path.of(file)))
                    .filter(text -> !text.isBlank())
                    .orElseThrow(() -> new Refused("The file that " + TOKEN + "_FILE names is empty: " + file));
        } catch (IOException e) {
            throw new Refused("The file that " + TOKEN + "_FILE names cannot be read: " + file);
        }
    }
}
