package io.dividendsomatic.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.CountedStatements;
import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsOfPagesTest extends RunningProgram {
    private static final int FEW = 2;
    private static final int MANY = 60;

    /** For what is asked of one account more; much less than a statement for each of the instruments. */
    private static final int ROOM = 20;

    /** All tests share the program, and some of what a page asks is asked of each account: so both are asked of it now. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/holdings",
                "/income",
                "/tax",
                "/performance",
                "/results",
                "/transactions",
                "/reconciliation",
                "/imports",
                "/coverage",
                "/administration",
                "/instruments/"
            })
    void a_page_asks_no_more_of_many_rows_than_of_few(String path) throws Exception {
        int few = asked(path, "U0000230", FEW);

        assertThat(few).isPositive();
        assertThat(asked(path, "U0000231", MANY)).isLessThan(few + ROOM);
    }

    /** Of a day that nobody looked at yet; the least of a few, since something may be taken in before the others. */
    private int asked(String path, String account, int instruments) throws Exception {
        upload(account + ".csv", statement(account, instruments).getBytes(StandardCharsets.UTF_8), null);
        String at = path.equals("/instruments/") ? path + isin(0) : path;
        String query = at + "?account=ibkr:" + account + "&asOf=";
        assertThat(get(query + "2024-12-28").status()).isEqualTo(200);
        int least = Integer.MAX_VALUE;
        for (int day = 29; day <= 31; day++) {
            CountedStatements.take();
            assertThat(get(query + "2024-12-" + day).status()).isEqualTo(200);
            least = Math.min(least, CountedStatements.take());
        }
        return least;
    }

    private static String statement(String account, int instruments) {
        return """
                Statement,Header,Field Name,Field Value
                Statement,Data,Title,Activity Statement
                Statement,Data,Period,"January 1, 2024 - December 31, 2024"
                Account Information,Header,Field Name,Field Value
                Account Information,Data,Account,%s
                Account Information,Data,Base Currency,EUR
                Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Multiplier
                """.formatted(account)
                + rows(instruments, "Financial Instrument Information,Data,Stocks,PURO%2$s,PURO %2$s OYJ,%1$d,%3$s,1\n")
                + """
                Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,\
                Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code
                """
                + rows(instruments, """
                        Trades,Data,Order,Stocks,EUR,PURO%2$s,"2024-01-04, 10:30:00",100,9.8,9.9,-980,-1.5,981.5,0,10,O
                        Trades,Data,Order,Stocks,EUR,PURO%2$s,"2024-06-04, 10:30:00",-10,9.9,9.9,99,-1.5,-98,0,0,C
                        """)
                + "Dividends,Header,Currency,Date,Description,Amount\n"
                + IntStream.of(3, 6, 9, 12)
                        .mapToObj(month -> LocalDate.of(2024, month, 20))
                        .map(day -> rows(
                                instruments,
                                "Dividends,Data,EUR," + day
                                        + ",PURO%2$s(%3$s) Cash Dividend EUR 0.22 per Share (Ordinary Dividend),22\n"))
                        .collect(Collectors.joining());
    }

    private static String rows(int instruments, String row) {
        return IntStream.range(0, instruments)
                .mapToObj(number -> row.formatted(990_000 + number, "%02d".formatted(number), isin(number)))
                .collect(Collectors.joining());
    }

    private static String isin(int number) {
        return IntStream.range(0, 10)
                .mapToObj(digit -> "FI0000023%02d%d".formatted(number, digit))
                .flatMap(code -> Isin.find(code).stream())
                .findFirst()
                .orElseThrow()
                .code();
    }
}
