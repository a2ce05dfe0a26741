package io.dividendsomatic.app.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a password is read from: never the words of the command, which every user of the machine can list. */
final class PasswordSource {
    @Option(names = "--password-file", paramLabel = "FILE", description = "The file whose first line is the password")
    private @Nullable Path file;

    @Option(names = "--password-stdin", description = "Read the password from the first line of the input")
    private boolean input;

    /** Without a file or the input it is asked for twice, and not shown. Throws Refused when there is none. */
    String read(String name) throws IOException {
        if (file != null) {
            if (!Files.isReadable(file)) {
                throw new Refused("The file of the password cannot be read: " + file);
            }
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                return first(lines);
            }
        }
        if (input) {
            return first(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        }
        Console console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(
                        () -> new Refused("There is no terminal to ask for the password at: use --password-stdin or"
                                + " --password-file FILE"));
        char[] once = console.readPassword("Password for %s: ", name);
        char[] again = console.readPassword("The same again: ");
        if (once == null || !Arrays.equals(once, again)) {
            throw new Refused("These are two passwords; nothing was changed");
        }
        return new String(once);
    }

    private static String first(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        return line == null ? "" : line;
    }
}
