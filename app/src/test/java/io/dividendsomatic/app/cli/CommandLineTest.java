package io.dividendsomatic.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program runs on HOME; none on the other homes. */
class CommandLineTest extends RunningProgram {
    private static final String ACCOUNT = "lynx:C7000001";
    private static final String HEADER =
            "ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,CostBasisMoney,"
                    + "AssetClass,FXRateToBase,ISIN\n";

    @TempDir
    private Path folder = Path.of("");

    private record Ended(int code, String out, String err) {}

    private static Ended run(Path home, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = Stream.concat(Arrays.stream(words), Stream.of("--home", home.toString()))
                .toArray(String[]::new);
        int code = CommandLineProgram.run(Map.of(), new PrintWriter(out), new PrintWriter(err), all);
        return new Ended(code, out.toString(), err.toString());
    }

    @BeforeEach
    void a_file_is_told() throws IOException {
        assertThat(run(
                                HOME,
                                "import",
                                file("told.csv", "2031-02-03,EUR,KUUSI,3,9,27,24,STK,1,FI0000000011"),
                                "--account",
                                ACCOUNT)
                        .code())
                .isZero();
    }

    private String file(String name, String row) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + row + "\n").toString();
    }

    @Test
    void import_tells_what_became_of_each_file() throws IOException {
        Ended ended = run(
                HOME,
                "import",
                file("good.csv", "2031-02-04,EUR,KUUSI,4,9,36,32,STK,1,FI0000000011"),
                file("bad.csv", "2031-02-05,EUR,KUUSI,many,9,36,32,STK,1,FI0000000011"),
                folder.resolve("absent.csv").toString(),
                "--account",
                ACCOUNT);

        assertThat(ended.code()).isEqualTo(CommandLineProgram.REFUSED);
        assertThat(ended.out())
                .containsPattern("good.csv: PARSED ibkr-flex-positions, rows: 1 parsed, 0 rejected")
                .containsPattern("bad.csv: NO_ROW_ACCEPTED")
                .containsPattern("absent.csv: NOT_READABLE");
    }

    @Test
    void import_tells_of_each_file_in_an_archive() throws IOException {
        Path archive = folder.resolve("mixed.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("good.csv"));
            zip.write(
                    (HEADER + "2031-03-04,EUR,KUUSI,4,9,36,32,STK,1,FI0000000011\n").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("odd.csv"));
            zip.write("no statement in an archive\n".getBytes(StandardCharsets.UTF_8));
        }
        Ended ended = run(HOME, "import", archive.toString(), "--account", "lynx:C7000003");

        assertThat(ended.code()).isEqualTo(CommandLineProgram.REFUSED);
        assertThat(ended.out())
                .contains("mixed.zip/good.csv: PARSED ibkr-flex-positions, rows: 1 parsed")
                .contains("mixed.zip/odd.csv: UNKNOWN_FORMAT");
        assertThat(run(HOME, "export", "imports", "--as", "json").out()).contains("COMMAND_LINE");
    }

    @Test
    void export_takes_a_parameter_several_times() throws IOException {
        String other = file("other.csv", "2031-02-03,EUR,TAMMI,7,9,63,60,STK,1,FI0000000029");
        run(HOME, "import", other, "--account", "lynx:C7000004");
        Ended both = run(
                HOME,
                "export",
                "holdings",
                "--with",
                "asOf=2031-02-03",
                "--with",
                "account=" + ACCOUNT,
                "--with",
                "account=lynx:C7000004");

        assertThat(both.out()).contains("FI0000000011", "FI0000000029");
        assertThat(run(HOME, "export", "holdings", "--with", "asOf").err()).contains("NAME=VALUE");
        assertThat(run(HOME, "export", "hold ings").code()).isEqualTo(CommandLineProgram.REFUSED);
        assertThat(run(HOME, "export", "holdings", "--to", "/proc/none/x.csv").err())
                .isEqualTo("This cannot be read or written: /proc/none/x.csv\n");
    }

    @Test
    void each_command_tells_its_words() {
        assertThat(run(HOME, "poll", "--help").out()).contains("Usage: dividendsomatic poll");
        assertThat(run(HOME, "import", "--help").code()).isZero();
        assertThat(run(HOME, "-V").out()).startsWith("Dividendsomatic ");
    }

    @Test
    void export_writes_a_list_as_a_file() throws IOException {
        Path written = folder.resolve("holdings.csv");
        Ended ended = run(
                HOME,
                "export",
                "holdings",
                "--with",
                "asOf=2031-02-03",
                "--with",
                "account=" + ACCOUNT,
                "--to",
                written.toString());

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(Files.readString(written)).startsWith("isin,symbol").contains("FI0000000011");
        assertThat(run(HOME, "export", "holdings", "--with", "asOf=never").code())
                .isEqualTo(CommandLineProgram.REFUSED);
    }

    @Test
    void rebuild_takes_the_new_generation() {
        assertThat(run(HOME, "rebuild", "holdings").out()).contains("holdings: ACCEPTED");
        Ended unknown = run(HOME, "rebuild", "nothing");
        assertThat(unknown.code()).isEqualTo(CommandLineProgram.REFUSED);
        assertThat(unknown.err()).contains("UNKNOWN_PROJECTION");
    }

    @Test
    void poll_waits_for_what_the_sources_bring() throws IOException {
        Path account = Files.createDirectories(HOME.resolve("inbox/lynx/C7000002"));
        Files.writeString(account.resolve("left.csv"), HEADER + "2031-02-06,EUR,KUUSI,5,9,45,40,STK,1,FI0000000011\n");

        assertThat(run(HOME, "poll").out()).containsPattern("inbox: \\d+ taken, \\d+ known, 0 refused");
        Ended both = run(HOME, "poll", "nothing", "inbox");
        assertThat(both.out()).contains("nothing: UNKNOWN_SOURCE").contains("inbox: ");
        assertThat(both.code()).isEqualTo(CommandLineProgram.REFUSED);
    }

    @Test
    void words_that_are_no_command_are_wrong_usage() {
        assertThat(run(HOME, "improt").code()).isEqualTo(2);
        assertThat(CommandLineProgram.isMeant(new String[] {"--spring.profiles.active=demo"}))
                .isFalse();
        assertThat(CommandLineProgram.isMeant(new String[] {"--home", "elsewhere", "verify"}))
                .isTrue();
    }

    @Test
    void a_home_that_cannot_be_is_told() {
        assertThat(run(Path.of("/proc/none"), "rebuild", "holdings").code()).isEqualTo(CommandLineProgram.UNREACHABLE);
    }

    /** The restored program is one of the command's own: none runs on that home. */
    @Test
    void what_was_backed_up_answers_the_same_elsewhere() throws Exception {
        String asked = "/api/v1/holdings?asOf=2031-02-03&account=" + ACCOUNT;
        Path backups = folder.resolve("backups");
        assertThat(run(HOME, "backup", backups.toString()).code()).isZero();
        Path elsewhere = folder.resolve("elsewhere");
        String told = FileId.of(Files.readAllBytes(folder.resolve("told.csv"))).sha256();
        Path own = elsewhere.resolve("archive").resolve(told.substring(0, 2)).resolve(told);
        Files.createDirectories(own.getParent());
        Files.writeString(own, "other bytes\n");
        Ended refused = run(elsewhere, "restore", backups.toString());
        assertThat(refused.err()).contains("which is not overwritten: " + own);
        Files.delete(own);

        Ended restored = run(elsewhere, "restore", backups.toString());
        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(restored.out()).contains("events restored");

        Path left = Files.createDirectories(elsewhere.resolve("inbox/lynx/C7000001"))
                .resolve("2031-02-09.csv");
        Files.writeString(left, HEADER + "2031-02-09,EUR,KUUSI,8,9,72,64,STK,1,FI0000000011\n");
        assertThat(besideTheAnswer(
                        () -> assertThat(run(elsewhere, "verify").code()).isZero()))
                .as("a log among the answer")
                .isEmpty();
        assertThat(left).as("a command takes no file that nobody asked for").exists();
        String there = run(elsewhere, "export", "holdings", "--with", "asOf=2031-02-03", "--with", "account=" + ACCOUNT)
                .out();
        assertThat(there)
                .contains("FI0000000011")
                .isEqualTo(send(request(asked).header("Accept", "text/csv").build())
                        .text());
        whatLiesInTheInboxIsReadWhenItIsAskedFor(elsewhere, left);
        assertThat(run(elsewhere, "restore", backups.toString()).err()).contains("There are events already");
    }

    private static String besideTheAnswer(Runnable command) {
        PrintStream terminal = System.out;
        ByteArrayOutputStream beside = new ByteArrayOutputStream();
        System.setOut(new PrintStream(beside, true, StandardCharsets.UTF_8));
        try {
            command.run();
        } finally {
            System.setOut(terminal);
        }
        return beside.toString(StandardCharsets.UTF_8);
    }

    private static void whatLiesInTheInboxIsReadWhenItIsAskedFor(Path home, Path left) throws IOException {
        System.setProperty("dividendsomatic.inbox.quiet", "200ms");
        try {
            Ended polled = run(home, "poll", "inbox");
            assertThat(polled.out()).contains("inbox: 1 taken, 0 known, 0 refused");
            assertThat(polled.code()).isZero();
            assertThat(left).doesNotExist();

            Files.writeString(left, "no statement at all\n");
            Ended refused = run(home, "poll", "inbox", "rates.yaml");
            assertThat(refused.out())
                    .contains("2031-02-09.csv: UNKNOWN_FORMAT: ")
                    .contains("rates.yaml: 0 taken");
            assertThat(refused.code()).isEqualTo(1);
        } finally {
            System.clearProperty("dividendsomatic.inbox.quiet");
        }
        assertThat(run(home, "export", "holdings", "--with", "asOf=2031-02-09", "--with", "account=" + ACCOUNT)
                        .out())
                .contains(",8,");
    }

    @Test
    void a_backup_that_was_changed_is_not_restored() throws IOException {
        Path backups = folder.resolve("backups");
        run(HOME, "backup", backups.toString());
        Path changed = folder.resolve("changed.zip");
        try (Stream<Path> files = Files.list(backups)) {
            change(files.findFirst().orElseThrow(), changed);
        }

        Ended ended = run(folder.resolve("empty"), "restore", changed.toString());

        assertThat(ended.code()).isEqualTo(CommandLineProgram.REFUSED);
        assertThat(ended.err()).contains("changed or damaged");
    }

    private static void change(Path backup, Path changed) throws IOException {
        try (ZipFile zip = new ZipFile(backup.toFile());
                OutputStream file = Files.newOutputStream(changed);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream content = zip.getInputStream(entry)) {
                    byte[] bytes = content.readAllBytes();
                    out.write(
                            entry.getName().equals("events.ndjson")
                                    ? new String(bytes, StandardCharsets.UTF_8)
                                            .replaceFirst("\"recordedAt\":\"2", "\"recordedAt\":\"1")
                                            .getBytes(StandardCharsets.UTF_8)
                                    : bytes);
                }
            }
        }
    }
}
