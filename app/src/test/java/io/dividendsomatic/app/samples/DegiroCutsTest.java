package io.dividendsomatic.app.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.ledger.AccountLedger;
import io.dividendsomatic.portfolio.ledger.Booking;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Degiro tells one order in several rows; a file may end or begin at any of them. */
class DegiroCutsTest {
    private static final int ROUNDS = 60;
    private static final String HEADER =
            "Datum,Tijd,Valutadatum,Product,ISIN,Omschrijving,FX,Mutatie,,Saldo,,Order Id\n";

    /** Orders with a conversion, with a tax, of two fills, two of one day that cost the same, and one without costs. */
    private static final String QUARTER = HEADER + """
            20-03-2031,10:00,20-03-2031,,,SEPA Instant Terugstorting,,EUR,"-50,00",EUR,"653,77",
            19-03-2031,15:10,19-03-2031,KUUSI OYJ-B SHS,FI0000000011,DEGIRO Transactiekosten en/of kosten van derden,,EUR,"-2,00",EUR,"703,77",dddd0000-1111-2222-3333-444455556666
            19-03-2031,15:10,19-03-2031,KUUSI OYJ-B SHS,FI0000000011,"Verkoop 3 @ 12,00 EUR",,EUR,"36,00",EUR,"705,77",dddd0000-1111-2222-3333-444455556666
            19-03-2031,15:10,19-03-2031,KUUSI OYJ-B SHS,FI0000000011,DEGIRO Transactiekosten en/of kosten van derden,,EUR,"-3,50",EUR,"669,77",dddd0000-1111-2222-3333-444455556666
            19-03-2031,15:09,19-03-2031,KUUSI OYJ-B SHS,FI0000000011,"Verkoop 2 @ 11,90 EUR",,EUR,"23,80",EUR,"673,27",dddd0000-1111-2222-3333-444455556666
            18-03-2031,11:00,18-03-2031,LAINE SA,FR0000000012,Frais de courtage et/ou kosten van derden,,EUR,"-1,00",EUR,"649,47",cccc0000-1111-2222-3333-444455556666
            18-03-2031,11:00,18-03-2031,LAINE SA,FR0000000012,Transactiebelasting (Frankrijk),,EUR,"-0,30",EUR,"650,47",cccc0000-1111-2222-3333-444455556666
            18-03-2031,11:00,18-03-2031,LAINE SA,FR0000000012,"Koop 1 @ 100,00 EUR",,EUR,"-100,00",EUR,"650,77",cccc0000-1111-2222-3333-444455556666
            17-03-2031,08:37,16-03-2031,,,Valuta Creditering,,EUR,"0,47",EUR,"750,77",
            17-03-2031,08:37,16-03-2031,,,Valuta Debitering,"1,0634",USD,"-0,50",USD,"0,00",
            16-03-2031,09:05,15-03-2031,BETA LENDING CORP,US000000BB22,Dividend,,USD,"0,59",USD,"0,50",
            16-03-2031,09:05,15-03-2031,BETA LENDING CORP,US000000BB22,Dividendbelasting,,USD,"-0,09",USD,"-0,09",
            15-03-2031,17:40,15-03-2031,KUUSI OYJ-B SHS,FI0000000011,DEGIRO Transactiekosten en/of kosten van derden,,EUR,"-3,00",EUR,"750,30",eeee0000-1111-2222-3333-444455556666
            15-03-2031,17:40,15-03-2031,KUUSI OYJ-B SHS,FI0000000011,"Koop 4 @ 11,30 EUR",,EUR,"-45,20",EUR,"753,30",eeee0000-1111-2222-3333-444455556666
            15-03-2031,17:20,15-03-2031,KUUSI OYJ-B SHS,FI0000000011,DEGIRO Transactiekosten en/of kosten van derden,,EUR,"-3,00",EUR,"798,50",bbbb0000-1111-2222-3333-444455556666
            15-03-2031,17:20,15-03-2031,KUUSI OYJ-B SHS,FI0000000011,"Koop 5 @ 11,25 EUR",,EUR,"-56,25",EUR,"801,50",bbbb0000-1111-2222-3333-444455556666
            15-03-2031,16:55,15-03-2031,BETA LENDING CORP,US000000BB22,Valuta Creditering,"1,0724",USD,"41,20",USD,"0,00",aaaa0000-1111-2222-
            ,,,,,,,,,,,3333-444455556666
            15-03-2031,16:55,15-03-2031,BETA LENDING CORP,US000000BB22,Valuta Debitering,,EUR,"-38,42",EUR,"857,75",aaaa0000-1111-2222-3333-444455556666
            15-03-2031,16:55,15-03-2031,BETA LENDING CORP,US000000BB22,DEGIRO Transactiekosten en/of kosten van derden,,EUR,"-1,00",EUR,"896,17",aaaa0000-1111-2222-3333-444455556666
            15-03-2031,16:55,15-03-2031,BETA LENDING CORP,US000000BB22,"Koop 1 @ 41,2 USD",,USD,"-41,20",USD,"-41,20",aaaa0000-1111-2222-3333-444455556666
            14-03-2031,12:00,14-03-2031,GRANA AB,SE0000000028,"Koop 1 @ 20,00 EUR",,EUR,"-20,00",EUR,"897,17",ffff0000-1111-2222-3333-444455556666
            13-03-2031,16:49,13-03-2031,,,Reservation iDEAL / Sofort Deposit,,EUR,"717,17",EUR,"917,17",
            """;

