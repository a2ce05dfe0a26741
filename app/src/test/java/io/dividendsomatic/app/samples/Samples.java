package io.dividendsomatic.app.samples;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of real files; a test that asks for one is skipped where none is named. */
public final class Samples {

    private Samples() {}

    static Path folder() {
        String samples = System.getenv("DIVIDENDSOMATIC_SAMPLES");
        assumeThat(samples)
                .as("DIVIDENDSOMATIC_SAMPLES names no folder of real files")
                .isNotNull();
        return Path.of(samples);
    }

    public static Path file(String path) {
        return folder().resolve(path);
    }

    public static List<Path> in(String subfolder) {
        try (Stream<Path> files = Files.list(file(subfolder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
