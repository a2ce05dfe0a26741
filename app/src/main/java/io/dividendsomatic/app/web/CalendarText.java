package io.dividendsomatic.app.web;

import io.dividendsomatic.dividends.outlook.CalendarEntry;
import io.dividendsomatic.dividends.outlook.Certainty;
import io.dividendsomatic.portfolio.kernel.FactId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The calendar as iCalendar (RFC 5545): one all-day event for each pay date and for each ex date. An event keeps its UID
 * while its day and certainty stay.
 */
public final class CalendarText {
    public static final String TEXT_CALENDAR = "text/calendar";

    private static final String LINE_END = "\r\n";

    /** Octets of a line without its end. */
    private static final int LINE_OCTETS = 75;

    private final LocalDate asOf;

    private CalendarText(LocalDate asOf) {
        this.asOf = asOf;
    }

    public static String of(List<CalendarEntry> entries, LocalDate asOf) {
        CalendarText text = new CalendarText(asOf);
        StringBuilder calendar = new StringBuilder();
        Stream.of(
                        Stream.of(
                                "BEGIN:VCALENDAR",
                                "VERSION:2.0",
                                "PRODID:-//Dividendsomatic//Dividends//EN",
                                "CALSCALE:GREGORIAN"),
                        entries.stream().flatMap(text::events),
                        Stream.of("END:VCALENDAR"))
                .flatMap(lines -> lines)
                .forEach(line -> calendar.append(folded(line)).append(LINE_END));
        return calendar.toString();
    }

    private Stream<String> events(CalendarEntry entry) {
        LocalDate exDate = entry.exDate();
        Stream<String> paid = event(entry, "pay", entry.payDate());
        return exDate == null ? paid : Stream.concat(event(entry, "ex", exDate), paid);
    }

    private Stream<String> event(CalendarEntry entry, String what, LocalDate day) {
        FactId id = FactId.of("%s\n%s\n%s\n%s\n%s\n%s"
                .formatted(entry.account(), entry.key(), what, day, entry.currency(), entry.payments()));
        return Stream.of(
                "BEGIN:VEVENT",
                "UID:" + id + "@dividendsomatic",
                "DTSTAMP:" + basic(asOf) + "T000000Z",
                "DTSTART;VALUE=DATE:" + basic(day),
                "DTEND;VALUE=DATE:" + basic(day.plusDays(1)),
                "SUMMARY:" + escaped(summary(entry, what)),
                "DESCRIPTION:" + escaped(entry.certainty() + " " + entry.account()),
                "STATUS:" + (entry.certainty() == Certainty.ESTIMATED ? "TENTATIVE" : "CONFIRMED"),
                "TRANSP:TRANSPARENT",
                "END:VEVENT");
    }

    private static String summary(CalendarEntry entry, String what) {
        String label = entry.instrument().label();
        if (what.equals("ex")) {
            return label + " ex-dividend";
        }
        String amount = entry.gross() == null ? "" : " " + entry.gross() + " " + entry.currency();
        return label + " dividend" + amount
                + (entry.certainty() == Certainty.PAID
                        ? ""
                        : " (" + entry.certainty().name().toLowerCase(Locale.ROOT) + ")");
    }

    private static String basic(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /** A line goes on after a line end and a blank, and no character is cut. */
    static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            String character = Character.toString(line.codePointAt(i));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE_OCTETS) {
                folded.append(LINE_END).append(' ');
                octets = 1;
            }
            folded.append(character);
            octets += size;
            i += character.length();
        }
        return folded.toString();
    }
}
