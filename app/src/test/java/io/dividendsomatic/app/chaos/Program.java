package io.dividendsomatic.app.chaos;

import io.dividendsomatic.app.Dividendsomatic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own, which can be killed. */
final class Program implements AutoCloseable {
    private static final int STOP_SECONDS = 20;

    private final Process process;
    private final Path log;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Program start(Path home, String database) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path log = Files.createTempFile(home.getParent(), "program", ".log");
        Process process = new ProcessBuilder(List.of(
                        java.toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1", // it lives for seconds
                        "-cp",
                        System.getProperty("java.class.path"),
                        Dividendsomatic.class.getName(),
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=postgres",
                        "--dividendsomatic.home=" + home,
                        "--dividendsomatic.inbox.quiet=0s",
                        "--dividendsomatic.inbox.every=50ms",
                        "--server.port=0"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Program(process, log);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: nothing of the program runs after it. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOP_SECONDS, TimeUnit.SECONDS)
                .join();
        kill();
    }
}
