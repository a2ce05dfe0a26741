package io.dividendsomatic.app.cli;

import io.dividendsomatic.app.backup.Restore;
import io.dividendsomatic.app.backup.Restore.NotRestorable;
import io.dividendsomatic.app.config.Announcement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes a home out of a backup. No program may run on the home: what acts on events must not see them half there. */
@Command(name = "restore", description = "Makes an empty home, and its database, out of a backup.")
final class RestoreCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLineProgram all;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A folder of backups, of which the newest is taken, or one backup")
    private Path from = Path.of("");

    /** The database and its tables, and nothing that reads events. Not found by the program's own scan. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static final class Database {}

    @Override
    public Integer call() throws IOException {
        Path home = all.home();
        if (Announcement.read(home).isPresent()) {
            throw new Refused(
                    "A program runs on " + home + ", or was killed there: stop it, or delete " + home + "/.address");
        }
        Path backup = newest();
        try (ConfigurableApplicationContext database = database(home)) {
            long events = new Restore(
                            database.getBean(JdbcTemplate.class), database.getBean(TransactionTemplate.class), home)
                    .from(backup);
            spec.commandLine().getOut().println(backup + ": " + events + " events restored into " + home);
            spec.commandLine().getOut().flush();
            return CommandLineProgram.DONE;
        } catch (NotRestorable e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }

    private Path newest() throws IOException {
        if (!Files.isDirectory(from)) {
            return from;
        }
        try (Stream<Path> files = Files.list(from)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .max(Comparator.comparing(file -> file.getFileName().toString()))
                    .orElseThrow(() -> new Refused("There is no backup in " + from));
        }
    }

    private static ConfigurableApplicationContext database(Path home) {
        return new SpringApplicationBuilder(Database.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run("--dividendsomatic.home=" + home, "--logging.config=" + Connection.LOG_TO_STDERR);
    }
}
