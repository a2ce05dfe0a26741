package io.dividendsomatic.app.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpOutputMessage;
import org.springframework.stereotype.Component;

/** Writes tables as CSV (RFC 4180, UTF-8). */
@Component
class CsvConverter extends TableConverter {
    private static final String LINE_END = "\r\n";

    CsvConverter() {
        super(GetTable.CSV);
        setDefaultCharset(StandardCharsets.UTF_8);
    }

    @Override
    protected void writeInternal(Tabular table, HttpOutputMessage output) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(output.getBody(), StandardCharsets.UTF_8));
        line(List.copyOf(table.header()), writer);
        for (List<@Nullable Object> row : table.rows()) {
            line(row, writer);
        }
        writer.flush();
    }

    private static void line(List<? extends @Nullable Object> cells, Writer writer) throws IOException {
        String between = "";
        for (Object cell : cells) {
            writer.append(between).append(text(cell));
            between = ",";
        }
        writer.append(LINE_END);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal decimal -> decimal.toPlainString();
            case String text -> quoted(guarded(text));
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
