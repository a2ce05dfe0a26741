package io.dividendsomatic.app.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * The rows of a table as HTML, each cell's text escaped. Written here and not by the template, which takes ten times as long
 * for cells by the hundred.
 */
final class TableBody {
    private final StringBuilder html = new StringBuilder();

    private TableBody() {}

    static String of(List<List<Cell>> lines) {
        TableBody body = new TableBody();
        lines.forEach(body::line);
        return body.html.toString();
    }

    private void line(List<Cell> line) {
        html.append("<tr>");
        for (int at = 0; at < line.size(); at++) {
            Cell cell = line.get(at);
            html.append(at == 0 ? "<th scope=\"row\"" : "<td");
            attribute("class", classes(cell));
            html.append('>');
            content(cell);
            html.append(at == 0 ? "</th>" : "</td>");
        }
        html.append("</tr>\n");
    }

    private static @Nullable String classes(Cell cell) {
        String classes = (cell.number() ? "number " : "") + cell.mark();
        return classes.isEmpty() ? null : classes.strip();
    }

    private void content(Cell cell) {
        if (cell.link() == null) {
            html.append(escaped(cell.text()));
        } else {
            html.append("<a");
            attribute("href", cell.link());
            attribute("class", cell.figure() ? "figure" : null);
            html.append('>').append(escaped(cell.text())).append("</a>");
        }
        if (cell.note() != null) {
            html.append("<small>").append(escaped(cell.note())).append("</small>");
        }
    }

    private void attribute(String name, @Nullable String value) {
        if (value != null) {
            html.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        }
    }

    /** Of markup alone: every other letter stands as it is. */
    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