    @Test
    void the_whole_file_is_as_the_broker_counts() {
        AccountBooks books = books(List.of(QUARTER));
        assertThat(books.ledger().bookings()).hasSize(13);
        assertThat(books.ledger().fifo().gains())
                .extracting(gain -> gain.quantity() + " " + gain.proceeds() + " " + gain.cost())
                .containsExactly("2 20.3 23.7", "3 34 35.55");
        assertThat(books.reconciliation())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.verdict()).hasToString("MATCH"));
    }

    @Test
    void a_file_that_ends_between_the_rows_of_an_order_is_held_against_what_it_tells_of_it() {
        List<String> rows = rows(QUARTER);
        for (int cut : List.of(2, 4, 13, 15, 18, 19)) { // a trade below its fee, or between the legs of its conversion
            List<String> halves = List.of(
                    HEADER + String.join("", rows.subList(0, cut)),
                    HEADER + String.join("", rows.subList(cut, rows.size())));
            assertThat(books(halves).reconciliation())
                    .as("cut before row " + cut)
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.verdict()).hasToString("MATCH"));
        }
    }

    /** Each piece begins with the last row of the one after it, so that a conversion's two legs stand together in one. */
    @Test
    void pieces_that_overlap_by_a_row_come_to_what_the_whole_file_comes_to() {
        sameInPieces(QUARTER, 1, false);
    }

    @Test
    void pieces_cut_at_any_row_beside_the_whole_file_change_nothing() {
        sameInPieces(QUARTER, 0, true);
    }

    /** It gathers rows of many months in no order; here they stand by day, as Degiro writes them. */
    @Test
    void so_it_is_with_the_rows_of_a_real_file() throws IOException {
        String gathered = Files.readString(Samples.file("degiro/dickwolff__Export-To-Ghostfolio__degiro-export.csv"));
        String real = HEADER
                + rows(gathered).stream()
                        .sorted(Comparator.comparing(DegiroCutsTest::day).reversed())
                        .collect(Collectors.joining());
        sameInPieces(real, 1, false);
        sameInPieces(real, 0, true);
    }

    private static void sameInPieces(String file, int overlap, boolean beside) {
        String whole = contents(books(List.of(file)).ledger());
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            List<String> pieces = pieces(file, random, overlap);
            if (beside) {
                pieces.add(file);
            }
            Collections.shuffle(pieces, random);
            AccountLedger ledger = books(pieces).ledger();
            assertThat(contents(ledger)).as("seed " + seed).isEqualTo(whole);
            if (beside) {
                assertThat(ledger.undecided()).as("seed " + seed).isEmpty();
            }
        }
    }

    private static AccountBooks books(List<String> files) {
        Books books = new Books();
        files.forEach(file -> books.take("Account.csv", file));
        return books.accounts().iterator().next();
    }

    /** @param overlap the least number of rows that a piece has in common with the next one */
    private static List<String> pieces(String file, Random random, int overlap) {
        List<String> rows = rows(file);
        List<String> pieces = new ArrayList<>();
        int begin = 0;
        while (begin < rows.size()) {
            int end = Math.min(rows.size(), begin + 1 + random.nextInt(rows.size() / 2));
            int from = Math.max(0, begin - overlap - random.nextInt(4));
            pieces.add(file.lines().findFirst().orElseThrow() + "\n" + String.join("", rows.subList(from, end)));
            begin = end;
        }
        return pieces;
    }

    private static String day(String row) {
        return row.substring(6, 10) + row.substring(3, 5) + row.substring(0, 2);
    }

    /** Without the header; an order's number that runs over the line belongs to the row before. */
    private static List<String> rows(String file) {
        List<String> rows = new ArrayList<>();
        for (String line : file.lines().skip(1).toList()) {
            if (line.startsWith(",,,,")) {
                rows.add(rows.removeLast() + line + "\n");
            } else {
                rows.add(line + "\n");
            }
        }
        return rows;
    }

    /**
     * All but lines and identities, which pieces tell otherwise, and questions: of two dividends of one day and amount, of
     * which each file tells one, a person is asked whether they are one.
     */
    private static String contents(AccountLedger ledger) {
        Map<FactId, String> names = new HashMap<>();
        for (Booking booking : ledger.bookings()) {
            booking.told().forEach(id -> names.put(id, booking.row().toString()));
        }
        Stream<String> bookings =
                ledger.bookings().stream().map(booking -> booking.row().toString());
        Stream<String> lots = Stream.of(ledger.fifo(), ledger.average())
                .flatMap(view -> Stream.concat(
                        view.positions().values().stream()
                                .map(position -> position.key() + " " + position.quantity() + " " + position.cost()),
                        view.gains().stream()
                                .map(gain -> gain.date() + " " + gain.quantity() + " " + gain.proceeds() + " "
                                        + gain.cost() + " of " + names.get(gain.booking()))));
        Stream<String> cash = ledger.cash().entries().entrySet().stream()
                .flatMap(currency -> currency.getValue().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.effect().date(), entry -> entry.balance(), (earlier, later) -> later))
                        .entrySet()
                        .stream()
                        .map(day -> currency.getKey() + " " + day));
        Stream<String> opening = ledger.cash().opening().values().stream()
                .map(balance -> balance.currency() + " " + balance.day() + " " + balance.balance());
        return Stream.of(bookings, lots, cash, opening)
                .flatMap(lines -> lines.sorted())
                .collect(Collectors.joining("\n"));
    }
}
