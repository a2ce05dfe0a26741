package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Exports that are made again every day: the last day of each goes on in the next. */
class ExportWithinADayApiTest extends RunningProgram {
    private static final String MORNING = """
            02-03-2024,08:37,02-03-2024,,,iDEAL Deposit,,EUR,"200,00",EUR,"12%1$s,00",
            01-03-2024,09:05,01-03-2024,,,iDEAL Deposit,,EUR,"10%1$s,00",EUR,"10%1$s,00",
            """;
    private static final String AFTERNOON = """
            02-03-2024,16:05,02-03-2024,,,iDEAL Deposit,,EUR,"300,00",EUR,"15%1$s,00",
            """;
    private static final String HEAD = """
            Datum,Tijd,Valutadatum,Product,ISIN,Omschrijving,FX,Mutatie,,Saldo,,Order Id
            """;

    /** @param cents makes the files of each account their own */
    @ParameterizedTest
    @ValueSource(strings = {"01", "02", "03", "04"})
    void the_balance_of_a_day_that_was_not_over_is_held_against_the_rows_told_of_it(String cents) throws Exception {
        AccountId account = AccountId.parse("degiro:91" + cents);
        List<String> exports =
                List.of((HEAD + MORNING).formatted(cents), (HEAD + AFTERNOON + MORNING).formatted(cents));
        for (String export : cents.compareTo("02") > 0 ? exports.reversed() : exports) {
            Answer answer = upload("account.csv", export.getBytes(StandardCharsets.UTF_8), account);
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        }

        JsonNode cash =
                get("/api/v1/cash?account=" + account).json().get("items").get(0);
        assertThat(cash.get("difference").asString()).as(cash.toString()).isEqualTo("0");
        JsonNode lines =
                get("/api/v1/reports/reconciliation?account=" + account).json().get("items");
        assertThat(lines.size()).isGreaterThanOrEqualTo(3);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.get("verdict").asString())
                        .as(line.toString())
                        .isEqualTo("MATCH"));
    }

    /** The second begins within the day in which the first ends. */
    @Test
    void a_file_that_begins_within_a_day_has_the_balance_that_the_rows_before_it_left() throws Exception {
        AccountId account = AccountId.parse("degiro:9199");
        for (String rows : List.of(MORNING, AFTERNOON)) {
            upload("account.csv", (HEAD + rows).formatted("99").getBytes(StandardCharsets.UTF_8), account);
        }
        JsonNode lines =
                get("/api/v1/reports/reconciliation?account=" + account).json().get("items");
        assertThat(lines.size()).isGreaterThanOrEqualTo(3);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.get("verdict").asString())
                        .as(line.toString())
                        .isEqualTo("MATCH"));
    }
}
