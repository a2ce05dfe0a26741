package io.dividendsomatic.app.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.ledger.reconciliation.Item;
import io.dividendsomatic.portfolio.ledger.reconciliation.ReconciliationLine;
import io.dividendsomatic.portfolio.ledger.reconciliation.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The running balance of Degiro's account, which knows no difference between Degiro and its bank. */
class DegiroBalancesTest {
    private static final String HEADER =
            "Datum,Tijd,Valutadatum,Product,ISIN,Omschrijving,FX,Mutatie,,Saldo,,Order Id\n";

    /** Newest first, as Degiro writes it: a sweep's two rows leave the balance where it was. */
    private static final String MONTH = HEADER + """
            20-03-2031,10:00,20-03-2031,,,SEPA Instant Terugstorting,,EUR,"-50,00",EUR,"16,72",
            19-03-2031,18:05,19-03-2031,,,Processed Flatex Withdrawal,,EUR,"40,00",EUR,"66,72",
            19-03-2031,18:05,19-03-2031,,,flatex terugstorting,,EUR,"-40,00",EUR,"26,72",
            18-03-2031,18:33,18-03-2031,,,"Overboeking van uw geldrekening bij flatexDEGIRO Bank 30,15 EUR",,,,EUR,"66,72",
            18-03-2031,18:33,18-03-2031,FLATEX EURO BANKACCOUNT,NLFLATEXACNT,Degiro Cash Sweep Transfer,,EUR,"30,15",EUR,"96,87",
            17-03-2031,09:51,16-03-2031,,,iDEAL Deposit,,EUR,"100,00",EUR,"66,72",
            17-03-2031,09:51,16-03-2031,,,Reservation iDEAL / Sofort Deposit,,EUR,"-100,00",EUR,"-33,28",
            17-03-2031,08:37,16-03-2031,,,Valuta Creditering,,EUR,"0,47",EUR,"66,72",
            17-03-2031,08:37,16-03-2031,,,Valuta Debitering,"1,0634",USD,"-0,50",USD,"0,00",
            16-03-2031,09:05,15-03-2031,BETA LENDING CORP,US000000BB22,Dividend,,USD,"0,59",USD,"0,50",
            16-03-2031,09:05,15-03-2031,BETA LENDING CORP,US000000BB22,Dividendbelasting,,USD,"-0,09",USD,"-0,09",
            15-03-2031,17:20,15-03-2031,KUUSI OYJ-B SHS,FI0000000011,DEGIRO Transactiekosten en/of kosten van derden,,EUR,"-3,00",EUR,"66,25",bbbb0000-1111-2222-3333-444455556666
            15-03-2031,17:20,15-03-2031,KUUSI OYJ-B SHS,FI0000000011,"Koop 2 @ 11,25 EUR",,EUR,"-22,50",EUR,"69,25",bbbb0000-1111-2222-3333-444455556666
            15-03-2031,16:55,15-03-2031,BETA LENDING CORP,US000000BB22,Valuta Creditering,"1,0724",USD,"41,20",USD,"0,00",aaaa0000-1111-2222-3333-444455556666
            15-03-2031,16:55,15-03-2031,BETA LENDING CORP,US000000BB22,Valuta Debitering,,EUR,"-38,42",EUR,"91,75",aaaa0000-1111-2222-3333-444455556666
            15-03-2031,16:55,15-03-2031,BETA LENDING CORP,US000000BB22,DEGIRO Transactiekosten en/of kosten van derden,,EUR,"-1,00",EUR,"130,17",aaaa0000-1111-2222-3333-444455556666
            15-03-2031,16:55,15-03-2031,BETA LENDING CORP,US000000BB22,"Koop 1 @ 41,2 USD",,USD,"-41,20",USD,"-41,20",aaaa0000-1111-2222-3333-444455556666
            15-03-2031,16:49,15-03-2031,,,Reservation iDEAL / Sofort Deposit,,EUR,"100,00",EUR,"131,17",
            """;

    @Test
    void every_day_ends_where_the_broker_says() {
        assertThat(cash(MONTH))
                .containsExactly(
                        "2031-03-15 EUR 66.25 66.25 MATCH",
                        "2031-03-15 USD 0 0 MATCH",
                        "2031-03-16 USD 0.5 0.5 MATCH",
                        "2031-03-17 EUR 66.72 66.72 MATCH",
                        "2031-03-17 USD 0 0 MATCH",
                        "2031-03-19 EUR 66.72 66.72 MATCH",
                        "2031-03-20 EUR 16.72 16.72 MATCH");
    }

    @Test
    void a_row_that_is_not_there_breaks_every_day_from_it_on() {
        String without = MONTH.lines().filter(row -> !row.contains("\"0,47\"")).collect(Collectors.joining("\n"));
        assertThat(cash(without))
                .filteredOn(line -> line.endsWith("BREAK"))
                .containsExactly(
                        "2031-03-17 EUR 66.72 66.25 BREAK",
                        "2031-03-19 EUR 66.72 66.25 BREAK",
                        "2031-03-20 EUR 16.72 16.25 BREAK");
    }

    /** Its newest rows are one month of one account; the others are single rows of many accounts. */
    @Test
    void a_real_file_matches_as_far_as_it_is_of_one_account() throws IOException {
        List<String> rows =
                Files.readAllLines(Samples.file("degiro/dickwolff__Export-To-Ghostfolio__degiro-export.csv"));
        assertThat(cash(String.join("\n", rows.subList(0, 23))))
                .containsExactly(
                        "2022-12-15 EUR 0.07 0.07 MATCH",
                        "2022-12-15 USD 0 0 MATCH",
                        "2022-12-16 USD 1.36 1.36 MATCH",
                        "2022-12-17 EUR 1.35 1.35 MATCH",
                        "2022-12-17 USD 0 0 MATCH");
        List<ReconciliationLine> whole = lines(String.join("\n", rows));
        assertThat(whole.stream().collect(Collectors.groupingBy(ReconciliationLine::verdict, Collectors.counting())))
                .isEqualTo(Map.of(Verdict.MATCH, 3L, Verdict.BREAK, 37L));
        assertThat(whole).allSatisfy(line -> assertThat(line.sources()).isNotEmpty());
    }

    private static List<String> cash(String file) {
        return lines(file).stream()
                .map(line -> Objects.requireNonNull(line.period()).to() + " " + line.currency() + " " + line.printed()
                        + " " + line.ours() + " " + line.verdict())
                .toList();
    }

    private static List<ReconciliationLine> lines(String file) {
        return new Books()
                .take("Account.csv", file).accounts().iterator().next().reconciliation().stream()
                        .filter(line -> line.item() == Item.CASH)
                        .toList();
    }
}
