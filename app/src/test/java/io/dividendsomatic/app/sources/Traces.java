package io.dividendsomatic.app.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that a program left behind, as text: to look for what must stand in none of it. */
final class Traces {
    private static final byte ZLIB = 0x78;

    private final List<String> texts = new ArrayList<>();

    /** Each cell of each table; what is deflated, such as the payload of an event, as it is and inflated. */
    Traces database(JdbcClient jdbc) {
        List<String> tables = jdbc.sql(
                        "SELECT table_name FROM information_schema.tables" + " WHERE LOWER(table_schema) = 'public'")
                .query((row, number) -> row.getString(1))
                .list();
        assertThat(tables).hasSizeGreaterThan(10);
        for (String table : tables) {
            jdbc.sql("SELECT * FROM \"" + table + "\"")
                    .query()
                    .listOfRows()
                    .forEach(row -> row.values().forEach(this::cell));
        }
        return this;
    }

    private void cell(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            texts.add(latin(bytes));
            if (bytes.length > 0 && bytes[0] == ZLIB) {
                texts.add(inflated(bytes));
            }
        } else {
            texts.add(String.valueOf(value));
        }
    }

    Traces files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                texts.add(file + "\n" + latin(Files.readAllBytes(file)));
            }
        }
        return this;
    }

    Traces text(String text) {
        texts.add(text);
        return this;
    }

    /** So that a search of the wrong places is noticed. */
    Traces tell(String what) {
        assertThat(texts).anyMatch(text -> text.contains(what));
        return this;
    }

    /** Neither plain nor in Base64, wherever in it the secret begins. */
    void doNotTell(String secret) {
        List<String> forms = new ArrayList<>(List.of(secret));
        for (int before = 0; before < 3; before++) {
            String coded =
                    Base64.getEncoder().encodeToString(("x".repeat(before) + secret).getBytes(StandardCharsets.UTF_8));
            forms.add(coded.substring(before + 1, coded.length() - 4));
        }
        assertThat(texts).noneMatch(text -> forms.stream().anyMatch(text::contains));
    }

    private static String inflated(byte[] bytes) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return "inflated: " + latin(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
